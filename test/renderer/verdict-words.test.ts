import { describe, expect, it } from 'vitest';
import type { SwapSummary } from '../../api/contract.ts';
import { differenceWords } from '../../renderer/features/what-if/verdict/difference-words.ts';
import { type ToldDifference, toldDifference } from '../../renderer/features/what-if/verdict/told-difference.ts';
import { createMessages } from '../../renderer/i18n/messages.tsx';

const messages = createMessages('en-GB', 'UTC');

describe('the verdict on conversion', () => {
  it('given a difference that its paired interval sets apart then it tells both, and what the unknown leads can do', () => {
    const told = toldDifference({ kept: cell(400, 200), lost: cell(300, 30), gained: cell(0, 0) });
    expect(told.finding).toEqual({ kind: 'betterWhateverUnknown', better: 'b' });
    // (i) of STATISTICS.md 1.4 by hand: pA = 230/700, pB = 200/400; independent samples would give 11.1 to 23.2.
    expect(wordsOf(told, [400, 200], [700, 230])).toBe(
      'Conversion is 17.1 points higher (95 %: 14.2 to 20.1) among leads with a known outcome.',
    );
  });

  it('given unknown leads that cannot turn it then it says that it holds whatever they would have done', () => {
    const told = toldDifference({ kept: cell(400, 200), lost: cell(300, 30, 5), gained: cell(0, 0) });
    expect(wordsOf(told, [400, 200], [700, 230])).toContain(', whatever those that nobody worked would have done.');
  });

  it('given a small difference that is sure then neither it nor an end of its interval is written as 0', () => {
    const told = toldDifference({ kept: cell(90_000, 30_000), lost: cell(100, 10), gained: cell(0, 0) });
    expect(wordsOf(told, [90_000, 30_000], [90_100, 30_010])).toMatch(
      /^Conversion is 0\.03 points higher \(95 %: 0\.02 to 0\.03\)/u,
    );
  });

  it('given a lower rate then it tells how far lower, lesser end first', () => {
    const told = toldDifference({ kept: cell(400, 200), gained: cell(300, 30), lost: cell(0, 0) });
    expect(wordsOf(told, [700, 230], [400, 200])).toContain('17.1 points lower (95 %: 14.2 to 20.1)');
  });

  it('given unknown leads that might turn it then the counts leave it open, and a pilot is told once it is known', () => {
    const told = toldDifference({ kept: cell(400, 200), lost: cell(300, 30, 900), gained: cell(0, 0) });
    expect(told.finding).toBeNull();
    expect(wordsOf(told, [400, 200], [700, 230])).toContain('among leads with a known outcome.');
    const settled: ToldDifference = { ...told, finding: { kind: 'cannotSettle', better: 'b', pilotLeads: 120 } };
    expect(wordsOf(settled, [400, 200], [700, 230])).toContain(
      '; the 900 that nobody worked could turn it, working 120 of them would tell if they convert like the known.',
    );
  });

  it('given an interval around nothing then it says that the data cannot tell, and how many leads would', () => {
    const told = toldDifference({ kept: cell(400, 80), lost: cell(40, 9), gained: cell(30, 7) });
    expect(wordsOf(told, [430, 87], [440, 89])).toMatch(
      /^The data cannot tell their conversion apart: ±0 points .*−1\.6 to \+1\.6.*About [\d\u202f]+ of those would tell\.$/u,
    );
  });

  it('given leads that would tell then it names no fewer than that, and so never as few as cannot', () => {
    const told = toldDifference({ kept: cell(1_000, 200), lost: cell(40, 2), gained: cell(0, 0) });
    const needing: ToldDifference = { ...told, finding: { kind: 'noDifference', leadsNeeded: 1_049 } };
    expect(wordsOf(needing, [1_000, 200], [1_040, 202])).toMatch(/About 1.100 of those would tell\.$/u);
  });

  it('given the very same leads then it finds exactly no difference', () => {
    const told = toldDifference({ kept: cell(400, 80, 12), lost: cell(0, 0), gained: cell(0, 0) });
    expect(told.finding).toEqual({ kind: 'sameLeads' });
    expect(told.rate?.difference).toBe(0);
    expect(told.rate?.interval).toEqual([0, 0]);
  });

  it('given fewer than ten SQLs on a side then it counts', () => {
    const told = toldDifference({ kept: cell(40, 9), lost: cell(40, 20), gained: cell(0, 0) });
    expect(wordsOf(told, [40, 9], [80, 29])).toBe(
      'Too few SQLs to compare rates: 9 of 40 known leads became SQLs, 29 of 80 in the baseline.',
    );
  });

  it('given nothing but SQLs on both sides then no interval is made up', () => {
    const told = toldDifference({ kept: cell(40, 40), lost: cell(10, 10), gained: cell(0, 0) });
    expect(wordsOf(told, [40, 40], [50, 50])).toContain('every known lead went one way (50 of 50, now 40 of 40)');
  });

  it('given no known outcome then it says so', () => {
    const told = toldDifference({ kept: cell(0, 0, 40), lost: cell(0, 0, 3), gained: cell(0, 0) });
    expect(wordsOf(told, [0, 0], [0, 0])).toContain('not known');
  });
});

const cell = (observed: number, converted: number, unobserved = 0): SwapSummary => ({
  leads: observed + unobserved,
  observed,
  converted,
  unobserved,
  immature: 0,
  rate: null,
  interval: null,
});

type Counts = readonly [observed: number, converted: number];

/** Spaces that keep figures together are plain ones here. */
const wordsOf = (told: ToldDifference, now: Counts, was: Counts): string => {
  const known = ([observed, converted]: Counts) => ({ observed, converted });
  return differenceWords(told, { now: known(now), was: known(was) }, messages).replaceAll('\u00a0', ' ');
};
