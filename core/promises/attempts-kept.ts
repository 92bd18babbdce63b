import type { AttemptsPromise } from '../agreement/agreement-document.ts';
import { numberAt } from '../at.ts';
import { wholeMs } from '../replay/facts.ts';
import { handOvers, stageMask, stageRows } from './hand-overs.ts';
import type { AttemptsFigure, JudgedPromise } from './judged-promise.ts';
import { datedLeads, type PromiseSetting } from './promise-setting.ts';
import { shareOf, unknown, verdictOfShare } from './promise-verdict.ts';
import { countDue, heldByShare, judgedSpans, NO_SPANS, spanCounts } from './span-counts.ts';

/** After one of these nobody has to try any more. */
const SETTLES = stageMask('sql', 'opportunity', 'won', 'lost', 'rejected');

/**
 * At least so many acts of sales within days of being handed over, of the leads that were given to sales and are old enough. The
 * days run from when the lead was ready and handed over, whichever is later; where its first stage is one of sales from when it was
 * ready, as attempts come before that.
 */
export function judgeAttempts(
  setting: PromiseSetting,
  level: string,
  promise: AttemptsPromise,
): JudgedPromise<AttemptsFigure> {
  const { facts } = setting;
  const { leads, startMs } = datedLeads(setting, level);
  const attemptsOf = attemptCounter(setting, promise);
  const { handedMs, isUnknown } = handOvers(setting.history, facts.asOfMs);
  const counts = spanCounts(setting.weeks);
  const sums = { due: 0, kept: 0, attempts: 0, pending: 0, settled: 0, notGiven: 0 };
  for (const [index, lead] of leads.entries()) {
    const readyMs = numberAt(startMs, index);
    const workedMs = numberAt(facts.workedAtMs, lead);
    const isFirstHandedOver = isUnknown[lead] !== 1 && numberAt(handedMs, lead) === workedMs;
    const start = isFirstHandedOver ? Math.max(readyMs, workedMs) : readyMs;
    const untilMs = start + wholeMs(promise.withinDays);
    if (Number.isNaN(workedMs)) sums.notGiven += 1;
    else if (untilMs > facts.asOfMs) sums.pending += 1;
    else {
      const attempts = attemptsOf(lead, start, untilMs);
      const isKept = attempts >= promise.least;
      if (!isKept && isSettled(setting, lead, untilMs)) sums.settled += 1;
      else {
        sums.due += 1;
        sums.attempts += attempts;
        if (isKept) sums.kept += 1;
        countDue(counts, readyMs, isKept);
      }
    }
  }
  const { due, kept, attempts, ...notDue } = sums;
  const share = shareOf(kept, due);
  const figure: AttemptsFigure = {
    kind: 'attempts',
    share,
    meanAttempts: due === 0 ? null : attempts / due,
    ...notDue,
  };
  const about = { whose: 'sales', level, figure } as const;
  if (!setting.hasDates) return { ...about, unit: 'week', ...NO_SPANS, verdict: unknown('noDates') };
  const isRecorded = setting.history.activities.type.cells.some((type) => promise.activities.includes(type));
  if (!isRecorded) return { ...about, unit: 'week', ...NO_SPANS, verdict: unknown('noActivities') };
  return {
    ...about,
    ...judgedSpans(counts, heldByShare(promise.leastPercent)),
    verdict: verdictOfShare(share, promise.leastPercent),
  };
}

/** From the start up to and with the end. */
function attemptCounter({ history }: PromiseSetting, promise: AttemptsPromise) {
  const { offsets, atMs, type } = history.activities;
  const isAttempt = Uint8Array.from(type.cells, (cell) => (promise.activities.includes(cell) ? 1 : 0));
  return (lead: number, startMs: number, untilMs: number): number => {
    let attempts = 0;
    const end = numberAt(offsets, lead + 1);
    for (let row = numberAt(offsets, lead); row < end; row += 1) {
      const at = numberAt(atMs, row);
      if (at >= startMs && at <= untilMs && isAttempt[numberAt(type.codes, row)] === 1) attempts += 1;
    }
    return attempts;
  };
}

function isSettled({ history }: PromiseSetting, lead: number, untilMs: number): boolean {
  const [first, end] = stageRows(history, lead, untilMs);
  for (let row = first; row < end; row += 1) if (SETTLES[numberAt(history.stages.stage, row)] === 1) return true;
  return false;
}
