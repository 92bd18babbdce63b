import type { FeedbackPromise } from '../agreement/agreement-document.ts';
import { numberAt } from '../at.ts';
import { DAY_MS, type History, MISSING } from '../history/history.ts';
import { wholeMs } from '../replay/facts.ts';
import { createDurations } from './duration-counts.ts';
import { stageMask, stageRows } from './hand-overs.ts';
import type { FeedbackFigure, JudgedPromise } from './judged-promise.ts';
import { datedLeads, type PromiseSetting } from './promise-setting.ts';
import { shareOf, unknown, verdictOfShare } from './promise-verdict.ts';
import { countDue, heldByShare, judgedSpans, NO_SPANS, spanCounts } from './span-counts.ts';

const ANSWERS = stageMask('sal', 'sql', 'opportunity', 'won', 'lost', 'rejected', 'recycled');
const NEEDS_REASON = stageMask('lost', 'rejected');

/**
 * Answered within days, of the leads that were given to sales and are old enough. The days run from when both the lead was ready
 * and sales had it; what was answered before counts.
 */
export function judgeFeedback(
  setting: PromiseSetting,
  level: string,
  promise: FeedbackPromise,
): JudgedPromise<FeedbackFigure> {
  const { history, facts } = setting;
  const { leads, startMs } = datedLeads(setting, level);
  const counts = spanCounts(setting.weeks);
  const durations = createDurations();
  const sums = { due: 0, kept: 0, withoutReason: 0, pending: 0, notGiven: 0 };
  for (const [index, lead] of leads.entries()) {
    const workedMs = numberAt(facts.workedAtMs, lead);
    if (Number.isNaN(workedMs)) {
      sums.notGiven += 1;
      continue;
    }
    const fromMs = Math.max(workedMs, numberAt(startMs, index));
    const untilMs = fromMs + wholeMs(promise.withinDays);
    const answer = answerOf(history, lead, facts.asOfMs);
    if (Number.isNaN(answer.atMs)) durations.open((facts.asOfMs - fromMs) / DAY_MS);
    else durations.happened(Math.max(0, answer.atMs - fromMs) / DAY_MS);
    if (untilMs > facts.asOfMs) {
      sums.pending += 1;
      continue;
    }
    const isKept = answer.atMs <= untilMs;
    sums.due += 1;
    if (isKept) sums.kept += 1;
    else if (answer.withoutReasonMs <= untilMs) sums.withoutReason += 1;
    countDue(counts, numberAt(startMs, index), isKept);
  }
  const { due, kept, ...others } = sums;
  const share = shareOf(kept, due);
  const figure: FeedbackFigure = { kind: 'feedback', share, ...others, medianDays: durations.median() };
  const about = { whose: 'sales', level, figure } as const;
  if (!setting.hasDates) return { ...about, unit: 'week', ...NO_SPANS, verdict: unknown('noDates') };
  if (history.stages.reason.cells.length === 0)
    return { ...about, unit: 'week', ...NO_SPANS, verdict: unknown('noReasons') };
  return {
    ...about,
    ...judgedSpans(counts, heldByShare(promise.leastPercent)),
    verdict: verdictOfShare(share, promise.leastPercent),
  };
}

/** NaN: none by `untilMs`. */
interface Answer {
  readonly atMs: number;
  /** The first refusal that gives no reason. */
  readonly withoutReasonMs: number;
}

function answerOf(history: History, lead: number, untilMs: number): Answer {
  const { stages } = history;
  const [first, end] = stageRows(history, lead, untilMs);
  let withoutReasonMs = Number.NaN;
  for (let row = first; row < end; row += 1) {
    const stage = numberAt(stages.stage, row);
    if (ANSWERS[stage] !== 1) continue;
    const isReasoned = NEEDS_REASON[stage] !== 1 || numberAt(stages.reason.codes, row) !== MISSING;
    if (isReasoned) return { atMs: numberAt(stages.atMs, row), withoutReasonMs };
    if (Number.isNaN(withoutReasonMs)) withoutReasonMs = numberAt(stages.atMs, row);
  }
  return { atMs: Number.NaN, withoutReasonMs };
}
