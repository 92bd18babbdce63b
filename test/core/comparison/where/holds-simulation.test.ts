/** Rows that truly do not differ: what the verdict says of chance is what chance does. */
import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../../core/comparison/where/holds.ts';
import { createRandom, type Random } from '../../../../core/demo/random.ts';
import { NO_LEADS, type PairedCounts, sumOf } from '../../../../core/statistics/paired-counts.ts';
import { pairedRateDifference } from '../../../../core/statistics/paired-rates.ts';

const HISTORIES = 2_000;
const ROWS = 10;
const LEADS_A_ROW = 300;

/** Three in five leads are flagged by both; those of `b` alone convert better than those of `a` alone. */
function drawnRow(random: Random): PairedCounts {
  const counts = { ...NO_LEADS };
  for (let lead = 0; lead < LEADS_A_ROW; lead += 1) {
    const where = random.uniform();
    if (where < 0.6) counts[random.chance(0.35) ? 'bothConverted' : 'bothNot'] += 1;
    else if (where < 0.8) counts[random.chance(0.28) ? 'onlyAConverted' : 'onlyANot'] += 1;
    else counts[random.chance(0.36) ? 'onlyBConverted' : 'onlyBNot'] += 1;
  }
  return counts;
}

function told(counts: PairedCounts) {
  const found = pairedRateDifference(counts);
  if (found === null) throw new Error('both have leads');
  return { ...found, bounds: null };
}

describe('rows that do not differ', () => {
  const random = createRandom(20_261);
  const verdicts = Array.from({ length: HISTORIES }, () => {
    const rows = Array.from({ length: ROWS }, () => drawnRow(random));
    return verdictOf(
      rows.map((counts) => ({ difference: told(counts), without: null })),
      told(rows.reduce(sumOf)),
    );
  }).flatMap((verdict) => (verdict.kind === 'held' ? [verdict] : []));
  const meanOf = (figures: readonly number[]): number =>
    figures.reduce((sum, one) => sum + one, 0) / Math.max(1, figures.length);

  it('are found to differ about once in twenty histories', () => {
    const found = meanOf(verdicts.map(({ homogeneity }) => (homogeneity !== null && homogeneity.p < 0.05 ? 1 : 0)));
    // ±2.5 standard errors of a share of 0.05 among 2,000.
    expect(found).toBeGreaterThan(0.038);
    expect(found).toBeLessThan(0.062);
  });

  it('turn round as often as the verdict says that chance turns them', () => {
    const behind = meanOf(verdicts.map((verdict) => verdict.behind));
    const said = meanOf(verdicts.map(({ behindByChance }) => behindByChance ?? 0));
    expect(behind).toBeGreaterThan(1);
    expect(Math.abs(said - behind)).toBeLessThan(0.25);
  });
});
