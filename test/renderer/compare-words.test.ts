import { describe, expect, it } from 'vitest';
import type { Comparison, PairCompared } from '../../api/compare-pair.ts';
import { comparePair } from '../../core/comparison/pair/comparison.ts';
import type { CompareFocus } from '../../renderer/features/compare/compare-focus.ts';
import { breakEvenWords } from '../../renderer/features/compare/difference/break-even-words.ts';
import { caughtWords } from '../../renderer/features/compare/difference/caught-words.ts';
import { basisWords } from '../../renderer/features/compare/verdict/basis-words.ts';
import { createMessages } from '../../renderer/i18n/messages.tsx';
import { factsOfPaired, type PairedLead, pairedLeads, reachedOfPaired } from '../support/paired-leads.ts';

const messages = createMessages('en-GB', 'UTC');
const focus: CompareFocus = {
  level: 'mql',
  levelName: 'MQL',
  options: { horizon: 'outcome' },
  a: { side: { kind: 'baseline' }, name: 'v3', whose: 'baseline' },
  b: { side: { kind: 'scenario', id: 1 }, name: 'Draft', whose: 'both' },
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

const basis = (leads: readonly PairedLead[], newer: readonly PairedLead[] | null = null, hasDates = true): string =>
  basisWords(answerOf(leads, newer), focus, messages, hasDates).replaceAll('\u202f', ' ');
const turns = (leads: readonly PairedLead[]): string | undefined => breakEvenWords(answerOf(leads), focus, messages);

describe('what a verdict rests on', () => {
  it('is the interval and the known where everything is known', () =>
    expect(basis([...base, ...onlyA])).toBe(
      '2 fewer MQLs a week. Difference in conversion, 95 %: +7.3 to +12.7 points, among 300 leads with a known outcome. Every outcome is known.',
    ));

  it('is what the unknown could do, and that sales did not skip better leads', () =>
    expect(basis([...base, ...onlyA, ...unknown(100, { inA: true })])).toMatch(
      /Whatever the 100 leads that nobody worked would have done: −10 to \+15 points\. It holds unless sales skipped better/u,
    ));

  it('is a pilot where the unknown could turn it', () =>
    expect(basis([...base, ...onlyA, ...unknown(150, { inB: true })])).toMatch(
      /would have done: −2\.9 to \+40 points\. Working 39 of them, drawn at random, would settle it/u,
    ));

  it('is how many known outcomes would tell where chance alone could have made it', () =>
    expect(basis([...base, ...pairedLeads(1, { inA: true })])).toMatch(/About \d+ known outcomes would tell/u));

  it('is the newer leads, which judge rules that were drawn up on this history', () =>
    expect(basis([...base, ...onlyA], [...base, ...pairedLeads(40, { inA: true })])).toMatch(
      /On the newer leads, .* drawn up on this history: \+5 \(\+3\.2 to \+6\.8\) points, n 240\.$/u,
    ));

  it('is counts below 10 SQLs, and nothing where the leads are the same', () => {
    expect(basis([...onlyA, ...pairedLeads(9, both)])).toMatch(/^With fewer than 10 SQLs on either side/u);
    expect(basis(base)).toMatch(/^All 200 of them/u);
  });
});

describe('what there is nothing to rest on', () => {
  it('is a side that reaches nobody', () => expect(basis(onlyA)).toMatch(/^Give its rules points/u));

  it('is weeks in a history without dates', () =>
    expect(basis([...base, ...onlyA], null, false)).toMatch(/^Difference in conversion/u));
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
      /^Draft is ahead as long as the 150 leads that nobody worked convert at least 0\.3 × as often/u,
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

  it('is not told where there are too few SQLs, or the same leads', () => {
    expect([turns(onlyA), turns(base)]).toEqual([undefined, undefined]);
  });
});
