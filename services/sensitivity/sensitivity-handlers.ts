/** What moves a level: gathers the rules that are asked about, and leaves the replays to a worker. */

import { withMaturity } from '../../core/replay/replay-result.ts';
import type { Sensitivity } from '../../core/sensitivity/sensitivity.ts';
import { readSettings } from '../../db/queries/settings.ts';
import { comparedSides } from '../analysis/compared-sides.ts';
import type { Handler } from '../dispatch.ts';
import { refuse } from '../failure.ts';
import type { ActiveJobs } from '../jobs/active-jobs.ts';
import type { SensitivityJobData } from '../jobs/sensitivity-worker.ts';
import { askedOptions } from '../replay/asked-question.ts';
import type { OpenWorkshop } from '../workshop/open-workshop.ts';

export interface SensitivityHandlerParts {
  readonly open: OpenWorkshop;
  readonly jobs: ActiveJobs;
  readonly sensitivityWorker: URL;
}

const SENSITIVITY_SEED = 1;

export function createSensitivityHandlers({ open, jobs, sensitivityWorker }: SensitivityHandlerParts): {
  readonly 'sensitivity.run': Handler<'sensitivity.run'>;
} {
  return {
    'sensitivity.run': async ({ level: levelId, options: stated, side, parts, jobId }) => {
      const opened = open.readable();
      if (!opened.ok) return opened;
      const workshop = opened.value;
      const options = askedOptions(stated);
      if (!options.ok) return options;
      const sides = comparedSides(workshop, [side]);
      if (!sides.ok) return sides;
      const [asked] = sides.value;
      if (asked === undefined || asked.kind === 'handover')
        return refuse('badInput', 'What sales was given has no rules that could be moved.', 'side');
      const { ruleSet } = asked;
      const level = ruleSet.levels.find(({ id }) => id === levelId);
      if (level === undefined) return refuse('notFound', `The rules have no level "${levelId}".`, 'level');
      const data: SensitivityJobData = {
        workshopPath: workshop.path,
        question: {
          ruleSet,
          level,
          options: withMaturity(options.value, readSettings(workshop).maturityDays),
          parts,
          seed: SENSITIVITY_SEED,
        },
      };
      return jobs.run<Sensitivity>(jobId, { worker: sensitivityWorker, data });
    },
  };
}
