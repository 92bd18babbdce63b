/** Two sides against each other, as the app answers them. */
import { describe, expect, it } from 'vitest';
import type { ComparedSide } from '../../api/compared.ts';
import { answerOf, type ContractStage } from './contract-stage.ts';

const options = { horizon: 'outcome' } as const;
const HANDOVER = { kind: 'handover' } as const;
const BASELINE = { kind: 'baseline' } as const;

export function comparePairContract(stage: ContractStage): void {
  describe('two sides in depth', () => {
    const question = (a: ComparedSide, b: ComparedSide) => ({ level: 'mql', options, key: 'pair', a, b });
    const pair = async (a: ComparedSide, b: ComparedSide, splitMs: number | null = null) =>
      answerOf(await stage.transport.call('compare.pair', { ...question(a, b), splitMs }));

    it('have the figures of the table of scenarios, and the lists that their counts promise', async () => {
      await stage.newDemo();
      const { scenarios } = answerOf(
        await stage.transport.call('compare.scenarios', { level: 'mql', options, key: 'compare' }),
      );
      const found = await pair(BASELINE, HANDOVER);
      expect(found.a).toEqual(scenarios[0]?.measures);
      expect(found.b).toEqual(scenarios.at(-1)?.measures);
      expect(found.difference.rate).toBe(scenarios.at(-1)?.difference?.value);
      expect(scenarios[0]?.difference).toBeNull();
      expect(found.revenue.total.difference).toBeCloseTo(found.b.amount - found.a.amount, 6);
      for (const list of ['kept', 'lost', 'gained'] as const) {
        const rows = answerOf(
          await stage.transport.call('compare.swap', { ...question(BASELINE, HANDOVER), list, offset: 0, limit: 5 }),
        );
        expect(rows.total).toBe(found.swap[list].leads);
        expect(rows.rows.length).toBe(Math.min(5, rows.total));
      }
    });

    it('are negated when they change places', async () => {
      await stage.newDemo();
      const there = await pair(BASELINE, HANDOVER);
      const back = await pair(HANDOVER, BASELINE);
      expect(back.difference.rate).toBe(-(there.difference.rate ?? Number.NaN));
      expect(back.weekly.difference).toBe(-there.weekly.difference);
    });

    it('are judged on the newer leads as well, where the split says', async () => {
      await stage.newDemo();
      const { periods, a } = await pair(BASELINE, HANDOVER);
      expect(periods?.olderBeforeMs).toBeLessThan(periods?.splitMs ?? 0);
      expect((periods?.older.a.reached ?? 0) + (periods?.newer.a.reached ?? 0)).toBeLessThanOrEqual(a.reached);
      const moved = await pair(BASELINE, HANDOVER, (periods?.splitMs ?? 0) + 86_400_000);
      expect(moved.periods?.splitMs).toBe((periods?.splitMs ?? 0) + 86_400_000);
    });

    it('have no figure where there is no lead', async () => {
      await stage.newWorkshop();
      const { difference, finding, periods } = await pair(BASELINE, HANDOVER);
      expect([difference.rate, difference.bounds, periods, finding.kind]).toEqual([null, null, null, 'sameLeads']);
    });

    it('must be there', async () => {
      await stage.newDemo();
      const nobody = { kind: 'scenario', id: 999_999 } as const;
      const answered = await stage.transport.call('compare.pair', { ...question(BASELINE, nobody), splitMs: null });
      expect(answered).toMatchObject({ ok: false, error: { kind: 'notFound' } });
    });
  });
}
