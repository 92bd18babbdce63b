import { type KeyboardEvent, useState } from 'react';
import { numberOf } from '../../../components/fields/number-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useScenario } from '../../../stores/use-stores.tsx';

/** What sales can follow up in a week: a figure of the workshop, not of the scenario; empty while nobody has said it. */
export const CapacityField = () => {
  const { t, format } = useMessages();
  const capacity = useScenario((state) => state.view.capacityPerWeek);
  const setView = useScenario((state) => state.setView);
  const [typed, setTyped] = useState<string | null>(null);
  const wordsOf = (value: number | null) => (value === null ? t('what-if.capacityNone') : format.count(value));
  const commit = () => {
    setTyped(null);
    if (typed === null) return;
    const next = typed.trim() === '' ? null : numberOf(typed);
    const usable = next === null ? typed.trim() === '' : next > 0 && next <= 1_000_000;
    if (usable && next !== capacity)
      setView({ capacityPerWeek: next }, t('view.step.capacity', { value: wordsOf(next) }));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') setTyped(null);
  };
  return (
    <input
      type="text"
      className="capacity-field"
      inputMode="decimal"
      autoComplete="off"
      aria-label={t('what-if.capacity')}
      title={t('what-if.capacity')}
      placeholder={t('what-if.capacityNone')}
      value={typed ?? (capacity === null ? '' : String(capacity))}
      {...(typed === null ? { 'data-unedited': '' } : {})}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={commit}
      onKeyDown={press}
    />
  );
};
