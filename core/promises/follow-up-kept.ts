import type { FollowUpPromise } from '../agreement/agreement-document.ts';
import { numberAt } from '../at.ts';
import { DAY_MS, type History, HOUR_MS } from '../history/history.ts';
import { calendarDay, requireZone } from '../time/zone.ts';
import { createDurations } from './duration-counts.ts';
import type { FollowUpFigure, JudgedPromise } from './judged-promise.ts';
import { datedLeads, type PromiseSetting } from './promise-setting.ts';
import { shareOf, unknown, type Verdict, verdictOfShare } from './promise-verdict.ts';
import { countDue, heldByShare, judgedSpans, NO_SPANS, spanCounts } from './span-counts.ts';

/**
 * Followed up within working hours of being handed over (STATISTICS.md 7, speed to lead). An open lead past its deadline is a
 * breach; one within it is pending and in no share. Whom sales had before, nothing was promised of.
 */
export function judgeFollowUp(
  setting: PromiseSetting,
  { level, withinHours, leastPercent }: FollowUpPromise,
): JudgedPromise<FollowUpFigure> {
  const { facts, clock } = setting;
  const { leads, startMs, followedMs, isStartUnknown } = datedLeads(setting, level);
  const promisedMs = withinHours * HOUR_MS;
  const counts = spanCounts(setting.weeks);
  const durations = createDurations();
  const sums = { kept: 0, late: 0, neverTaken: 0, pending: 0, takenBefore: 0, unknownStart: 0 };
  for (let index = 0; index < leads.length; index += 1) {
    const start = numberAt(startMs, index);
    const followed = numberAt(followedMs, index);
    if (isStartUnknown[index] === 1) sums.unknownStart += 1;
    else if (followed < start) sums.takenBefore += 1;
    else {
      const isOpen = Number.isNaN(followed);
      const workedMs = clock.workingMsBetween(start, isOpen ? facts.asOfMs : followed);
      if (isOpen) durations.open(workedMs / HOUR_MS);
      else durations.happened(workedMs / HOUR_MS);
      const isInTime = workedMs <= promisedMs;
      if (isOpen && isInTime) sums.pending += 1;
      else {
        if (isInTime) sums.kept += 1;
        else if (isOpen) sums.neverTaken += 1;
        else sums.late += 1;
        countDue(counts, start, isInTime);
      }
    }
  }
  const { kept, ...others } = sums;
  const share = shareOf(kept, kept + sums.late + sums.neverTaken);
  const figure: FollowUpFigure = { kind: 'followUp', share, ...others, medianHours: durations.median() };
  const about = { whose: 'sales', level, figure } as const;
  if (!setting.hasDates) return { ...about, unit: 'week', ...NO_SPANS, verdict: unknown('noDates') };
  return {
    ...about,
    ...judgedSpans(counts, heldByShare(leastPercent)),
    verdict: followUpVerdict(setting, figure, leastPercent),
  };
}

function followUpVerdict({ history }: PromiseSetting, figure: FollowUpFigure, leastPercent: number): Verdict {
  if (figure.share.due === 0 && figure.unknownStart > 0) return unknown('noHandOver');
  return hasTimes(history) ? verdictOfShare(figure.share, leastPercent) : unknown('noTimes');
}

/** False where every stage stands at a midnight of the history's zone: dates were written down, and no hours. */
function hasTimes({ stages, timeZone }: History): boolean {
  const zone = requireZone(timeZone);
  return (
    stages.count === 0 || stages.atMs.some((atMs) => zone.instantOf(calendarDay(atMs, timeZone) * DAY_MS) !== atMs)
  );
}
