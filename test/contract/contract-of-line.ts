/** Where the line is drawn and how well scores rank, as the app answers them. */
import { describe, expect, it } from 'vitest';
import { answerOf, type ContractStage } from './contract-stage.ts';

const options = { horizon: 'outcome' } as const;
const NO_TERMS = { valuePerSql: null, costPerLead: null, leastRate: null, splitMs: null };

export function lineContract(stage: ContractStage): void {
  describe('where to draw the line', () => {
    const question = (level = 'mql') => ({
      level,
      options,
      key: 'line',
      a: { kind: 'baseline' } as const,
      b: { kind: 'handover' } as const,
    });
    const sweep = async (terms: Partial<Record<keyof typeof NO_TERMS, number>> = {}, level = 'mql') =>
      answerOf(await stage.transport.call('compare.sweep', { ...question(level), ...NO_TERMS, ...terms }));

    it('has at the level’s own threshold the figures of the comparison, and the capacity of sales beside them', async () => {
      await stage.newDemo();
      const { a, capacityPerWeek, sqls } = await sweep();
      const { scenarios } = answerOf(
        await stage.transport.call('compare.scenarios', { level: 'mql', options, key: 'all' }),
      );
      const { id: _id, ...measures } = scenarios[0]?.measures ?? { id: '' };
      expect(a?.present).toMatchObject({ ...measures, perWeek: scenarios[0]?.weekly.mean });
      expect(a?.points.find(({ threshold }) => threshold === a.threshold)).toEqual(a?.present);
      expect([capacityPerWeek !== null, sqls]).toEqual([true, a?.present.sqls]);
      expect(a?.points.length).toBeLessThanOrEqual(125);
    });

    it('counts profit once a value and a cost are given, and finds the best by it', async () => {
      await stage.newDemo();
      const { a } = await sweep({ valuePerSql: 500, costPerLead: 20 });
      expect(a?.present.profit).toBe(500 * (a?.present.converted ?? 0) - 20 * (a?.present.observed ?? 0));
      expect(a?.best?.by).toBe('profit');
    });

    it('chooses on the older leads and judges on the newer ones, parted as the difference of two sides is', async () => {
      await stage.newDemo();
      const { a } = await sweep();
      const { periods, a: ofAll } = answerOf(
        await stage.transport.call('compare.pair', { ...question(), splitMs: null }),
      );
      const { judged } = a ?? {};
      expect([judged?.splitMs, judged?.olderBeforeMs]).toEqual([periods?.splitMs, periods?.olderBeforeMs]);
      const { id: _newer, ...newer } = periods?.newer.a ?? { id: '' };
      const { id: _all, ...all } = ofAll;
      expect(judged?.present).toMatchObject({ threshold: a?.threshold, newer, all });
      expect(judged?.best?.older.rate).not.toBe(judged?.best?.newer.rate);
      const later = await sweep({ splitMs: (judged?.splitMs ?? 0) + 30 * 86_400_000 });
      expect(later.a?.judged?.present.newer.reached).toBeLessThan(judged?.present.newer.reached ?? 0);
    });

    it('has no line where there is no score: the hand-over, a level that is not there', async () => {
      await stage.newDemo();
      expect((await sweep()).b).toBeNull();
      expect((await sweep({}, 'no such level')).a).toBeNull();
    });

    it('ranks leads by their scores, with bands cut where the level begins', async () => {
      await stage.newDemo();
      const { a, b } = answerOf(await stage.transport.call('compare.ranking', question()));
      expect(a?.ranked?.ranking.areaUnderCurve).toBeGreaterThan(0.5);
      expect(a?.bands.bands.map(({ from }) => from)).toContain(a?.threshold);
      expect(a?.ranked?.cuts.at(-1)?.recall).toBe(1);
      expect(b).toBeNull();
    });

    it('is there in an empty history, without a point that anybody reaches', async () => {
      await stage.newWorkshop();
      const { a, leads } = await sweep();
      expect([leads, a?.best, a?.stability, a?.plateau]).toEqual([0, null, null, null]);
      expect(a?.points.every(({ reached, rate }) => reached === 0 && rate === null)).toBe(true);
      const { a: ranked } = answerOf(await stage.transport.call('compare.ranking', question()));
      expect([ranked?.ranked, ranked?.bands.trend]).toEqual([null, null]);
    });
  });
}
