import { useState } from 'react';
import type { CountedValue } from '../../../../core/templates/columns.ts';
import { useMessages } from '../../../i18n/messages.tsx';

const MOST_AT_ONCE = 6;

/** The values that a rule asks for, proposed by how often they occur: each is taken or left. */
export const ValueChoice = (props: {
  readonly rule: string;
  readonly offered: readonly CountedValue[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
}) => {
  const { rule, offered, chosen, onToggle } = props;
  const { t, format } = useMessages();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole
    ? offered
    : offered.filter(({ value }, place) => place < MOST_AT_ONCE || chosen.includes(value));
  const hidden = offered.length - shown.length;
  return (
    <fieldset className="value-choice" aria-label={t('templates.values', { rule })}>
      <span className="hint" aria-hidden="true">
        {t('templates.proposed')}
      </span>
      {shown.map(({ value, rows }) => (
        <label className="check" key={value}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => onToggle(value)} />
          <span>
            {value} <span className="hint">{format.count(rows)}</span>
          </span>
        </label>
      ))}
      {hidden > 0 && (
        <button
          type="button"
          className="adder"
          aria-label={t('templates.moreFull', { more: hidden, rule })}
          onClick={() => setWhole(true)}
        >
          {t('templates.more', { more: hidden })}
        </button>
      )}
      {chosen.length === 0 && <span className="broken">{t('templates.noneChosen')}</span>}
    </fieldset>
  );
};
