import { ChoiceField } from '../../components/fields/choice-field.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import type { Reviewed } from './reviewed.ts';

/** `fromMs` null: from when the version is in force. */
export interface LookedAt {
  readonly start: 'rules' | 'handover';
  readonly fromMs: number | null;
}

const WEEK_MS = 7 * 86_400_000;
const WEEKS = [13, 26, 52] as const;

/** From when it is reviewed, and from when the clocks run. */
export const ReviewControls = (props: {
  readonly review: Reviewed;
  readonly looked: LookedAt;
  readonly onChange: (looked: LookedAt) => void;
}) => {
  const { t, format } = useMessages();
  const { review, looked, onChange } = props;
  const chosen = WEEKS.find((weeks) => looked.fromMs === review.asOfMs - weeks * WEEK_MS);
  const byWeeks = (value: string): number | null =>
    value === IN_FORCE ? null : review.asOfMs - Number(value) * WEEK_MS;
  return (
    <div className="review-controls">
      <ChoiceField
        label={t('review.period')}
        value={looked.fromMs === null || chosen === undefined ? IN_FORCE : String(chosen)}
        choices={[
          { value: IN_FORCE, label: t('review.period.inForce', { date: format.date(review.signed.inForceFromMs) }) },
          ...WEEKS.map((weeks) => ({ value: String(weeks), label: t('review.period.weeks', { weeks }) })),
        ]}
        onChange={(value) => onChange({ ...looked, fromMs: byWeeks(value) })}
      />
      <ChoiceField
        label={t('review.start')}
        value={looked.start}
        choices={[
          { value: 'rules', label: t('review.start.rules') },
          { value: 'handover', label: t('review.start.handover') },
        ]}
        onChange={(start) => onChange({ ...looked, start })}
      />
    </div>
  );
};

const IN_FORCE = '';
