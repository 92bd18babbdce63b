import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparison, PairCompared } from '../../api/compare-pair.ts';
import { comparePair } from '../../core/comparison/pair/comparison.ts';
import { pairedBands } from '../../core/comparison/pair/paired-bands.ts';
import { leadsOfEither, observedOf, swapOfPair } from '../../core/comparison/pair/paired-leads.ts';
import { type SelectionLine, selectionLine } from '../../core/statistics/selection-bounds.ts';
import type { CompareFocus } from '../../renderer/features/compare/compare-focus.ts';
import { breakEvenWords } from '../../renderer/features/compare/difference/break-even-words.ts';
import { caughtWords } from '../../renderer/features/compare/difference/caught-words.ts';
import { noPeriodsWords } from '../../renderer/features/compare/pair/no-periods-words.ts';
import { basisWords } from '../../renderer/features/compare/verdict/basis-words.ts';
import { createMessages } from '../../renderer/i18n/messages.tsx';
import { factsOfPaired, type PairedLead, pairedLeads, reachedOfPaired } from '../support/paired-leads.ts';

const messages = createMessages('en-GB', 'UTC');
const focus: CompareFocus = {
  level: 'mql',
  levelName: 'MQL',
  options: { horizon: 'outcome' },
  a: { side: { kind: 'baseline' }, name: 'v3', whose: 'baseline', mark: 'disc' },
  b: { side: { kind: 'scenario', id: 1 }, name: 'Draft', whose: 'both', mark: 'disc' },
};

const compared = (leads: readonly PairedLead[]): Comparison =>
  comparePair(factsOfPaired(leads), reachedOfPaired(leads, 'A'), reachedOfPaired(leads, 'B'), 'mql');

const answerOf = (leads: readonly PairedLead[], newer: readonly PairedLead[] | null = null): PairCompared => ({
  ...compared(leads),
  asOfMs: 0,
  leads: leads.length,
  weekly: { a: 3, b: 1, difference: -2 },
  revenue: { total: { difference: 0, interval: null }, perLead: null, withoutLargest: null, deals: 0, listed: [] },
  periods:
    newer === null
      ? null
      : { splitMs: 0, olderBeforeMs: 0, gapDays: 90, older: compared(leads), newer: compared(newer) },
  computedInMs: 0,
});

const both = { inA: true, inB: true };
const base = [...pairedLeads(60, { ...both, outcome: 'converted' }), ...pairedLeads(140, both)];
const onlyA = pairedLeads(100, { inA: true });
const unknown = (count: number, sides: Partial<PairedLead>) => pairedLeads(count, { ...sides, outcome: 'unobserved' });

/** Many alike, so that rates and bounds come to every kind of sentence. */
const someBlocks: fc.Arbitrary<readonly PairedLead[]> = fc
  .array(
    fc
      .record({
        count: fc.integer({ min: 1, max: 200 }),
        outcome: fc.constantFrom('converted', 'not converted', 'unobserved', 'unobserved', 'immature'),
        inA: fc.boolean(),
        inB: fc.boolean(),
        scoreA: fc.integer({ min: 0, max: 3 }),
        scoreB: fc.integer({ min: 0, max: 3 }),
      })
      .map(({ count, ...lead }) => pairedLeads(count, lead)),
    { minLength: 3, maxLength: 10 },
  )
  .map((blocks) => blocks.flat());

const selectionLineOf = (leads: readonly PairedLead[]): SelectionLine | null => {
  const [facts, a, b] = [factsOfPaired(leads), reachedOfPaired(leads, 'A'), reachedOfPaired(leads, 'B')];
  return selectionLine(observedOf(swapOfPair(facts, a, b)), pairedBands(facts, a, b, leadsOfEither(facts, a, b)));
};

const basis = (leads: readonly PairedLead[], newer: readonly PairedLead[] | null = null, hasDates = true): string =>
  basisWords(answerOf(leads, newer), focus, messages, hasDates).replaceAll('\u202f', ' ');
const turns = (leads: readonly PairedLead[]): string | undefined => breakEvenWords(answerOf(leads), focus, messages);

describe('what a verdict rests on', () => {
  it('is the interval and the known where everything is known', () =>
    expect(basis([...base, ...onlyA])).toBe(
      '2 fewer MQLs a week. Difference, 95 %: +7.3 to +12.7 points among 300 known outcomes. Every outcome is known. Rules drawn up on this history may look better on it than they are; there are no newer leads to judge them.',
    ));

  it('is one lead a week in the singular', () => {
    const answer = { ...answerOf([...base, ...onlyA], null), weekly: { a: 2, b: 3, difference: 1 } };
    expect(basisWords(answer, focus, messages, true)).toMatch(/^1 more MQL a week\./u);
  });

  it('is what the unknown could do, and that sales did not skip better leads', () =>
    expect(basis([...base, ...onlyA, ...unknown(100, { inA: true })])).toMatch(
      /Whatever the 100 leads nobody worked would have done: −10 to \+15 points\. It holds unless sales skipped better/u,
    ));

  it('is a pilot where the unknown could turn it', () =>
    expect(basis([...base, ...onlyA, ...unknown(150, { inB: true })])).toMatch(
      /would have done: −2\.9 to \+40 points\. Working 39 of them, drawn at random, would settle it if they convert like the known ones\./u,
    ));

  it('is how many known outcomes would tell where chance alone could have made it', () =>
    expect(basis([...base, ...pairedLeads(1, { inA: true })])).toMatch(/About \d+ known outcomes would tell/u));

  it('is the newer leads, which judge rules that were drawn up on this history', () =>
    expect(basis([...base, ...onlyA], [...base, ...pairedLeads(40, { inA: true })])).toMatch(
      /On newer leads, which judge these rules: \+5 \(\+3\.2 to \+6\.8\) points, n 240\.$/u,
    ));

  it('is that newer leads are too few to judge rules drawn up on this history', () =>
    expect(basis([...base, ...onlyA], [...onlyA, ...pairedLeads(4, { ...both, outcome: 'converted' })])).toMatch(
      /may look better on it than they are; newer leads have too few SQLs to judge them\.$/u,
    ));

  it('is counts below 10 SQLs, and no difference in conversion where the leads are the same, whenever either reaches them', () => {
    expect(basis([...onlyA, ...pairedLeads(9, both)])).toMatch(/^With fewer than 10 SQLs on either side/u);
    expect(basis(base)).toBe(
      'All 200 of them: so they convert alike and catch the same SQLs, though one may reach a lead sooner.',
    );
  });

  it('is not that every outcome is known where some leads are too young for one', () =>
    expect(basis([...base, ...onlyA, ...pairedLeads(3, { ...both, outcome: 'immature' })])).toMatch(
      /Every lead that is old enough has an outcome; of 3 it is too early to tell\. Rules/u,
    ));
});

describe('what there is nothing to rest on', () => {
  it('is a side that reaches nobody, or both of them', () => {
    expect(basis(onlyA)).toMatch(/^Give its rules points/u);
    expect(basis(pairedLeads(30, {}))).toMatch(/^Give its rules points/u);
  });

  it('is weeks in a history without dates', () =>
    expect(basis([...base, ...onlyA], null, false)).toMatch(/^Difference, 95 %/u));
});

describe('who catches the SQLs', () => {
  const caught = (leads: readonly PairedLead[]): string =>
    caughtWords(answerOf(leads), focus, messages).replaceAll('\u202f', ' ');
  const sqls = (count: number, sides: Partial<PairedLead>) => pairedLeads(count, { ...sides, outcome: 'converted' });

  it('is told in shares and points from ten SQLs on', () =>
    expect(caught([...sqls(8, both), ...sqls(2, { inA: true })])).toMatch(
      /^Draft catches 8 of 10 SQLs \(80 %\), v3 10 \(100 %\): −20 \(−\d.*\) points\.$/u,
    ));

  it('is told in counts below', () =>
    expect(caught([...sqls(7, both), ...sqls(2, { inA: true })])).toBe('Draft catches 7 of 9 SQLs, v3 9.'));
});

describe('where two scenarios change places', () => {
  it('is nowhere where every outcome is known', () => expect(turns([...base, ...onlyA])).toMatch(/^Every outcome/u));

  it('is told of the one that is ahead, from how often the unknown leads convert', () => {
    expect(turns([...base, ...onlyA, ...unknown(100, { inA: true })])).toMatch(
      /^Draft stays ahead as long as the 100 leads that nobody worked convert less than 3 × as often/u,
    );
    expect(turns([...base, ...onlyA, ...unknown(150, { inB: true })])).toMatch(
      /^Draft is ahead if the 150 leads that nobody worked convert more than 0\.34 and up to 5 × as often/u,
    );
  });

  it('is not promised beyond a conversion like that of the known leads: unknown ones that all convert could still turn it', () => {
    // B alone: 100 unknown in a band that converts, A alone: 400 in one that hardly does; were all to convert, A would be ahead.
    const leads = [
      ...pairedLeads(90, { ...both, scoreA: 9, scoreB: 9, outcome: 'converted' }),
      ...pairedLeads(10, { ...both, scoreA: 9, scoreB: 9 }),
      ...pairedLeads(2, { ...both, scoreA: 1, scoreB: 1, outcome: 'converted' }),
      ...pairedLeads(98, { ...both, scoreA: 1, scoreB: 1 }),
      ...unknown(100, { inB: true, scoreA: 9, scoreB: 9 }),
      ...unknown(400, { inA: true, scoreA: 1, scoreB: 1 }),
    ];
    const { difference, a, b } = answerOf(leads);
    expect(difference.breakEven).toBeNull();
    expect((b.bounds?.[0] ?? 0) > (a.bounds?.[0] ?? 0)).toBe(true);
    expect((b.bounds?.[1] ?? 0) < (a.bounds?.[1] ?? 0)).toBe(true);
    expect(turns(leads)).toBe(
      'Draft stays ahead even if the 500 leads that nobody worked convert as often as the known ones that score alike.',
    );
  });

  it('is true at every multiple that unknown leads can have, whoever the leads are', () => {
    fc.assert(
      fc.property(someBlocks, (leads) => {
        const words = turns(leads) ?? '';
        const line = selectionLineOf(leads);
        if (line === null) return;
        const most = Math.min(9, 1 / line.highestRate);
        const multiples = Array.from({ length: 41 }, (_, step) => (most * step) / 40);
        const isAhead = (side: string, multiple: number): boolean =>
          (line.base + line.slope * multiple) * (side === 'Draft' ? 1 : -1) > 1e-12;
        const below = /^(Draft|v3) stays ahead as long as .* less than ([\d.]+) ×/u.exec(words);
        const above = /^(Draft|v3) is ahead if .* more than ([\d.]+) and up to ([\d.]+) ×/u.exec(words);
        const never = /^(Draft|v3) stays ahead even if/u.exec(words);
        if (below !== null)
          for (const multiple of multiples.filter((one) => one < Number(below[2])))
            expect(isAhead(below[1] ?? '', multiple)).toBe(true);
        if (above !== null)
          for (const multiple of multiples.filter((one) => one > Number(above[2]) && one <= Number(above[3])))
            expect(isAhead(above[1] ?? '', multiple)).toBe(true);
        if (never !== null)
          for (const multiple of multiples.filter((one) => one <= 1))
            expect(isAhead(never[1] ?? '', multiple)).toBe(true);
        expect(words).not.toMatch(/less than 0 ×/u);
      }),
      { seed: 20_261_126, numRuns: 300 },
    );
  });

  it('is not told of outcomes that are known where some leads are too young for one', () => {
    const young = pairedLeads(7, { ...both, outcome: 'immature' });
    expect(turns([...base, ...onlyA, ...young])).toBe(
      'Every lead that is old enough has an outcome; of 7 it is too early to tell.',
    );
  });

  it('puts nobody ahead where the two are level with none of the unknown leads converting', () => {
    // 60 of 200 either way were the unknown 50 of B to fail.
    const leads = [
      ...pairedLeads(60, { ...both, outcome: 'converted' }),
      ...pairedLeads(90, both),
      ...pairedLeads(50, { inA: true }),
      ...unknown(50, { inB: true }),
    ];
    expect(turns(leads)).toMatch(/^Draft is ahead if the 50 leads .* more than 0 and up to 3\.3 ×/u);
  });

  it('is not told where there are too few SQLs, or the same leads', () => {
    expect([turns(onlyA), turns(base)]).toEqual([undefined, undefined]);
  });
});

describe('where there are no older and newer leads', () => {
  it('is said why: no dates, no day that parts them by itself, or one that was set and does not', () => {
    expect(noPeriodsWords(false, null, messages)).toMatch(/^All dates of this history are the same/u);
    expect(noPeriodsWords(true, null, messages)).toMatch(/^No day parts the leads by itself .* Set one to try\./u);
    expect(noPeriodsWords(true, 0, messages)).toMatch(/^This day does not part the leads/u);
  });
});
