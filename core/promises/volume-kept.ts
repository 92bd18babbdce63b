import type { VolumePromise } from '../agreement/agreement-document.ts';
import { numberAt } from '../at.ts';
import { quantile } from '../statistics/quantile.ts';
import { isWholeSpan } from './calendar-spans.ts';
import type { JudgedPromise, VolumeFigure } from './judged-promise.ts';
import type { PromiseSetting } from './promise-setting.ts';
import { unknown, verdictOfWeeks } from './promise-verdict.ts';
import { countDue, judgedSpans, NO_SPANS, spanCounts } from './span-counts.ts';

/** Leads a week within a range, by whole weeks of the calendar. */
export function judgeVolume(
  setting: PromiseSetting,
  level: string,
  promise: VolumePromise,
): JudgedPromise<VolumeFigure> {
  const about = { whose: 'marketing', level, unit: 'week' } as const;
  if (!setting.hasDates) {
    const figure: VolumeFigure = { kind: 'volume', weeks: 0, mean: null, p10: null, p90: null };
    return { ...about, figure, ...NO_SPANS, verdict: unknown('noDates') };
  }
  const counts = spanCounts(setting.weeks);
  for (const startMs of setting.started(level).startMs) countDue(counts, startMs, true);
  const judged = judgedSpans(counts, (leads, _, week) =>
    isWholeSpan(setting.weeks, week) ? leads >= promise.least && leads <= promise.most : null,
  );
  return {
    ...about,
    ...judged,
    figure: volumeFigure(setting, counts.due),
    verdict: verdictOfWeeks(judged.spansHeld, judged.spansJudged, promise),
  };
}

/** `leadsByWeek`: of every week of the setting. */
function volumeFigure({ weeks }: PromiseSetting, leadsByWeek: Int32Array): VolumeFigure {
  const whole = Float64Array.from(leadsByWeek.filter((_, week) => isWholeSpan(weeks, week))).sort();
  if (whole.length === 0) return { kind: 'volume', weeks: 0, mean: null, p10: null, p90: null };
  let sum = 0;
  for (let week = 0; week < whole.length; week += 1) sum += numberAt(whole, week);
  return {
    kind: 'volume',
    weeks: whole.length,
    mean: sum / whole.length,
    p10: quantile(whole, 0.1),
    p90: quantile(whole, 0.9),
  };
}
