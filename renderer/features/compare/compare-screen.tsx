import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { hashOf } from '../../stores/route-store.ts';
import { levelOf, optionsOf } from '../../stores/scenario-store.ts';
import { useAnswer } from '../../stores/use-answer.ts';
import { useScenario, useWorkshop } from '../../stores/use-stores.tsx';
import { CompareViews } from './compare-views.tsx';
import { ComparedPairProvider } from './pair/compared-pair.tsx';
import { ScenarioTable } from './scenarios/scenario-table.tsx';
import { useCompareFocus } from './use-compare-focus.ts';
import { Verdict } from './verdict/verdict.tsx';
import './compare.css';

/** The charts that settle it: every scenario at one level, then two of them in depth. */
export const CompareScreen = () => {
  const { t } = useMessages();
  const leads = useWorkshop((state) => state.workshop?.open?.leads ?? 0);
  if (leads > 0) return <Compared />;
  return (
    <EmptyState title={t('compare.noHistory')} next={t('compare.noHistoryNext')}>
      <a className="button primary" href={hashOf('history')}>
        {t('compare.toHistory')}
      </a>
    </EmptyState>
  );
};

const Compared = () => {
  const { t } = useMessages();
  const level = useScenario(levelOf);
  const options = useScenario(optionsOf);
  const { answer, failure, isLate, retry } = useAnswer(
    'compare.scenarios',
    level === null ? null : (key) => ({ level, options, key }),
  );
  const focus = useCompareFocus(answer);
  if (failure !== null) return <FailureNotice failure={failure} onRetry={retry} />;
  if (answer === null || focus === null) {
    return (
      <p className="compare-working secondary" role="status">
        {t('compare.working')}
      </p>
    );
  }
  if (answer.leads === 0) return <EmptyState title={t('compare.noCohort')} next={t('compare.noCohortNext')} />;
  return (
    <ComparedPairProvider focus={focus}>
      <div className="compare" aria-busy={isLate} data-whose={focus.b.whose}>
        <Verdict focus={focus} />
        <ScenarioTable compared={answer} focus={focus} />
        <CompareViews focus={focus} />
      </div>
    </ComparedPairProvider>
  );
};
