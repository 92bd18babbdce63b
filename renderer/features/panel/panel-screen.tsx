import { useState } from 'react';
import type { PanelSummary } from '../../../api/panel.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { ChoiceField } from '../../components/fields/choice-field.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { hashOf } from '../../stores/route-store.ts';
import { useRoute, useWorkshop } from '../../stores/use-stores.tsx';
import { DrawForm } from './draw/draw-form.tsx';
import { Judging } from './judge/judging.tsx';
import { PanelResultsView } from './results/panel-results-view.tsx';
import { SeatsColumn } from './seats-column.tsx';
import { usePanels } from './use-panels.ts';
import './panel.css';

/** Both teams judge the same leads, blind and alone; then they see where they agree, where not, and which scenario agrees with whom. */
export const PanelScreen = () => {
  const { t } = useMessages();
  const leads = useWorkshop((state) => state.workshop?.open?.leads ?? 0);
  if (leads > 0) return <Panels />;
  return (
    <EmptyState title={t('panel.noHistory')} next={t('panel.noHistoryNext')}>
      <a className="button primary" href={hashOf('history')}>
        {t('panel.toHistory')}
      </a>
    </EmptyState>
  );
};

const Panels = () => {
  const { t } = useMessages();
  const { panels, failure, load } = usePanels();
  const detail = useRoute((route) => route.detail);
  if (failure !== null) return <FailureNotice failure={failure} onRetry={() => void load()} />;
  if (panels === null) {
    return (
      <p className="panel-working secondary" role="status">
        {t('panel.working')}
      </p>
    );
  }
  const panel = panels.find(({ id }) => String(id) === detail) ?? panels[0];
  if (panel === undefined || detail === 'new') {
    return <DrawForm count={panels.length} canGoBack={panel !== undefined} onDrawn={load} />;
  }
  return <OnePanel key={panel.id} panel={panel} panels={panels} onChanged={load} />;
};

/** The results are others when a round begins or ends, and when a lead of the panel was erased. */
const standOf = ({ round, isRoundDone, leads }: PanelSummary): string => JSON.stringify([round, isRoundDone, leads]);

const OnePanel = (props: {
  readonly panel: PanelSummary;
  readonly panels: readonly PanelSummary[];
  readonly onChanged: () => Promise<void>;
}) => {
  const { panel, panels, onChanged } = props;
  const { t, format } = useMessages();
  const [judging, setJudging] = useState<number | null>(null);
  const seat = panel.seats.find(({ seatId }) => seatId === judging);
  if (seat !== undefined) {
    return (
      <Judging
        panel={panel}
        seat={seat}
        onLeave={() => {
          setJudging(null);
          void onChanged();
        }}
      />
    );
  }
  return (
    <div className="panel-screen">
      <header className="panel-head">
        <div>
          <h1>{panel.name}</h1>
          <p className="secondary">
            {t('panel.about', {
              leads: panel.leads,
              level: panel.levelName,
              threshold: format.points(panel.threshold),
              day: format.date(panel.createdAtMs),
              seed: String(panel.seed),
            })}
          </p>
        </div>
        <div className="panel-tools">
          {panels.length > 1 && (
            <ChoiceField
              label={t('panel.choose')}
              value={String(panel.id)}
              choices={panels.map(({ id, name }) => ({ value: String(id), label: name }))}
              onChange={(id) => {
                window.location.hash = hashOf('panel', id);
              }}
            />
          )}
          <a className="button" href={hashOf('panel', 'new')}>
            {t('panel.drawAnother')}
          </a>
        </div>
      </header>
      <SeatsColumn panel={panel} onJudge={setJudging} onChanged={onChanged} />
      <div className="panel-main">
        {panel.hasResults ? (
          <PanelResultsView key={standOf(panel)} panel={panel} onChanged={onChanged} />
        ) : (
          <div className="panel-waiting">
            <h2>{t('panel.closed')}</h2>
            <p className="secondary">{t('panel.closedNext')}</p>
          </div>
        )}
      </div>
    </div>
  );
};
