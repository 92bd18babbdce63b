import type { ReactNode } from 'react';
import { useState } from 'react';
import type { MadePromise } from '../../../agreement-words/promise-text.ts';
import { NumberField } from '../../../components/fields/number-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';

/** A promise as a sentence whose figures and names are fields, in place. */
export const PromiseFields = (props: {
  readonly about: MadePromise;
  /** How the promise is called, for who cannot see where the field stands. */
  readonly what: string;
  readonly onChange: (about: MadePromise) => void;
}) => {
  const { t, rich } = useMessages();
  const { about, what, onChange } = props;
  const level = about.level;
  const number = (field: NumberName, value: number, set: (value: number) => MadePromise): ReactNode => (
    <NumberField
      label={t(`agreement.field.${field}`, { what })}
      value={value}
      width={widthOf(value)}
      onChange={(next) => onChange(set(next))}
    />
  );
  const names = (
    field: 'attributes' | 'activities',
    value: readonly string[],
    set: (value: readonly string[]) => MadePromise,
  ) => <NamesField label={t(`agreement.field.${field}`)} value={value} onChange={(next) => onChange(set(next))} />;
  switch (about.promise) {
    case 'volume': {
      const { made } = about;
      return rich('agreement.promise.volume', {
        level,
        least: number('least', made.least, (least) => ({ ...about, made: { ...made, least } })),
        most: number('most', made.most, (most) => ({ ...about, made: { ...made, most } })),
        weeks: number('weeks', made.weeks, (weeks) => ({ ...about, made: { ...made, weeks } })),
        ofWeeks: number('ofWeeks', made.ofWeeks, (ofWeeks) => ({ ...about, made: { ...made, ofWeeks } })),
      });
    }
    case 'conversion': {
      const { made } = about;
      return rich('agreement.promise.conversion', {
        percent: number('percent', made.leastPercent, (leastPercent) => ({
          ...about,
          made: { ...made, leastPercent },
        })),
        days: number('days', made.withinDays, (withinDays) => ({ ...about, made: { ...made, withinDays } })),
      });
    }
    case 'data': {
      const { made } = about;
      return rich('agreement.promise.data', {
        attributes: names('attributes', made.attributes, (attributes) => ({ ...about, made: { ...made, attributes } })),
        percent: number('percent', made.leastPercent, (leastPercent) => ({
          ...about,
          made: { ...made, leastPercent },
        })),
      });
    }
    case 'never':
      return rich('agreement.promise.never', { names: <b>{about.made.map(({ name }) => name).join(', ')}</b> });
    case 'followUp': {
      const { made } = about;
      return rich('agreement.promise.followUp', {
        level,
        hours: number('hours', made.withinHours, (withinHours) => ({ ...about, made: { ...made, withinHours } })),
        percent: number('percent', made.leastPercent, (leastPercent) => ({
          ...about,
          made: { ...made, leastPercent },
        })),
      });
    }
    case 'capacity': {
      const { made } = about;
      return rich('agreement.promise.capacity', {
        perWeek: number('perWeek', made.perWeek, (perWeek) => ({ ...about, made: { ...made, perWeek } })),
        weeks: number('weeks', made.weeks, (weeks) => ({ ...about, made: { ...made, weeks } })),
        ofWeeks: number('ofWeeks', made.ofWeeks, (ofWeeks) => ({ ...about, made: { ...made, ofWeeks } })),
      });
    }
    case 'attempts': {
      const { made } = about;
      return rich('agreement.promise.attempts', {
        count: made.least,
        least: number('least', made.least, (least) => ({ ...about, made: { ...made, least } })),
        activities: names('activities', made.activities, (activities) => ({ ...about, made: { ...made, activities } })),
        days: number('days', made.withinDays, (withinDays) => ({ ...about, made: { ...made, withinDays } })),
        percent: number('percent', made.leastPercent, (leastPercent) => ({
          ...about,
          made: { ...made, leastPercent },
        })),
      });
    }
    case 'feedback': {
      const { made } = about;
      return rich('agreement.promise.feedback', {
        percent: number('percent', made.leastPercent, (leastPercent) => ({
          ...about,
          made: { ...made, leastPercent },
        })),
        days: number('days', made.withinDays, (withinDays) => ({ ...about, made: { ...made, withinDays } })),
      });
    }
  }
};

type NumberName = 'least' | 'most' | 'weeks' | 'ofWeeks' | 'percent' | 'days' | 'hours' | 'perWeek';

/** No wider than its figure, so that the sentence reads as one. */
const widthOf = (value: number): number => 10 + 9 * Math.max(1, String(value).length);

/** Names parted by commas; they are handed on when the field is left. */
const NamesField = (props: {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}) => {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? props.value.join(', ');
  const leave = () => {
    setTyped(null);
    const names = shown
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    if (names.length > 0 && names.join(', ') !== props.value.join(', ')) props.onChange(names);
  };
  return (
    <input
      className="field-input promise-names"
      aria-label={props.label}
      autoComplete="off"
      size={Math.min(30, Math.max(4, shown.length))}
      value={shown}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={({ key }) => {
        if (key === 'Enter') leave();
        if (key === 'Escape') setTyped(null);
      }}
    />
  );
};
