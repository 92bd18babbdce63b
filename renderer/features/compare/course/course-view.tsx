import { FailureNotice } from '../../../components/failure-notice.tsx';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useAnswer } from '../../../stores/use-answer.ts';
import type { CompareFocus } from '../compare-focus.ts';
import { CohortsCard } from './cohorts/cohorts-card.tsx';
import { courseView } from './course-sides.ts';
import { CurveCard } from './curve/curve-card.tsx';
import { FunnelCard } from './funnel/funnel-card.tsx';
import { LoadCard } from './load/load-card.tsx';
import './course.css';

/** What becomes of the leads of both sides as time goes by. */
export const CourseView = ({ focus }: { readonly focus: CompareFocus }) => {
  const messages = useMessages();
  const { t } = messages;
  const { level, options, a, b } = focus;
  const { answer, failure, isLate, retry } = useAnswer('compare.course', (key) => ({
    level,
    options,
    key,
    a: a.side,
    b: b.side,
  }));
  if (failure !== null) return <FailureNotice failure={failure} onRetry={retry} />;
  if (answer === null) {
    return (
      <p className="compare-working secondary" role="status">
        {t('compare-course.working')}
      </p>
    );
  }
  const view = courseView(answer, focus, messages);
  return (
    <div className="course scroll" aria-busy={isLate} {...scrollRegion(t('compare.view.course'))}>
      <CurveCard view={view} />
      <FunnelCard view={view} />
      <LoadCard view={view} />
      <CohortsCard view={view} />
    </div>
  );
};
