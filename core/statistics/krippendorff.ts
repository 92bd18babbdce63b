import { numberAt } from '../at.ts';
import { bootstrapCells, percentileInterval, type Resampling } from './bootstrap.ts';
import type { UnitRatings } from './gwet-ac1.ts';
import type { Interval } from './interval.ts';

/** How far two answers are apart: the same or not, or the square of their difference. */
export type AlphaMetric = 'nominal' | 'interval';

export interface Alpha {
  readonly value: number;
  /** Units with at least two answers: what it rests on. */
  readonly units: number;
  /** 95 %, by drawing units again; null where no draw has two different answers. */
  readonly interval: Interval | null;
}

/**
 * Krippendorff's α for any number of raters, answers missing or not (STATISTICS.md 8): 1 less the disagreement observed as a share
 * of that expected, each unit's pairs weighted by 1/(answers − 1). Units with one answer are left out. Null where fewer than two
 * answers can be paired, or all of them are the same.
 */
export function krippendorffAlpha(
  ratings: readonly UnitRatings[],
  metric: AlphaMetric,
  resampling: Resampling,
): Alpha | null {
  const kinds = kindsOf(ratings);
  const value = alphaOf(
    kinds,
    Float64Array.from(kinds, ({ count }) => count),
    metric,
  );
  if (Number.isNaN(value)) return null;
  const counts = kinds.map(({ count }) => count);
  const draws = bootstrapCells(counts, resampling, (drawn) => alphaOf(kinds, drawn, metric));
  return { value, units: counts.reduce((sum, count) => sum + count, 0), interval: percentileInterval(draws) };
}

/** Units with the same answers, whoever gave which, are one kind. */
interface Kind {
  readonly answers: readonly number[];
  readonly count: number;
}

function kindsOf(ratings: readonly UnitRatings[]): readonly Kind[] {
  const byKey = new Map<string, Kind>();
  for (const unit of ratings) {
    const answers = unit.filter((rating) => rating !== null).toSorted((one, other) => one - other);
    if (answers.length < 2) continue;
    const key = answers.join(' ');
    byKey.set(key, { answers, count: (byKey.get(key)?.count ?? 0) + 1 });
  }
  return [...byKey.values()];
}

function apartOf(one: number, other: number, metric: AlphaMetric): number {
  if (metric === 'interval') return (one - other) ** 2;
  return one === other ? 0 : 1;
}

/** NaN where it does not exist. */
function alphaOf(kinds: readonly Kind[], counts: Float64Array, metric: AlphaMetric): number {
  const answersByCategory = new Map<number, number>();
  let [observed, all] = [0, 0];
  kinds.forEach(({ answers }, kind) => {
    const count = numberAt(counts, kind);
    for (const one of answers) {
      answersByCategory.set(one, (answersByCategory.get(one) ?? 0) + count);
      for (const other of answers) observed += (count * apartOf(one, other, metric)) / (answers.length - 1);
    }
    all += count * answers.length;
  });
  let expected = 0;
  for (const [one, ofOne] of answersByCategory) {
    for (const [other, ofOther] of answersByCategory) expected += ofOne * ofOther * apartOf(one, other, metric);
  }
  return expected === 0 ? Number.NaN : 1 - (observed * (all - 1)) / expected;
}
