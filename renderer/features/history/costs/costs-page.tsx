import { useState } from 'react';
import type { WorkshopCosts } from '../../../../api/costs.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { Segments } from '../../../components/fields/segments.tsx';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { CostFiguresTable } from './cost-figures-table.tsx';
import { CostMonthsTable } from './cost-months-table.tsx';
import { yearsOf } from './costs-model.ts';
import { type CostsOnScreen, useCosts } from './use-costs.ts';
import './costs.css';

/** What leads cost: by source and in all, and the costs by month, which can be typed in. */
export const CostsPage = () => {
  const { t } = useMessages();
  const { costs, failure, store, dismissFailure } = useCosts();
  return (
    <div className="costs scroll" {...scrollRegion(t('costs.title'))}>
      <h1 className="only-heard">{t('costs.title')}</h1>
      {failure !== null && <FailureNotice failure={failure} onDismiss={dismissFailure} />}
      {costs === null && failure === null && <p role="status">{t('costs.reading')}</p>}
      {costs !== null && <Costs costs={costs} store={store} />}
    </div>
  );
};

const Costs = ({ costs, store }: { readonly costs: WorkshopCosts; readonly store: CostsOnScreen['store'] }) => {
  const { t, format } = useMessages();
  const years = yearsOf(costs);
  const [chosen, setChosen] = useState<string | null>(null);
  const year = chosen ?? years[0];
  const { leadsWithoutCost } = costs.total;
  return (
    <>
      <section aria-label={t('costs.bySource')}>
        <h2>{t('costs.bySource')}</h2>
        <p className="secondary">
          {t('costs.basis')}{' '}
          {leadsWithoutCost > 0 &&
            t('costs.leftOut', { count: leadsWithoutCost, leads: format.count(leadsWithoutCost) })}
        </p>
        <CostFiguresTable costs={costs} />
      </section>
      {year !== undefined && (
        <section aria-label={t('costs.byMonth')}>
          <div className="costs-head">
            <h2>{t('costs.byMonth')}</h2>
            <Segments
              label={t('costs.year')}
              value={year}
              choices={years.map((value) => ({ value, label: value }))}
              onChange={setChosen}
            />
          </div>
          <p className="secondary">{t('costs.typing')}</p>
          <CostMonthsTable costs={costs} year={year} store={store} />
        </section>
      )}
    </>
  );
};
