import type { ConversionPromise } from '../agreement/agreement-document.ts';
import { numberAt } from '../at.ts';
import { LEAST_KNOWN } from '../measures/least-counts.ts';
import { wholeMs } from '../replay/facts.ts';
import type { ConversionFigure, JudgedPromise, JudgedSpan } from './judged-promise.ts';
import type { PromiseSetting } from './promise-setting.ts';
import { shareOf, verdictOfShare } from './promise-verdict.ts';
import { countDue, heldByShare, judgedSpans, spanCounts } from './span-counts.ts';

/**
 * SQLs within the days of the first stage, of the leads that sales worked and that are old enough: the outcome of REPLAY.md
 * section 1 with the promised days as its window. By month of handing over.
 */
export function judgeConversion(
  setting: PromiseSetting,
  level: string,
  promise: ConversionPromise,
): JudgedPromise<ConversionFigure> {
  const { history, facts } = setting;
  const windowMs = wholeMs(promise.withinDays);
  const { leads, startMs } = setting.started(level);
  const counts = spanCounts(setting.months);
  const sums = { due: 0, kept: 0, immature: 0, unobserved: 0 };
  for (const [index, lead] of leads.entries()) {
    const workedMs = numberAt(facts.workedAtMs, lead);
    const isWorked = !Number.isNaN(workedMs);
    if ((isWorked ? workedMs : numberAt(history.leads.createdAtMs, lead)) + windowMs > facts.asOfMs) sums.immature += 1;
    else if (!isWorked) sums.unobserved += 1;
    else {
      const isKept = numberAt(facts.sqlAtMs, lead) <= workedMs + windowMs;
      sums.due += 1;
      if (isKept) sums.kept += 1;
      if (setting.hasDates) countDue(counts, numberAt(startMs, index), isKept);
    }
  }
  const share = shareOf(sums.kept, sums.due);
  const judged = judgedSpans(counts, heldByShare(promise.leastPercent, LEAST_KNOWN));
  return {
    whose: 'marketing',
    level,
    ...judged,
    ...(setting.hasDates ? {} : { spans: [] }),
    figure: {
      kind: 'conversion',
      share,
      immature: sums.immature,
      unobserved: sums.unobserved,
      lowestMonth: lowestOf(judged.spans),
    },
    verdict: verdictOfShare(share, promise.leastPercent),
  };
}

function lowestOf(months: readonly JudgedSpan[]): ConversionFigure['lowestMonth'] {
  const [lowest] = months
    .filter(({ isHeld }) => isHeld !== null)
    .map(({ startMs, kept, due }) => ({ startMs, share: shareOf(kept, due) }))
    .sort((left, right) => (left.share.rate ?? 0) - (right.share.rate ?? 0));
  return lowest ?? null;
}
