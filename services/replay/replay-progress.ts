/** How far a question's own long work is: reading the history, packing it, replaying it by the plain kernel. */
import type { JobProgress } from '../jobs/job-messages.ts';

/** Told often; whoever listens takes what it needs. */
export type OnProgress = (progress: JobProgress) => void;

const REPORT_EVERY_MS = 100;

/** Passes on the first of a phase, and then one every tenth of a second. */
export function reportsFrom(clockMs: () => number, report: OnProgress): OnProgress {
  let reported: { readonly phase: JobProgress['phase']; readonly atMs: number } | undefined;
  return (progress) => {
    const atMs = clockMs();
    if (reported?.phase === progress.phase && atMs - reported.atMs < REPORT_EVERY_MS) return;
    reported = { phase: progress.phase, atMs };
    report(progress);
  };
}
