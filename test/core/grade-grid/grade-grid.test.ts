import { describe, expect, it } from 'vitest';
import { draftRuleSet } from '../../../core/demo/demo-rule-set.ts';
import { gradeGrid } from '../../../core/grade-grid/grade-grid.ts';
import type { GridAxes } from '../../../core/grade-grid/grade-rule-set.ts';
import { holdingOf, levelFromCell } from '../../../core/grade-grid/level-of-cell.ts';
import { proposeCutOffs } from '../../../core/grade-grid/propose-cut-offs.ts';
import { reversalsOf } from '../../../core/grade-grid/reversals.ts';
import { cellOf, countLead, outcomeCounts } from '../../../core/measures/cell.ts';
import type { LeadFacts } from '../../../core/replay/replay-result.ts';

const AXES: GridAxes = {
  rows: { dimension: 'fit', cutOffs: [30, 20, 10] },
  columns: { dimension: 'engagement', cutOffs: [45, 30, 15] },
};
const [CONVERTED, NOT_CONVERTED, IMMATURE, UNOBSERVED, CUSTOMER] = [0, 1, 2, 3, 4];

/** By lead: the row, the column and the outcome. */
const gridOf = (leads: readonly (readonly [number, number, number])[]) => {
  const none = new Float64Array(leads.length).fill(Number.NaN);
  const facts: LeadFacts = {
    asOfMs: 0,
    exists: new Uint8Array(leads.length).fill(1),
    inCohort: new Uint8Array(leads.length).fill(1),
    outcome: Uint8Array.from(leads, ([, , outcome]) => outcome),
    sqlAtMs: none,
    closedAtMs: none,
    workedAtMs: none,
    horizonMs: none,
    won: new Uint8Array(leads.length),
    wonAmount: new Float64Array(leads.length),
  };
  const levels = [0, 1].flatMap((axis) =>
    [0, 1, 2].map((grade) => ({
      reachedAtMs: Float64Array.from(leads, (lead) => ((lead[axis] ?? 9) <= grade ? 1 : Number.NaN)),
      peak: none,
    })),
  );
  return gradeGrid(AXES, facts, levels);
};

const cell = (converted: number, notConverted: number) => {
  const counts = outcomeCounts(1);
  for (let lead = 0; lead < converted; lead += 1) countLead(counts, 0, 0);
  for (let lead = 0; lead < notConverted; lead += 1) countLead(counts, 0, 1);
  return cellOf(counts, 0);
};

describe('the grid of grades', () => {
  it('counts each lead in one cell, and rates only those whose outcome is known', () => {
    const { cells, rowTotals, columnTotals, all } = gridOf([
      [0, 0, CONVERTED],
      [0, 0, NOT_CONVERTED],
      [0, 0, IMMATURE],
      [0, 0, UNOBSERVED],
      [0, 0, CUSTOMER],
      [3, 1, NOT_CONVERTED],
    ]);
    expect(cells[0]?.[0]).toMatchObject({ leads: 4, observed: 2, converted: 1, rate: 0.5 });
    expect(cells[3]?.[1]).toMatchObject({ leads: 1, observed: 1, converted: 0, rate: 0 });
    expect(cells[1]?.[1]).toMatchObject({ leads: 0, rate: null, interval: null });
    expect(rowTotals.map(({ leads }) => leads)).toEqual([4, 0, 0, 1]);
    expect(columnTotals.map(({ leads }) => leads)).toEqual([4, 1, 0, 0]);
    expect(all).toMatchObject({ leads: 5, observed: 3, converted: 1 });
  });

  it('names a cell that converts worse than a worse neighbour, when it is more than chance', () => {
    const found = reversalsOf([
      [cell(5, 95), cell(40, 60)],
      [cell(6, 94), cell(39, 61)],
    ]);
    expect(found.map(({ better, worse }) => [better, worse])).toEqual([
      [
        { row: 0, column: 0 },
        { row: 0, column: 1 },
      ],
      [
        { row: 1, column: 0 },
        { row: 1, column: 1 },
      ],
    ]);
    expect(found[0]?.difference).toBeCloseTo(-0.35, 12);
  });

  it('says nothing of cells with fewer than ten known outcomes', () => {
    expect(reversalsOf([[cell(0, 9), cell(90, 10)]])).toEqual([]);
    expect(reversalsOf([[cell(0, 10), cell(90, 10)]])).toHaveLength(1);
  });
});

describe('proposed cut-offs', () => {
  it('are quarters of the leads, in round numbers', () => {
    const reached = Array.from({ length: 100 }, (_, index) => index);
    expect(proposeCutOffs(reached, 100)).toEqual([75, 50, 25]);
  });

  it('part what is there when most leads have the same', () => {
    const reached = [...Array.from({ length: 90 }, () => 0), 5, 5, 5, 5, 10, 10, 10, 20, 20, 30];
    expect(proposeCutOffs(reached, undefined)).toEqual([20, 10, 5]);
  });

  it('are those there are, with lines that part nobody, where leads have two values only', () => {
    expect(proposeCutOffs([0, 0, 10, Number.NaN], 10)).toEqual([10, 9, 8]);
  });

  it('are quarters of what can be reached when no lead tells apart, tens when nothing limits it', () => {
    expect(proposeCutOffs([], 60)).toEqual([45, 30, 15]);
    expect(proposeCutOffs([7, 7], undefined)).toEqual([30, 20, 10]);
  });
});

describe('a level from a cell up', () => {
  const ruleSet = draftRuleSet();
  const level = { id: 'mql', name: 'MQL', total: 52, dimensions: { fit: 10 }, route: 'sales', followUpHours: 48 };
  const from = (row: number, column: number, over = ruleSet) => levelFromCell(over, level, AXES, { row, column });

  it('has the minimums of the cell, and a total that both of them make', () => {
    expect(from(1, 2)).toEqual({ ...level, total: 35, dimensions: { fit: 20, engagement: 15 } });
  });

  it('asks nothing of a dimension in its last grade, and no more than the least total', () => {
    expect(from(3, 0)).toEqual({ ...level, total: 0, dimensions: { engagement: 45 } });
    expect(from(3, 3)).toEqual({ ...level, total: 0, dimensions: {} });
    const unlimited = { ...ruleSet, total: {} };
    expect(from(3, 0, unlimited).total).toBe(-1_000_000);
  });

  it('asks for no more than the total can come to', () => {
    expect(from(0, 0, { ...ruleSet, total: { min: 0, max: 60 } }).total).toBe(60);
  });

  it('holds the cells from there up as a whole, and none of the others', () => {
    const held = [0, 1, 2, 3].map((row) =>
      [0, 1, 2, 3].map((column) => holdingOf(ruleSet, from(1, 2), AXES, { row, column })),
    );
    const [whole, none] = ['whole', 'none'];
    expect(held).toEqual([
      [whole, whole, whole, none],
      [whole, whole, whole, none],
      [none, none, none, none],
      [none, none, none, none],
    ]);
  });

  it('holds a cell in part where it asks for more than the cell has at least', () => {
    const before = { ...level, total: 60, dimensions: { fit: 15 } };
    const held = (row: number, column: number) => holdingOf(ruleSet, before, AXES, { row, column });
    expect([held(0, 0), held(0, 2), held(2, 0), held(3, 0), held(1, 2)]).toEqual([
      'whole',
      'part',
      'part',
      'none',
      'none',
    ]);
  });
});
