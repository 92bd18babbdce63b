import type { FollowUpPromise } from '../agreement/agreement-document.ts';
import { HOUR_MS } from '../history/history.ts';
import { createDurations } from './duration-counts.ts';
import { countFollowUp, hasTimes } from './follow-up-counts.ts';
import type { FollowUpFigure, JudgedPromise } from './judged-promise.ts';
import { datedLeads, type PromiseSetting } from './promise-setting.ts';
import { type UnknownReason, unknown, verdictOfShare } from './promise-verdict.ts';
import { countDue, heldByShare, judgedSpans, NO_SPANS, spanCounts } from './span-counts.ts';

/** Followed up within working hours of being handed over, week by week, and how long it took. */
export function judgeFollowUp(
  setting: PromiseSetting,
  { level, withinHours, leastPercent }: FollowUpPromise,
): JudgedPromise<FollowUpFigure> {
  const { facts, clock } = setting;
  const weeks = spanCounts(setting.weeks);
  const durations = createDurations();
  const terms = { clock, withinHours, asOfMs: facts.asOfMs };
  const counts = countFollowUp(datedLeads(setting, level), terms, ({ startMs, workedMs, isOpen, isInTime }) => {
    if (isOpen) durations.open(workedMs / HOUR_MS);
    else durations.happened(workedMs / HOUR_MS);
    if (!(isOpen && isInTime)) countDue(weeks, startMs, isInTime);
  });
  const figure: FollowUpFigure = { kind: 'followUp', ...counts, medianHours: durations.median() };
  const about = { whose: 'sales', level, figure } as const;
  const reason = unknowable(setting, figure);
  if (reason !== null) return { ...about, unit: 'week', ...NO_SPANS, verdict: unknown(reason) };
  return {
    ...about,
    ...judgedSpans(weeks, heldByShare(leastPercent)),
    verdict: verdictOfShare(figure.share, leastPercent),
  };
}

function unknowable({ history, hasDates }: PromiseSetting, figure: FollowUpFigure): UnknownReason | null {
  if (!hasDates) return 'noDates';
  if (figure.share.due === 0 && figure.unknownStart > 0) return 'noHandOver';
  return hasTimes(history) ? null : 'noTimes';
}
