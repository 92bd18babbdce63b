import type { Limits } from '../../../../core/rule-set/rule-set.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useRuleEditing } from '../rule-editing.tsx';

/** "at least −50, at most 60", with the baseline's figure where it differs. */
export const LimitWords = (props: {
  readonly limits: Limits;
  readonly before: Limits | undefined;
  /** Says nothing where there is no limit. */
  readonly quiet?: boolean;
}) => {
  const { limits, before, quiet = false } = props;
  const { t, rich, format } = useMessages();
  const { baselineName } = useRuleEditing();
  const was = (now: number | undefined, then: number | undefined) =>
    before === undefined || now === then ? null : (
      <span className="hint">
        {' '}
        {t('rules.limit.was', {
          baseline: baselineName,
          was: then === undefined ? t('rules.limit.none') : format.points(then),
        })}
      </span>
    );
  return (
    <span className="secondary">
      {limits.min !== undefined && <>{rich('rules.limit.least', { least: format.points(limits.min) })} </>}
      {was(limits.min, before?.min)}
      {limits.max !== undefined && rich('rules.limit.most', { most: format.points(limits.max) })}
      {was(limits.max, before?.max)}
      {limits.min === undefined && limits.max === undefined && !quiet && t('rules.limit.none')}
    </span>
  );
};
