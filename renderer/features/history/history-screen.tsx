import { useCallback } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useWorkshopActions } from '../../frame/use-workshop-actions.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { hasBegunWork } from '../../stores/job-store.ts';
import { hashOf } from '../../stores/route-store.ts';
import { useHistory, useJobs, useRoute } from '../../stores/use-stores.tsx';
import { CostsPage } from './costs/costs-page.tsx';
import { DropTarget } from './drop/drop-target.tsx';
import { useFileDrop } from './drop/use-file-drop.ts';
import { FilesReady } from './files-ready.tsx';
import { FolderReady } from './folder-ready.tsx';
import { COSTS, HistoryTabs, QUALITY } from './history-tabs.tsx';
import { QualityPage } from './quality/quality-page.tsx';
import { ReportPage } from './report/report-page.tsx';
import { HistorySummaryPage } from './summary/history-summary.tsx';
import { useImportFlow } from './use-import-flow.ts';
import './history.css';
import './import.css';
import './mapping/mapping.css';
import './summary/summary.css';

/** What the history holds, and the way in for more: choose, say what the columns mean, see what was read and what was not. */
export const HistoryScreen = () => {
  const { t } = useMessages();
  const detail = useRoute((route) => route.detail);
  const summary = useHistory((state) => state.summary);
  const historyFailure = useHistory((state) => state.failure);
  const load = useHistory((state) => state.load);
  const { flow, failure, choose, run, leave, dismissFailure, ...files } = useImportFlow();
  const isBusy = useJobs(hasBegunWork);
  const actions = useWorkshopActions();
  const choices = { onFolder: () => void choose('data-folder'), onFile: () => void choose('delimited') };
  const shownReport =
    detail?.startsWith(REPORT) === true ? summary?.imports.find((one) => `${REPORT}${one.id}` === detail) : undefined;
  const { drop } = files;
  const takeDrop = useCallback((dropped: Promise<readonly File[]>) => void drop(dropped), [drop]);
  const isPlaceForFiles = !isBusy && ['choosing', 'files', 'done'].includes(flow.step) && detail !== COSTS;
  const isOver = useFileDrop(isPlaceForFiles ? takeDrop : null);
  const finish = () => {
    leave();
    window.location.hash = hashOf('history');
  };
  return (
    <div className="history">
      {isOver && <DropTarget />}
      {failure !== null && <FailureNotice failure={failure} onDismiss={dismissFailure} />}
      {historyFailure !== null && <FailureNotice failure={historyFailure} onRetry={() => void load()} />}
      <div className="history-room">
        {flow.step === 'inspecting' && (
          <p className="history-reading" role="status">
            {t('history.reading')}
          </p>
        )}
        {flow.step === 'folder' && (
          <FolderReady
            isBusy={isBusy}
            tokens={flow.tokens}
            files={flow.files}
            onRun={() => void run()}
            onLeave={leave}
          />
        )}
        {flow.step === 'files' && (
          <FilesReady
            isBusy={isBusy}
            files={flow.files}
            shown={flow.shown}
            isAdding={flow.isAdding}
            onShow={files.show}
            onAdd={choices.onFile}
            onRemove={files.remove}
            onRead={(file, reading) => void files.read(file, reading)}
            onSwapBasis={files.swapBasis}
            onChange={files.map}
            onRun={() => void run()}
            onLeave={leave}
          />
        )}
        {flow.step === 'done' && (
          <ReportPage
            key={flow.report.id}
            report={flow.report}
            onChanged={flow.onChanged}
            onTake={() => void run('take')}
            onLeave={finish}
          />
        )}
        {flow.step === 'choosing' && shownReport !== undefined && (
          <ReportPage key={shownReport.id} report={shownReport} onChanged={null} onTake={() => {}} onLeave={finish} />
        )}
        {flow.step === 'choosing' && summary === null && historyFailure === null && (
          <p className="history-reading history-counting" role="status">
            {t('history.counting')}
          </p>
        )}
        {flow.step === 'choosing' && shownReport === undefined && summary?.leads === 0 && (
          <EmptyState title={t('history.empty')} next={t('history.emptyNext')}>
            <button type="button" className="button primary" onClick={choices.onFile}>
              {t('history.openFile')}
            </button>
            <button type="button" className="button" onClick={choices.onFolder}>
              {t('history.openFolder')}
            </button>
            <button type="button" className="button" onClick={actions.createDemo}>
              {t('history.demo')}
            </button>
          </EmptyState>
        )}
        {flow.step === 'choosing' && shownReport === undefined && summary !== null && summary.leads > 0 && (
          <div className="history-part">
            <HistoryTabs detail={detail} />
            {detail === QUALITY && <QualityPage />}
            {detail === COSTS && <CostsPage />}
            {detail !== QUALITY && detail !== COSTS && (
              <HistorySummaryPage
                summary={summary}
                reportHash={(id) => hashOf('history', `${REPORT}${id}`)}
                {...choices}
              />
            )}
          </div>
        )}
      </div>
    </div>
  );
};

const REPORT = 'report-';
