/** Entry of the job that moves one lever after the other: thousands of replays, and the replay's thread stays free to answer. */
import type { Sensitivity } from '../../core/sensitivity/sensitivity.ts';
import { closeWorkshop, openWorkshopConnection } from '../../db/open-workshop.ts';
import { runSensitivity, type SensitivityQuestion } from '../sensitivity/sensitivity-job.ts';
import { serveJob } from './serve-job.ts';

export interface SensitivityJobData {
  readonly workshopPath: string;
  readonly question: SensitivityQuestion;
}

await serveJob<SensitivityJobData, Sensitivity>(({ workshopPath, question }, control) => {
  const opened = openWorkshopConnection(workshopPath, 'read');
  if (!opened.ok) return opened;
  try {
    return runSensitivity(opened.value, question, control);
  } finally {
    closeWorkshop(opened.value);
  }
});
