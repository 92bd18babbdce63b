/** Suggested points: gathers what the workshop says, and leaves the learning to a worker. */
import type { SuggestionAnswer } from '../../api/suggest.ts';
import { withMaturity } from '../../core/replay/replay-result.ts';
import { viewOptions } from '../../core/replay/view.ts';
import { listKeptOut } from '../../db/queries/kept-out.ts';
import { readSettings } from '../../db/queries/settings.ts';
import type { Handler } from '../dispatch.ts';
import { refuse } from '../failure.ts';
import type { ActiveJobs } from '../jobs/active-jobs.ts';
import type { SuggestJobData } from '../jobs/suggest-worker.ts';
import { readScenarioState } from '../scenario/scenario-state.ts';
import type { OpenWorkshop } from '../workshop/open-workshop.ts';

export interface SuggestParts {
  readonly open: OpenWorkshop;
  readonly jobs: ActiveJobs;
  readonly suggestWorker: URL;
}

/** Draws the same leads each time, so that the same question has the same answer. */
export const SUGGESTION_SEED = 1;

export function createSuggestHandlers({ open, jobs, suggestWorker }: SuggestParts): {
  readonly 'suggest.run': Handler<'suggest.run'>;
} {
  return {
    'suggest.run': async ({ constraints, chooseBeforeMs, judgeAfterMs, horizon, jobId }) => {
      const opened = open.readable();
      if (!opened.ok) return opened;
      const workshop = opened.value;
      const { ruleSet, scope, view } = readScenarioState(workshop);
      const unknown = constraints.fixed.find((id) => ruleSet.rules.every((rule) => rule.id !== id));
      if (unknown !== undefined)
        return refuse('notFound', `The scenario has no rule "${unknown}" any more.`, 'constraints.fixed');
      const data: SuggestJobData = {
        workshopPath: workshop.path,
        question: {
          options: withMaturity(
            { ...viewOptions(view, scope), ...(horizon === undefined ? {} : { horizon }) },
            readSettings(workshop).maturityDays,
          ),
          constraints: { ...constraints, fixed: ruleSet.rules.filter(({ id }) => constraints.fixed.includes(id)) },
          periods: {
            ...(chooseBeforeMs === undefined ? {} : { chooseBeforeMs }),
            ...(judgeAfterMs === undefined ? {} : { judgeAfterMs }),
          },
          present: ruleSet,
          keptOut: listKeptOut(workshop),
          seed: SUGGESTION_SEED,
        },
      };
      return jobs.run<SuggestionAnswer>(jobId, { worker: suggestWorker, data });
    },
  };
}
