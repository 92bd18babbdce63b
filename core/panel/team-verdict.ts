import type { Verdict } from './verdict.ts';

/** What a team says whose people judged alone: what most of them say, and where none has most, not sure. Null without any. */
export function teamVerdict(verdicts: readonly Verdict[]): Verdict | null {
  if (verdicts.length === 0) return null;
  const countOf = (verdict: Verdict): number => verdicts.filter((one) => one === verdict).length;
  if (countOf('yes') * 2 > verdicts.length) return 'yes';
  return countOf('no') * 2 > verdicts.length ? 'no' : 'unsure';
}
