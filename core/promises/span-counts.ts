import { numberAt } from '../at.ts';
import { type CalendarSpans, spanCount, spanOf } from './calendar-spans.ts';
import type { JudgedPromise, JudgedSpan } from './judged-promise.ts';

/** Leads by the week or month in which they were handed over. */
export interface SpanCounts {
  readonly spans: CalendarSpans;
  readonly due: Int32Array;
  readonly kept: Int32Array;
}

export const spanCounts = (spans: CalendarSpans): SpanCounts => ({
  spans,
  due: new Int32Array(spanCount(spans)),
  kept: new Int32Array(spanCount(spans)),
});

export function countDue({ spans, due, kept }: SpanCounts, atMs: number, isKept: boolean): void {
  const span = spanOf(spans, atMs);
  if (span === -1) return;
  due[span] = numberAt(due, span) + 1;
  if (isKept) kept[span] = numberAt(kept, span) + 1;
}

/** `isHeld`: of so many due, so many kept, in the span of this index. */
export function judgedSpans(
  { spans, due, kept }: SpanCounts,
  isHeld: (due: number, kept: number, span: number) => boolean | null,
): Pick<JudgedPromise, 'unit' | 'spans' | 'spansHeld' | 'spansJudged'> {
  const judged = Array.from(due, (leads, span): JudgedSpan => {
    const served = numberAt(kept, span);
    const startMs = numberAt(spans.edgesMs, span);
    const endMs = numberAt(spans.edgesMs, span + 1);
    return { startMs, endMs, due: leads, kept: served, isHeld: isHeld(leads, served, span) };
  });
  return {
    unit: spans.unit,
    spans: judged,
    spansHeld: judged.filter(({ isHeld: held }) => held === true).length,
    spansJudged: judged.filter(({ isHeld: held }) => held !== null).length,
  };
}

/** Where nobody is due nothing is told; `least` leads must be. */
export const heldByShare =
  (leastPercent: number, least = 1) =>
  (due: number, kept: number): boolean | null =>
    due < least ? null : kept * 100 >= leastPercent * due - 1e-9 * due;

export const NO_SPANS = { spans: [], spansHeld: 0, spansJudged: 0 } as const;
