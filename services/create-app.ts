/** The use cases with everything they need passed in. Only electron/main and cli/ call this. */
import type { AppEvent } from '../api/bridge.ts';
import { historyVersion } from '../db/history/read-history.ts';
import { closeWorkshop } from '../db/open-workshop.ts';
import { readSettings } from '../db/queries/settings.ts';
import { createAgreementHandlers } from './agreement/agreement-handlers.ts';
import { createAnalysisHandlers } from './analysis/analysis-handlers.ts';
import { createCourseHandlers } from './analysis/course/course-handlers.ts';
import { createLineHandlers } from './analysis/line/line-handlers.ts';
import { createPairHandlers } from './analysis/pair/pair-handlers.ts';
import { createPromisesHandlers } from './analysis/promises/promises-handlers.ts';
import { createWhereHandlers } from './analysis/where/where-handlers.ts';
import { createCostsHandlers } from './costs/costs-handlers.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import { reply } from './failure.ts';
import { createFileTokens, type FileTokens } from './file-tokens.ts';
import { createEraseHandlers } from './history/erase-handlers.ts';
import { createHistoryCounting } from './history/history-counting.ts';
import { createHistoryHandlers } from './history/history-handlers.ts';
import { createProfileHandlers } from './history/profile-handlers.ts';
import { createImportHandlers } from './import/import-handlers.ts';
import { createActiveJobs } from './jobs/active-jobs.ts';
import { createJobHandlers } from './jobs/job-handlers.ts';
import { createToldWhenLong } from './jobs/told-when-long.ts';
import { createListsHandlers } from './lists/lists-handlers.ts';
import { createBallotHandlers } from './panel/ballot/ballot-handlers.ts';
import { createPanelHandlers } from './panel/panel-handlers.ts';
import { createPanelQuestions } from './panel/panel-questions.ts';
import { createEffectHandlers } from './replay/effect-handlers.ts';
import { createGridHandlers } from './replay/grid-handlers.ts';
import { createReplayClient } from './replay/replay-client.ts';
import { createReplayHandlers, type ReplayHandlerParts } from './replay/replay-handlers.ts';
import { createReviewHandlers } from './review/review-handlers.ts';
import { createScenarioHandlers } from './scenario/scenario-handlers.ts';
import { readScenarioState } from './scenario/scenario-state.ts';
import { createNotesHandlers } from './seats/notes-handlers.ts';
import { createSeatsHandlers } from './seats/seats-handlers.ts';
import { createSensitivityHandlers } from './sensitivity/sensitivity-handlers.ts';
import type { Shell } from './shell/shell.ts';
import { withShellCalls } from './shell/shell-calls.ts';
import { createSuggestHandlers } from './suggest/suggest-handlers.ts';
import { createTemplateHandlers } from './templates/template-handlers.ts';
import { createTimelineHandlers } from './timeline/timeline-handlers.ts';
import { createOpenWorkshop, type OpenWorkshop } from './workshop/open-workshop.ts';
import { createRecentWorkshops } from './workshop/recent-workshops.ts';
import { createWorkshopHandlers } from './workshop/workshop-handlers.ts';

export interface AppParts {
  readonly shell: Partial<Shell>;
  readonly workers: Workers;
  /** A folder of the app's own; made when first needed. */
  readonly settingsFolder: string;
  readonly emit: (event: AppEvent) => void;
  readonly now: () => number;
  /** Gets one line for each bug. */
  readonly log: (line: string) => void;
}

/** Entry files: TypeScript from the sources, JavaScript from the bundle. */
export interface Workers {
  readonly replay: URL;
  readonly demo: URL;
  readonly import: URL;
  readonly erase: URL;
  readonly suggest: URL;
  readonly sensitivity: URL;
  readonly lists: URL;
  readonly count: URL;
}

export interface App {
  readonly dispatch: Dispatch;
  /** For shells that name files themselves: an upload, a file given on the command line. */
  readonly tokens: FileTokens;
  /** Ends the workers and closes the workshop. */
  readonly close: () => Promise<void>;
}

export function createApp({ shell, workers, settingsFolder, emit, now, log }: AppParts): App {
  const tokens = createFileTokens();
  const jobs = createActiveJobs(emit);
  const open = createOpenWorkshop(emit);
  const told = createToldWhenLong(emit);
  const replay = told.watched(createReplayClient(workers.replay, told.onProgress));
  const counting = createHistoryCounting(workers.count);
  const { profileOf } = counting;
  const recent = createRecentWorkshops(settingsFolder, log);
  const announce = () => emit({ kind: 'changed', what: 'workshop' });
  const dispatch = createDispatch(
    {
      ...createWorkshopHandlers({
        open,
        recent,
        tokens,
        jobs,
        replay,
        counting,
        demoWorker: workers.demo,
        now,
        announce,
      }),
      ...createHistoryHandlers({ open, profileOf }),
      ...createEraseHandlers({ open, jobs, replay, counting, eraseWorker: workers.erase, now, emit }),
      ...createTemplateHandlers({ open, profileOf }),
      ...createScenarioHandlers({ open, tokens, profileOf, now }),
      ...createSeatsHandlers({ open, now }),
      ...createNotesHandlers({ open, now }),
      ...createAgreementHandlers({ open, now }),
      ...createPanelHandlers({ open, now }),
      ...createBallotHandlers({ open, now }),
      ...createPanelQuestions({ open, client: replay, replayable: () => replayableOf(open), now }),
      ...createTimelineHandlers({ open }),
      ...createSuggestHandlers({ open, jobs, suggestWorker: workers.suggest }),
      ...createSensitivityHandlers({ open, jobs, sensitivityWorker: workers.sensitivity }),
      ...createProfileHandlers({ open, client: replay, replayable: () => replayableOf(open) }),
      ...createEffectHandlers({ open, client: replay, replayable: () => replayableOf(open) }),
      ...createGridHandlers({ client: replay, replayable: () => replayableOf(open) }),
      ...createReplayHandlers({ client: replay, replayable: () => replayableOf(open) }),
      ...createAnalysisHandlers({ open, client: replay, replayable: () => replayableOf(open) }),
      ...createCourseHandlers({ open, client: replay, replayable: () => replayableOf(open) }),
      ...createLineHandlers({ open, client: replay, replayable: () => replayableOf(open) }),
      ...createPairHandlers({ open, client: replay, replayable: () => replayableOf(open) }),
      ...createWhereHandlers({ open, client: replay, replayable: () => replayableOf(open) }),
      ...createPromisesHandlers({ open, client: replay, replayable: () => replayableOf(open), now }),
      ...createCostsHandlers({ open, client: replay, replayable: () => replayableOf(open), tokens, now }),
      ...createListsHandlers({
        open,
        client: replay,
        replayable: () => replayableOf(open),
        jobs,
        listsWorker: workers.lists,
        now,
        emit,
      }),
      ...createReviewHandlers({ open, client: replay, replayable: () => replayableOf(open) }),
      ...createJobHandlers({ jobs, replay }),
      ...createImportHandlers({
        open,
        tokens,
        jobs,
        importWorker: workers.import,
        keyFolder: settingsFolder,
        now,
        emit,
      }),
    },
    log,
  );
  return {
    dispatch: withShellCalls(dispatch, shell, tokens),
    tokens,
    close: async () => {
      await Promise.all([jobs.close(), replay.close(), counting.stop()]);
      const current = open.current();
      open.replace(null);
      if (current !== null) closeWorkshop(current);
    },
  };
}

function replayableOf(open: OpenWorkshop): ReturnType<ReplayHandlerParts['replayable']> {
  const workshop = open.readable();
  if (!workshop.ok) return workshop;
  const { ruleSet, baseline } = readScenarioState(workshop.value);
  const { maturityDays } = readSettings(workshop.value);
  const source = { path: workshop.value.path, version: historyVersion(workshop.value), maturityDays };
  return reply({ source, scenario: ruleSet, baseline: baseline.ruleSet });
}
