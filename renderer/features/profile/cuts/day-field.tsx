import { useState } from 'react';
import { readInstant } from '../../../../core/time/instant.ts';
import { TextField } from '../../../components/fields/text-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useWorkshop } from '../../../stores/use-stores.tsx';
import { dayText } from './day-text.ts';

interface DayFieldProps {
  readonly label: string;
  /** An instant; shown as its day in the workshop's zone. */
  readonly value: number;
  readonly fault: string | undefined;
  readonly onChange: (value: number) => void;
}

/** A day as it is typed; what is no day stays in the field with its fault, and is not handed on. */
export const DayField = ({ label, value, fault, onChange }: DayFieldProps) => {
  const { t } = useMessages();
  const timeZone = useWorkshop((state) => state.workshop?.open?.timeZone ?? 'UTC');
  const [typed, setTyped] = useState<string | null>(null);
  const isUnread = typed !== null && readInstant(typed.trim(), timeZone) === null;
  const type = (text: string): void => {
    setTyped(text);
    const atMs = readInstant(text.trim(), timeZone);
    if (atMs !== null) onChange(atMs);
  };
  return (
    <TextField
      label={label}
      value={typed ?? dayText(value, timeZone)}
      fault={isUnread ? t('profile.cuts.notADay') : fault}
      onChange={type}
      onLeave={() => !isUnread && setTyped(null)}
      onEscape={() => setTyped(null)}
    />
  );
};
