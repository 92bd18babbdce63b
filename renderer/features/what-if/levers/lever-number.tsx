import { type KeyboardEvent, useState } from 'react';
import { numberOf } from '../../../components/fields/number-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import type { Lever } from '../../../levers/lever.ts';

/** Handed on with Enter or on leaving, so that "120" is not replayed as 1, 12 and 120; arrows step at once. */
export const LeverNumber = ({
  lever,
  onMove,
}: {
  readonly lever: Lever;
  readonly onMove: (value: number | null) => void;
}) => {
  const { t } = useMessages();
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    setTyped(null);
    if (typed === null) return;
    if (typed.trim() === '') {
      if (lever.noneAt !== null && lever.value !== null) onMove(null);
      return;
    }
    const value = numberOf(typed);
    if (value !== null && fitted(value, lever) !== lever.value) onMove(fitted(value, lever));
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') setTyped(null);
    const step = STEP_BY_KEY[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setTyped(null);
    const next = fitted((lever.value ?? lever.low) + step * lever.step, lever);
    if (next !== lever.value) onMove(next);
  };
  return (
    <input
      type="text"
      className="lever-number"
      inputMode="decimal"
      autoComplete="off"
      aria-label={t('what-if.leverNumber', { lever: lever.fullLabel })}
      placeholder={t('levers.none')}
      value={typed ?? written(lever.value)}
      {...(typed === null ? { 'data-unedited': '' } : {})}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={commit}
      onKeyDown={press}
    />
  );
};

const STEP_BY_KEY: Readonly<Record<string, number | undefined>> = {
  ArrowUp: 1,
  ArrowDown: -1,
  PageUp: 5,
  PageDown: -5,
};

/** What a rule set may hold: at most two decimals, a size of at most a million, whole where it counts. */
const fitted = (value: number, lever: Lever): number => {
  const bounded = Math.min(1_000_000, Math.max(-1_000_000, lever.least, value));
  return lever.whole ? Math.round(bounded) : Math.round(bounded * 100) / 100;
};

const written = (value: number | null): string => (value === null ? '' : String(value).replace('-', '\u2212'));
