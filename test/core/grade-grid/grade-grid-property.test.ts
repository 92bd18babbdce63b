import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemAt } from '../../../core/at.ts';
import { gradeGrid } from '../../../core/grade-grid/grade-grid.ts';
import {
  type CutOffs,
  type GridAxes,
  gradeRuleSet,
  gradesOf,
  reachRuleSet,
} from '../../../core/grade-grid/grade-rule-set.ts';
import { holdingOf, levelFromCell } from '../../../core/grade-grid/level-of-cell.ts';
import { isMeasured } from '../../../core/measures/cell.ts';
import { replayReference } from '../../../core/reference/replay-reference.ts';
import { compileReplay } from '../../../core/replay/compile.ts';
import { replay } from '../../../core/replay/replay.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import { type RandomCase, randomCase } from '../../support/random-case.ts';

const SEED = 20_261_125;

const randomCutOffs: fc.Arbitrary<CutOffs> = fc
  .uniqueArray(fc.integer({ min: -30, max: 60 }), { minLength: 3, maxLength: 3 })
  .map((found) => found.toSorted((one, other) => other - one))
  .map(([first = 0, second = 0, third = 0]) => [first, second, third]);

const asked = fc.record({ question: randomCase(), ofRows: randomCutOffs, ofColumns: randomCutOffs, pick: fc.nat() });

/** The first dimension against the last; one row where there is one only. */
const axesOf = ({ dimensions }: RuleSet, ofRows: CutOffs, ofColumns: CutOffs): GridAxes => ({
  rows: dimensions.length === 1 ? null : { dimension: itemAt(dimensions, 0).id, cutOffs: ofRows },
  columns: { dimension: itemAt(dimensions, dimensions.length - 1).id, cutOffs: ofColumns },
});

const replayOf = ({ history, options }: RandomCase, ruleSet: RuleSet) =>
  replay(compileReplay(history, ruleSet, options), ruleSet, false);

const measuredOf = (result: ReturnType<typeof replayOf>): readonly number[] =>
  Array.from(result.facts.outcome, (_, lead) => lead).filter((lead) => isMeasured(result.facts, lead));

describe('the grade of a lead, for any rule set and history', () => {
  it('is the best cut-off that the peaks of the reference engine reach', () => {
    fc.assert(
      fc.property(asked, ({ question, ofRows, ofColumns }) => {
        const { history, ruleSet, options } = question;
        const axes = axesOf(ruleSet, ofRows, ofColumns);
        const graded = replayOf(question, gradeRuleSet(ruleSet, axes));
        const grades = gradesOf(graded.levels, axes);
        const bestOf = (dimension: string) =>
          replayReference(history, reachRuleSet(ruleSet, dimension), options).levels[0]?.peak ?? [];
        const gradeBy = (peak: number, cutOffs: CutOffs): number => {
          const found = cutOffs.findIndex((least) => peak >= least - 1e-9 * Math.max(1, Math.abs(least)));
          return found === -1 ? 3 : found;
        };
        const peaksOfRows = axes.rows === null ? [] : bestOf(axes.rows.dimension);
        const peaksOfColumns = bestOf(axes.columns.dimension);
        for (const lead of measuredOf(graded)) {
          expect(grades(lead)).toEqual({
            row: axes.rows === null ? 0 : gradeBy(peaksOfRows[lead] ?? Number.NaN, ofRows),
            column: gradeBy(peaksOfColumns[lead] ?? Number.NaN, ofColumns),
          });
        }
      }),
      { numRuns: 500, seed: SEED },
    );
  });

  it('puts every lead that the measures count into one cell', () => {
    fc.assert(
      fc.property(asked, ({ question, ofRows, ofColumns }) => {
        const axes = axesOf(question.ruleSet, ofRows, ofColumns);
        const graded = replayOf(question, gradeRuleSet(question.ruleSet, axes));
        const grid = gradeGrid(axes, graded.facts, graded.levels);
        const count = measuredOf(graded).length;
        const sum = (cells: readonly { readonly leads: number }[]) => cells.reduce((all, { leads }) => all + leads, 0);
        expect(grid.all.leads).toBe(count);
        expect([sum(grid.rowTotals), sum(grid.columnTotals)]).toEqual([count, count]);
        expect(grid.cells.map(sum)).toEqual(grid.rowTotals.map(({ leads }) => leads));
      }),
      { numRuns: 200, seed: SEED + 1 },
    );
  });

  it('bounds a level from a cell up: it reaches leads of the cells that it holds, and no others', () => {
    fc.assert(
      fc.property(asked, ({ question, ofRows, ofColumns, pick }) => {
        const { ruleSet } = question;
        const axes = axesOf(ruleSet, ofRows, ofColumns);
        const place = { row: axes.rows === null ? 0 : pick % 4, column: Math.floor(pick / 4) % 4 };
        const plain = { id: 'level', name: 'Level', total: 0, dimensions: {} };
        const level = levelFromCell(ruleSet, plain, axes, place);
        const graded = replayOf(question, gradeRuleSet(ruleSet, axes));
        const grades = gradesOf(graded.levels, axes);
        const reached = replayOf(question, { ...ruleSet, levels: [level] }).levels[0]?.reachedAtMs ?? [];
        const withoutTotal = replayOf(question, { ...ruleSet, levels: [{ ...level, total: -1_000_000 }] });
        for (const lead of measuredOf(graded)) {
          const { row, column } = grades(lead);
          const isReached = !Number.isNaN(reached[lead] ?? Number.NaN);
          // The total keeps nobody back.
          expect(isReached).toBe(!Number.isNaN(withoutTotal.levels[0]?.reachedAtMs[lead] ?? Number.NaN));
          if (isReached) expect([row <= place.row, column <= place.column]).toEqual([true, true]);
          if (isReached) expect(holdingOf(ruleSet, level, axes, { row, column })).not.toBe('none');
        }
      }),
      { numRuns: 400, seed: SEED + 2 },
    );
  });

  it('never has a lead reach one of the own levels from a cell of which they say that it holds none', () => {
    fc.assert(
      fc.property(asked, ({ question, ofRows, ofColumns }) => {
        const { ruleSet } = question;
        const axes = axesOf(ruleSet, ofRows, ofColumns);
        const grades = gradesOf(replayOf(question, gradeRuleSet(ruleSet, axes)).levels, axes);
        const result = replayOf(question, ruleSet);
        for (const lead of measuredOf(result))
          ruleSet.levels.forEach((level, index) => {
            if (Number.isNaN(result.levels[index]?.reachedAtMs[lead] ?? Number.NaN)) return;
            expect(holdingOf(ruleSet, level, axes, grades(lead))).not.toBe('none');
          });
      }),
      { numRuns: 400, seed: SEED + 3 },
    );
  });
});
