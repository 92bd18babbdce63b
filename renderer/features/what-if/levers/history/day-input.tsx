import { useState } from 'react';
import { DAY_MS } from '../../../../../core/history/history.ts';
import { readInstant } from '../../../../../core/time/instant.ts';
import { requireZone } from '../../../../../core/time/zone.ts';
import { TextField } from '../../../../components/fields/text-field.tsx';
import { useMessages } from '../../../../i18n/messages.tsx';
import { useWorkshop } from '../../../../stores/use-stores.tsx';
import { dayText } from '../../../profile/cuts/day-text.ts';

/**
 * A day at the end of a period, handed on with Enter or on leaving; empty: the period is open there. Of the last day the
 * instant after it is handed on, which the period does not include any more.
 */
export const DayInput = (props: {
  readonly label: string;
  readonly value: number | null;
  readonly isEnd?: boolean;
  /** Where the history itself ends: shown while the period is open. */
  readonly openMs: number;
  /** The other end of the period: a day beyond it is refused. */
  readonly before?: number | null;
  readonly after?: number | null;
  readonly onChange: (value: number | null) => void;
}) => {
  const { t } = useMessages();
  const timeZone = useWorkshop((state) => state.workshop?.open?.timeZone ?? 'UTC');
  const [typed, setTyped] = useState<string | null>(null);
  const isEnd = props.isEnd === true;
  const written = props.value === null ? '' : dayText(isEnd ? props.value - 1 : props.value, timeZone);
  const faultOf = (text: string): string | undefined => {
    const atMs = readDay(text, timeZone, isEnd);
    if (atMs === undefined) return t('view.period.notADay');
    const { before = null, after = null } = props;
    const isBeyond = atMs !== null && ((before !== null && atMs >= before) || (after !== null && atMs <= after));
    return isBeyond ? t('view.period.endsBefore') : undefined;
  };
  const [fault, setFault] = useState<string | undefined>(undefined);
  const leave = () => {
    if (typed === null) return;
    const found = faultOf(typed);
    setFault(found);
    if (found !== undefined) return;
    setTyped(null);
    const atMs = readDay(typed, timeZone, isEnd);
    if (typed.trim() !== written && atMs !== undefined) props.onChange(atMs);
  };
  return (
    <TextField
      label={props.label}
      value={typed ?? written}
      placeholder={dayText(props.openMs, timeZone)}
      fault={typed === null ? undefined : fault}
      onChange={setTyped}
      onLeave={leave}
      onEscape={() => setTyped(null)}
    />
  );
};

/** Null: nothing is written; undefined: no day. */
const readDay = (text: string, timeZone: string, isEnd: boolean): number | null | undefined => {
  if (text.trim() === '') return null;
  const atMs = readInstant(text.trim(), timeZone);
  if (atMs === null) return undefined;
  if (!isEnd) return atMs;
  const zone = requireZone(timeZone);
  return zone.instantOf(atMs + zone.offsetMsAt(atMs) + DAY_MS);
};
