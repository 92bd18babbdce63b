/** Two sides row by row, as the app answers them. */
import { describe, expect, it } from 'vitest';
import type { AskedBreakdownBy } from '../../api/compare-where.ts';
import type { ComparedSide } from '../../api/compared.ts';
import { answerOf, type ContractStage } from './contract-stage.ts';

const options = { horizon: 'outcome' } as const;
const HANDOVER = { kind: 'handover' } as const;
const BASELINE = { kind: 'baseline' } as const;

export function compareWhereContract(stage: ContractStage): void {
  describe('where two sides differ', () => {
    const question = { level: 'mql', options, key: 'where', a: HANDOVER, b: BASELINE } as const;
    const brokenDown = async (by: AskedBreakdownBy) =>
      answerOf(await stage.transport.call('compare.breakdown', { ...question, by }));
    const grid = async (side: ComparedSide) =>
      answerOf(await stage.transport.call('compare.grid', { side, options, key: 'grid' }));

    it('is told by source unless asked otherwise, and the rows add up to the table of scenarios', async () => {
      await stage.newDemo();
      const { scenarios } = answerOf(
        await stage.transport.call('compare.scenarios', { level: 'mql', options, key: 'compare' }),
      );
      const found = await brokenDown({ kind: 'attribute', name: null });
      expect(found.by).toEqual({ kind: 'attribute', name: 'source' });
      expect(found.attributes[0]?.name).toBe('source');
      for (const by of [found.by, { kind: 'month', of: 'reached' }, { kind: 'month', of: 'created' }] as const) {
        const { rows, all } = await brokenDown(by);
        expect(rows.reduce((sum, { b }) => sum + b.converted, 0)).toBe(scenarios[0]?.measures.converted);
        expect(rows.reduce((sum, { a }) => sum + a.leads, 0)).toBe(scenarios.at(-1)?.measures.reached);
        expect(all.b.rate).toBe(scenarios[0]?.measures.rate);
      }
    });

    it('is told by what the scenarios are meant for', async () => {
      await stage.newDemo();
      const scope = { attribute: 'country', op: 'is', value: 'DE' } as const;
      answerOf(await stage.transport.call('ruleSets.setScope', { scope, label: 'Germany' }));
      const { rows, segments } = await brokenDown({ kind: 'segments' });
      expect(segments).toBe(1);
      expect(rows.map(({ of }) => of.kind)).toEqual(['segment', 'noSegment']);
    });

    it('is asked by month, source and region where it holds', async () => {
      await stage.newDemo();
      const { all, parts } = answerOf(await stage.transport.call('compare.holds', question));
      expect(parts.map(({ by }) => by.kind)).toEqual(['month', 'source', 'region']);
      for (const { rows } of parts) expect(rows.reduce((sum, { b }) => sum + b.leads, 0)).toBe(all.b.leads);
    });

    it('has a grid of either side’s own dimensions, but none of the hand-over', async () => {
      await stage.newDemo();
      const found = await grid(BASELINE);
      expect(found).toMatchObject({ kind: 'grid', grid: { cells: [{}, {}, {}, {}] } });
      expect(await grid(HANDOVER)).toEqual({ kind: 'handover' });
    });

    it('is answered in an empty history, without a row', async () => {
      await stage.newWorkshop();
      const found = await brokenDown({ kind: 'attribute', name: null });
      expect([found.by.kind, found.rows, found.attributes]).toEqual(['month', [], []]);
      const { parts } = answerOf(await stage.transport.call('compare.holds', question));
      expect(parts.map(({ verdict }) => verdict)).toEqual([{ kind: 'tooFew' }]);
    });
  });
}
