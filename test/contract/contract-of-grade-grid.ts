/** Leads by grade in two dimensions, as the app answers it. */
import { describe, expect, it } from 'vitest';
import type { CutOffs, GradeGridAnswer } from '../../api/grade-grid.ts';
import { draftRuleSet } from '../../core/demo/demo-rule-set.ts';
import { levelFromCell } from '../../core/grade-grid/level-of-cell.ts';
import { replaceLevel } from '../../core/rule-set/edit-levels.ts';
import { answerOf, type ContractStage } from './contract-stage.ts';

const options = { horizon: 'outcome' } as const;
const ruleSet = draftRuleSet();
const dimensions = ['fit', 'engagement'];
const leadsOf = (cells: readonly { readonly leads: number }[]): number =>
  cells.reduce((sum, { leads }) => sum + leads, 0);

export function gradeGridContract(stage: ContractStage): void {
  describe('leads by grade', () => {
    const ask = (asked: { dimensions: string[]; cutOffs: (CutOffs | null)[] | null }) =>
      stage.transport.call('rules.grid', {
        ruleSet,
        options,
        key: 'grid',
        dimensions: asked.dimensions,
        cutOffs: asked.cutOffs?.map((one) => (one === null ? null : [...one])) ?? null,
      });
    const gridOf = async (cutOffs: (CutOffs | null)[] | null): Promise<GradeGridAnswer> =>
      answerOf(await ask({ dimensions, cutOffs }));

    it('hold every lead of the cohort once, and add up by row and by column', async () => {
      await stage.newDemo();
      const { axes, cells, rowTotals, columnTotals, all } = await gridOf(null);
      const question = { ruleSet, level: 'mql', options, key: 'frame' };
      const frame = answerOf(await stage.transport.call('replay.frame', question));
      expect(all.leads).toBe(frame.scenario.leads);
      expect([axes.rows?.dimension, axes.columns.dimension]).toEqual(dimensions);
      expect(cells.map(leadsOf)).toEqual(rowTotals.map(({ leads }) => leads));
      expect([leadsOf(rowTotals), leadsOf(columnTotals)]).toEqual([all.leads, all.leads]);
      expect(cells.flat().filter(({ leads }) => leads > 0).length).toBeGreaterThan(8);
    });

    it('are those whom a level from a cell up reaches, where one dimension never moves', async () => {
      await stage.newDemo();
      const grid = await gridOf([
        [30, 20, 10],
        [45, 30, 15],
      ]);
      const [mql] = ruleSet.levels;
      if (mql === undefined) throw new Error('the demo has levels');
      const place = { row: 1, column: 2 };
      const changed = replaceLevel(ruleSet, 'mql', levelFromCell(ruleSet, mql, grid.axes, place));
      const question = { ruleSet: changed, level: 'mql', options, key: 'frame' };
      const frame = answerOf(await stage.transport.call('replay.frame', question));
      const held = grid.cells.slice(0, place.row + 1).flatMap((row) => row.slice(0, place.column + 1));
      // Profile has rules on the lead only, so whoever has the behaviour has both at that moment.
      expect(frame.scenario.levels[0]?.reached).toBe(leadsOf(held));
    });

    it('make one row of one dimension', async () => {
      await stage.newDemo();
      const { axes, cells, all } = answerOf(await ask({ dimensions: ['engagement'], cutOffs: null }));
      expect([axes.rows, cells.length, leadsOf(cells.flat())]).toEqual([null, 1, all.leads]);
    });

    it('are nobody in an empty history, with cut-offs all the same', async () => {
      await stage.newWorkshop();
      const { axes, all } = await gridOf(null);
      expect([all.leads, axes.rows?.cutOffs]).toEqual([0, [45, 30, 15]]);
    });

    it('are refused for what makes no grid', async () => {
      await stage.newDemo();
      const refused = { ok: false, error: { kind: 'badInput' } };
      expect(await ask({ dimensions: ['fit', 'fit'], cutOffs: null })).toMatchObject(refused);
      expect(await ask({ dimensions: ['fit', 'unknown'], cutOffs: null })).toMatchObject(refused);
      expect(await ask({ dimensions, cutOffs: [null, [10, 20, 30]] })).toMatchObject(refused);
    });
  });
}
