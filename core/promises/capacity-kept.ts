import type { CapacityPromise } from '../agreement/agreement-document.ts';
import { numberAt } from '../at.ts';
import { type CalendarSpans, isWholeSpan, spanCount, spanOf } from './calendar-spans.ts';
import type { CapacityFigure, JudgedPromise } from './judged-promise.ts';
import type { PromiseSetting, StartedLeads } from './promise-setting.ts';
import { unknown, verdictOfWeeks } from './promise-verdict.ts';
import { judgedSpans, NO_SPANS } from './span-counts.ts';

/**
 * Up to so many leads a week followed up. Replayed by the rules a week holds when no more leads come than that, as nobody knows
 * what sales would have done. Of what really happened it holds when sales followed up as many as waited when the week began, or
 * as many as it promised.
 */
export function judgeCapacity(
  setting: PromiseSetting,
  level: string,
  promise: CapacityPromise,
): JudgedPromise<CapacityFigure> {
  const about = { whose: 'sales', level, unit: 'week' } as const;
  if (!setting.hasDates) return { ...about, ...NO_SPANS, figure: NO_WEEKS, verdict: unknown('noDates') };
  const { weeks } = setting;
  const came = new Int32Array(spanCount(weeks));
  const followed = new Int32Array(spanCount(weeks));
  countWeeks(setting.started(level), weeks, came, followed);
  const isReplayed = !setting.hasHappened;
  const due = isReplayed ? came : waitingAtStart(came, followed).map((waiting) => Math.min(waiting, promise.perWeek));
  const counts = {
    spans: weeks,
    due,
    kept: isReplayed ? came.map((leads) => Math.min(leads, promise.perWeek)) : followed,
  };
  const judged = judgedSpans(counts, (leads, kept, week) => (isWholeSpan(weeks, week) ? kept >= leads : null));
  return {
    ...about,
    ...judged,
    figure: capacityFigure(weeks, came, followed, promise),
    verdict: verdictOfWeeks(judged.spansHeld, judged.spansJudged, promise),
  };
}

const NO_WEEKS: CapacityFigure = { kind: 'capacity', weeks: 0, weeksOver: 0, cameMean: null, followedMean: null };

/** Whom sales had before they were handed over comes, and is followed up, in the week of its hand-over. */
function countWeeks(started: StartedLeads, weeks: CalendarSpans, came: Int32Array, followed: Int32Array): void {
  for (const [index, startMs] of started.startMs.entries()) {
    const week = spanOf(weeks, startMs);
    if (week === -1) continue;
    came[week] = numberAt(came, week) + 1;
    const followedMs = started.isStartUnknown[index] === 1 ? startMs : numberAt(started.followedMs, index);
    const weekAfter = spanOf(weeks, Math.max(startMs, followedMs));
    if (weekAfter >= 0) followed[weekAfter] = numberAt(followed, weekAfter) + 1;
  }
}

/** Nobody waits at the beginning of the first week. */
function waitingAtStart(came: Int32Array, followed: Int32Array): Int32Array {
  let waiting = 0;
  return came.map((leads, week) => {
    const before = waiting;
    waiting += leads - numberAt(followed, week);
    return before;
  });
}

function capacityFigure(
  weeks: CalendarSpans,
  came: Int32Array,
  followed: Int32Array,
  { perWeek }: CapacityPromise,
): CapacityFigure {
  const isWhole = (_: number, week: number): boolean => isWholeSpan(weeks, week);
  const whole = came.filter(isWhole);
  if (whole.length === 0) return NO_WEEKS;
  const sum = (leads: Int32Array): number => leads.reduce((total, one) => total + one, 0);
  return {
    kind: 'capacity',
    weeks: whole.length,
    weeksOver: whole.filter((leads) => leads > perWeek).length,
    cameMean: sum(whole) / whole.length,
    followedMean: sum(followed.filter(isWhole)) / whole.length,
  };
}
