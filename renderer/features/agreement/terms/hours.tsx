import { useState } from 'react';
import { WEEKDAYS, type Weekday, type WorkingHours } from '../../../../core/working-time/working-hours.ts';
import { FieldFault } from '../../../components/fields/field-fault.tsx';
import { SuggestionField } from '../../../components/fields/suggestion-field.tsx';
import { TextField } from '../../../components/fields/text-field.tsx';
import { Icon } from '../../../components/icon.tsx';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';
import type { TermsProps } from './terms-props.ts';

/** When the people work in whose hours promises are counted. */
export const Hours = ({ document, faults, onChange }: TermsProps) => {
  const messages = useMessages();
  const { t } = messages;
  const { workingHours } = document;
  if (onChange === undefined) return <HoursRead hours={workingHours} />;
  const set = (changes: Partial<WorkingHours>) =>
    onChange(
      { ...document, workingHours: { ...workingHours, ...changes } },
      t('agreement.terms.hours'),
      `hours ${Object.keys(changes).join()}`,
    );
  const fault = faults.find(({ path }) => path.startsWith('workingHours'));
  return (
    <div className="hours">
      {WEEKDAYS.map((day) => (
        <DayField
          key={day}
          day={day}
          spans={workingHours.week[day]}
          onChange={(spans) => set({ week: { ...workingHours.week, [day]: spans } })}
        />
      ))}
      <span className="secondary">{t('agreement.terms.zone')}</span>
      <SuggestionField
        label={t('agreement.terms.zone')}
        value={workingHours.timeZone}
        suggestions={Intl.supportedValuesOf('timeZone')}
        onChange={(timeZone) => set({ timeZone })}
      />
      <span className="secondary">{t('agreement.terms.holidays')}</span>
      <Holidays holidays={workingHours.holidays} onChange={(holidays) => set({ holidays })} />
      <p className="hint hours-hint">{t('agreement.terms.hoursHint')}</p>
      <FieldFault fault={fault?.message} />
    </div>
  );
};

const HoursRead = ({ hours }: { readonly hours: WorkingHours }) => {
  const messages = useMessages();
  const { t, format } = messages;
  return (
    <dl className="hours-read">
      {alikeDays(hours).map(({ days, spans }) => (
        <div key={days[0]}>
          <dt className="secondary">{daysText(messages, days)}</dt>
          <dd>{spans === '' ? t('agreement.terms.off') : spans}</dd>
        </div>
      ))}
      <div>
        <dt className="secondary">{t('agreement.terms.holidays')}</dt>
        <dd>
          {hours.holidays.length === 0
            ? t('agreement.terms.noHolidays')
            : hours.holidays.map((date) => format.calendarDate(date)).join(', ')}
        </dd>
      </div>
      <div>
        <dt className="secondary">{t('agreement.terms.zone')}</dt>
        <dd>{hours.timeZone}</dd>
      </div>
    </dl>
  );
};

/** Days in a row with the same hours, told together. */
export function alikeDays({
  week,
}: WorkingHours): readonly { readonly days: readonly Weekday[]; readonly spans: string }[] {
  const found: { days: Weekday[]; spans: string }[] = [];
  for (const day of WEEKDAYS) {
    const spans = week[day].join(', ');
    const last = found.at(-1);
    if (last?.spans === spans) last.days.push(day);
    else found.push({ days: [day], spans });
  }
  return found;
}

export function daysText({ t }: Messages, days: readonly Weekday[]): string {
  const [first, last] = [days[0] ?? 'monday', days.at(-1) ?? 'monday'];
  const from = t(`agreement.terms.day.${first}`);
  return first === last ? from : t('agreement.terms.days', { from, to: t(`agreement.terms.day.${last}`) });
}

const DayField = (props: {
  readonly day: Weekday;
  readonly spans: readonly string[];
  readonly onChange: (spans: readonly string[]) => void;
}) => {
  const { t } = useMessages();
  const [typed, setTyped] = useState<string | null>(null);
  const name = t(`agreement.terms.day.${props.day}`);
  const leave = () => {
    if (typed === null) return;
    setTyped(null);
    const spans = typed
      .split(',')
      .map((span) => span.trim().replaceAll(/\s*[-–—]\s*/gu, '–'))
      .filter((span) => span !== '');
    if (spans.join() !== props.spans.join()) props.onChange(spans);
  };
  return (
    <>
      <span className="secondary">{name}</span>
      <TextField
        label={name}
        value={typed ?? props.spans.join(', ')}
        placeholder={t('agreement.terms.off')}
        onChange={setTyped}
        onLeave={leave}
        onEscape={() => setTyped(null)}
      />
    </>
  );
};

const Holidays = (props: {
  readonly holidays: readonly string[];
  readonly onChange: (holidays: readonly string[]) => void;
}) => {
  const { t, format } = useMessages();
  const [next, setNext] = useState('');
  const add = () => {
    if (next === '') return;
    props.onChange([...new Set([...props.holidays, next])].sort());
    setNext('');
  };
  return (
    <div className="holidays">
      {props.holidays.map((date) => (
        <button
          key={date}
          type="button"
          className="tool small"
          aria-label={t('agreement.terms.removeHoliday', { date: format.calendarDate(date) })}
          onClick={() => props.onChange(props.holidays.filter((other) => other !== date))}
        >
          {format.calendarDate(date)}
          <Icon name="cross" size={12} />
        </button>
      ))}
      <input
        type="date"
        className="field-input"
        aria-label={t('agreement.terms.addHoliday')}
        value={next}
        onChange={(event) => setNext(event.currentTarget.value)}
      />
      <button type="button" className="tool small" disabled={next === ''} onClick={add}>
        {t('agreement.terms.add')}
      </button>
    </div>
  );
};
