import { useState } from 'react';
import { SEATS } from '../../../core/seat.ts';
import { Segments } from '../../components/fields/segments.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { useScenario } from '../../stores/use-stores.tsx';

/** Name, seat and note of the scenario on the table; each change is one step for undo. */
export const ScenarioDetails = () => {
  const { t } = useMessages();
  const name = useScenario((state) => state.ruleSet?.name || (state.stored?.name ?? ''));
  const seat = useScenario((state) => state.stored?.seat ?? 'both');
  const note = useScenario((state) => state.stored?.note ?? '');
  const describe = useScenario((state) => state.describe);
  return (
    <section className="scenario-details" aria-label={t('scenarios.details')}>
      <h3 className="strong">{t('scenarios.details')}</h3>
      <span className="secondary">{t('scenarios.name')}</span>
      <WrittenField
        label={t('scenarios.nameOf')}
        value={name}
        onWritten={(next) => {
          if (next !== '') void describe({ name: next, label: t('scenarios.step.rename', { name: next }) });
        }}
      />
      <span className="secondary">{t('scenarios.seat')}</span>
      <Segments
        label={t('scenarios.seat')}
        value={seat}
        choices={SEATS.map((value) => ({ value, label: t(`scenarios.seat.${value}`) }))}
        onChange={(next) => {
          const words = { name, seat: t(`scenarios.seat.${next}`) };
          if (next !== seat) void describe({ seat: next, label: t('scenarios.step.seat', words) });
        }}
      />
      <span className="secondary">{t('scenarios.note')}</span>
      <WrittenField
        label={t('scenarios.noteOf')}
        value={note}
        isLong
        placeholder={t('scenarios.notePlaceholder')}
        onWritten={(next) => void describe({ note: next, label: t('scenarios.step.note', { name }) })}
      />
    </section>
  );
};

/** Handed on with Enter (of a long one, Ctrl with it) or on leaving; Escape takes back what was typed. */
const WrittenField = (props: {
  readonly label: string;
  readonly value: string;
  readonly isLong?: boolean;
  readonly placeholder?: string;
  readonly onWritten: (text: string) => void;
}) => {
  const [typed, setTyped] = useState<string | null>(null);
  const leave = () => {
    setTyped(null);
    if (typed !== null && typed.trim() !== props.value) props.onWritten(typed.trim());
  };
  const common = {
    className: 'field-input',
    'aria-label': props.label,
    value: typed ?? props.value,
    onBlur: leave,
    ...(props.placeholder === undefined ? {} : { placeholder: props.placeholder }),
    ...(typed === null ? { 'data-unedited': '' } : {}),
  };
  const press = (event: { readonly key: string; readonly ctrlKey: boolean; readonly stopPropagation: () => void }) => {
    if (event.key === 'Enter' && (props.isLong !== true || event.ctrlKey)) leave();
    if (event.key !== 'Escape' || typed === null) return;
    event.stopPropagation();
    setTyped(null);
  };
  return props.isLong === true ? (
    <textarea
      {...common}
      className="field-input field-long"
      rows={3}
      maxLength={10_000}
      onKeyDown={press}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  ) : (
    <input
      {...common}
      autoComplete="off"
      maxLength={1_000}
      onKeyDown={press}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
};
