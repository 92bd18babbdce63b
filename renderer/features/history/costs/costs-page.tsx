import { useState } from 'react';
import type { WorkshopCosts } from '../../../../api/costs.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { Segments } from '../../../components/fields/segments.tsx';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useWorkshop } from '../../../stores/use-stores.tsx';
import { CostFiguresTable } from './cost-figures-table.tsx';
import { CostMonthsTable } from './cost-months-table.tsx';
import { CostsBy } from './costs-by.tsx';
import { yearsOf } from './costs-model.ts';
import { CostFilePage } from './import/cost-file-page.tsx';
import { CostFileReport } from './import/cost-file-report.tsx';
import { useCostsImport } from './import/use-costs-import.ts';
import { NobodysCosts } from './nobodys-costs.tsx';
import { type CostsOnScreen, useCosts } from './use-costs.ts';
import './costs.css';
import './import/cost-file.css';

/** What leads cost: by source and in all, and the costs by month, which can be typed in or come from a file. */
export const CostsPage = () => {
  const onScreen = useCosts();
  const { flow, failure, choose, map, setBy, run, leave, dismissFailure } = useCostsImport();
  const currency = onScreen.costs?.currency ?? null;
  return (
    <div className="costs-room">
      {failure !== null && <FailureNotice failure={failure} onDismiss={dismissFailure} />}
      {flow.step === 'ready' && (
        <CostFilePage flow={flow} currency={currency} map={map} setBy={setBy} run={run} leave={leave} />
      )}
      {flow.step === 'done' && <CostFileReport report={flow.report} currency={currency} onLeave={leave} />}
      {(flow.step === 'choosing' || flow.step === 'reading') && (
        <CostsOverview {...onScreen} isReading={flow.step === 'reading'} onFile={() => void choose()} />
      )}
    </div>
  );
};

type CostsOverviewProps = CostsOnScreen & { readonly isReading: boolean; readonly onFile: () => void };

const CostsOverview = (props: CostsOverviewProps) => {
  const { costs, failure, store, setBy, dismissFailure, isReading, onFile } = props;
  const { t } = useMessages();
  const isReadOnly = useWorkshop((state) => state.workshop?.open?.readOnly === true);
  return (
    <div className="costs scroll" {...scrollRegion(t('costs.title'))}>
      <h1 className="only-heard">{t('costs.title')}</h1>
      {failure !== null && <FailureNotice failure={failure} onDismiss={dismissFailure} />}
      {costs === null && failure === null && <p role="status">{t('costs.reading')}</p>}
      {costs !== null && (
        <div className="costs-head">
          <CostsBy costs={costs} isReadOnly={isReadOnly} onChange={(attribute) => void setBy(attribute)} />
          <span className="spring" />
          {isReading && <span role="status">{t('costs.file.reading')}</span>}
          <button type="button" className="button" disabled={isReadOnly || isReading} onClick={onFile}>
            {t('costs.file.open')}
          </button>
        </div>
      )}
      {costs !== null && <Costs costs={costs} store={store} />}
    </div>
  );
};

const Costs = ({ costs, store }: { readonly costs: WorkshopCosts; readonly store: CostsOnScreen['store'] }) => {
  const { t, format } = useMessages();
  const years = yearsOf(costs);
  const [chosen, setChosen] = useState<string | null>(null);
  const year = chosen !== null && years.includes(chosen) ? chosen : years[0];
  const { leadsWithoutCost, costCents } = costs.total;
  const title = t('costs.byWhat', { what: costs.by ?? t('costs.source') });
  return (
    <>
      <section aria-label={title}>
        <h2>{title}</h2>
        {costCents === null ? (
          <p className="secondary">{t('costs.noneYet')}</p>
        ) : (
          <>
            <p className="secondary costs-basis">
              {t('costs.basis')}{' '}
              {leadsWithoutCost > 0 &&
                t('costs.leftOut', { count: leadsWithoutCost, leads: format.count(leadsWithoutCost) })}
            </p>
            <CostFiguresTable costs={costs} />
          </>
        )}
      </section>
      <NobodysCosts costs={costs} />
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
