import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../../api/leads.ts';
import type { Ledger, LedgerEntry, Look } from '../../core/replay/ledger.ts';
import { pagesBetween, rowAt } from '../../renderer/features/leads/lead-pages.ts';
import { sortedBy } from '../../renderer/features/leads/lead-query.ts';
import { ledgerSheet, worthOf } from '../../renderer/features/leads/ledger-lines.ts';
import { scorePoints } from '../../renderer/features/leads/score-points.ts';
import { timelineRows } from '../../renderer/features/leads/timeline-rows.ts';

describe('a list fetched page by page', () => {
  it('needs the pages that hold the rows in sight', () => {
    expect(pagesBetween(95, 205)).toEqual([0, 100, 200]);
    expect(pagesBetween(0, 0)).toEqual([0]);
  });

  it('finds a row in its page, and nothing in a page that is not there yet', () => {
    const pages = new Map([[100, ['a', 'b']]]);
    expect(rowAt(pages, 101)).toBe('b');
    expect(rowAt(pages, 5)).toBeUndefined();
  });
});

describe('the order of the list', () => {
  it('turns round when the same column is chosen again', () => {
    expect(sortedBy({ sort: 'score', descending: true }, 'score')).toEqual({ sort: 'score', descending: false });
  });

  it('begins with the most for figures and the first for words', () => {
    expect(sortedBy({ sort: 'score', descending: true }, 'id').descending).toBe(false);
    expect(sortedBy({ sort: 'id', descending: false }, 'reached').descending).toBe(true);
  });
});

describe('the ledger as it is read', () => {
  const award = (
    ruleId: string,
    group: string | null,
    points: number,
    rest: Partial<LedgerEntry> = {},
  ): LedgerEntry => ({
    ruleId,
    ruleName: ruleId,
    dimension: 'fit',
    group,
    atMs: 0,
    points,
    weight: 1,
    standing: true,
    clearedAtMs: null,
    ...rest,
  });
  const structure = {
    dimensions: [{ id: 'fit', name: 'Profile' }],
    groups: [
      { id: 'g', name: 'Company', dimension: 'fit', combine: 'sum' as const },
      { id: 'none', name: 'Empty', dimension: 'fit', combine: 'sum' as const },
    ],
  };
  const ledger: Ledger = {
    atMs: 0,
    entries: [
      award('a', 'g', 20),
      award('b', 'g', 15),
      award('c', null, 8, { weight: 0.5 }),
      award('d', null, 9, { weight: 0, standing: false, clearedAtMs: 5 }),
    ],
    limits: [
      { kind: 'group', id: 'g', name: 'Company', adjustment: -5 },
      { kind: 'dimension', id: 'fit', name: 'Profile', adjustment: -4 },
      { kind: 'total', id: 'total', name: '', adjustment: 2 },
    ],
    byDimension: [{ id: 'fit', name: 'Profile', value: 30 }],
    total: 32,
  };
  const sheet = ledgerSheet(ledger, structure);

  it('puts awards without a group first, then each group with its limit, then the limit of the dimension', () => {
    expect(
      sheet.blocks[0]?.lines.map((line) =>
        line.kind === 'award' ? line.entry.ruleId : line.kind === 'limit' ? line.limit.kind : line.name,
      ),
    ).toEqual(['c', 'd', 'Company', 'a', 'b', 'group', 'dimension']);
  });

  it('adds up: lines to the subtotal, subtotals and the limit of the score to the score', () => {
    const lineValue = (line: (typeof sheet.blocks)[number]['lines'][number]) =>
      line.kind === 'award' ? line.value : line.kind === 'limit' ? line.limit.adjustment : 0;
    for (const block of sheet.blocks)
      expect(block.lines.reduce((sum, line) => sum + lineValue(line), 0)).toBeCloseTo(block.subtotal, 9);
    const subtotals = sheet.blocks.reduce((sum, block) => sum + block.subtotal, 0);
    expect(sheet.limits.reduce((sum, limit) => sum + limit.adjustment, subtotals)).toBeCloseTo(sheet.total, 9);
  });

  it('gives nothing for an award that was cleared', () => {
    expect(worthOf(award('d', null, 9, { standing: false }))).toBe(0);
  });
});

describe('the timeline', () => {
  const timeline: readonly TimelineEntry[] = [
    { kind: 'created', atMs: 1 },
    { kind: 'activity', atMs: 2, type: 'visit', properties: [] },
    { kind: 'stage', atMs: 5, stage: 'sql', amount: null, reason: null },
    { kind: 'activity', atMs: 9, type: 'visit', properties: [] },
  ];

  it('draws the horizon before what stands at it', () => {
    expect(timelineRows(timeline, 5).map((row) => (row.kind === 'horizon' ? 'horizon' : row.isBeyond))).toEqual([
      false,
      false,
      'horizon',
      true,
      true,
    ]);
  });

  it('has no line when nothing follows, or when there is no horizon', () => {
    expect(timelineRows(timeline, 10).length).toBe(4);
    expect(timelineRows(timeline, null).length).toBe(4);
  });
});

describe('a long curve', () => {
  it('keeps its peak and its end', () => {
    const looks: Look[] = Array.from({ length: 5_000 }, (_, index) => ({
      atMs: index,
      total: index === 3_333 ? 99 : index % 7,
      disqualified: false,
    }));
    const points = scorePoints(looks);
    expect(points.length).toBeLessThanOrEqual(1_001);
    expect(Math.max(...points.map((point) => point.total))).toBe(99);
    expect(points.at(-1)?.atMs).toBe(4_999);
  });
});
