/** What a level means in time and money, as the app answers it. */
import { describe, expect, it } from 'vitest';
import type { ComparedSide } from '../../api/compared.ts';
import { draftRuleSet } from '../../core/demo/demo-rule-set.ts';
import { WHOLE_VIEW } from '../../core/replay/view.ts';
import { agreementFrom } from '../core/agreement/agreement-from.ts';
import { answerOf, type ContractStage } from './contract-stage.ts';

const options = { horizon: 'outcome' } as const;
const SIDES: readonly ComparedSide[] = [
  { kind: 'baseline' },
  { kind: 'ruleSet', ruleSet: draftRuleSet() },
  { kind: 'handover' },
];

export function compareCourseContract(stage: ContractStage): void {
  describe('the course of time of two sides', () => {
    const ask = (b: ComparedSide = { kind: 'handover' }) =>
      stage.transport.call('compare.course', { level: 'mql', options, key: 'course', a: { kind: 'baseline' }, b });

    it('has the months and weeks of the What-if, and a funnel with its figures', async () => {
      await stage.newDemo();
      const view = { ...WHOLE_VIEW, capacityPerWeek: 2 };
      answerOf(await stage.transport.call('view.set', { view, label: 'Capacity' }));
      const { a, b, leads } = answerOf(await ask());
      const question = { ruleSet: draftRuleSet(), level: 'mql', options, key: 'frame' };
      const { baseline } = answerOf(await stage.transport.call('replay.frame', question));
      const measures = baseline.levels.find(({ id }) => id === 'mql');
      expect(a.months).toEqual(baseline.months);
      expect(a.load).toMatchObject({ ...baseline.weekly, capacity: { perWeek: 2 } });
      expect(a.funnel.map((step) => step.leads)).toEqual([
        leads,
        measures?.reached,
        expect.any(Number),
        measures?.converted,
        measures?.won,
      ]);
      expect(b.curve.notTaken).toBe(0);
      expect(b.curve.points[0]?.atRisk).toBe(b.curve.leads);
    });

    it('names the scenario that is not there', async () => {
      await stage.newDemo();
      const missing = await ask({ kind: 'scenario', id: 999_999 });
      expect(missing).toMatchObject({ ok: false, error: { kind: 'notFound' } });
    });

    it('is there in an empty history, without dates', async () => {
      await stage.newWorkshop();
      const { hasDates, a } = answerOf(await ask());
      expect([hasDates, a.curve.leads, a.load.capacity]).toEqual([false, 0, null]);
    });
  });

  describe('load, speed and money of each side', () => {
    const ask = (sides = SIDES, level = 'mql') =>
      stage.transport.call('compare.figures', { level, options, key: 'figures', sides });

    it('go with the figures of all scenarios, in the order asked for', async () => {
      await stage.newDemo();
      const { figures, leads } = answerOf(await ask());
      const { scenarios } = answerOf(
        await stage.transport.call('compare.scenarios', { level: 'mql', options, key: 'compare' }),
      );
      expect(figures.map(({ readyShare }) => readyShare.reached)).toEqual(
        scenarios.map(({ measures }) => measures.reached),
      );
      expect(figures.map(({ readyShare }) => readyShare.leads)).toEqual(figures.map(() => leads));
      expect(figures.map(({ load }) => load)).toMatchObject(scenarios.map(({ weekly }) => weekly));
      expect(figures.map(({ deal }) => deal.won)).toEqual(scenarios.map(({ measures }) => measures.won));
    });

    it('know the costs of the workshop and the promise of the level; a hand-over promises nothing', async () => {
      await stage.newDemo();
      const { figures, currency } = answerOf(await ask());
      expect(currency).toBe('EUR');
      expect(figures[0]?.costs?.costPerMqlCents).toBeGreaterThan(0);
      expect(figures.map(({ followUp }) => followUp === null)).toEqual([false, false, true]);
      expect(figures[2]?.lag).toMatchObject({ medianDaysLater: 0, earlier: 0, later: 0 });
    });

    it('tell follow-up in every hour, and once an agreement is drafted in its working hours, as the agreement does', async () => {
      await stage.newDemo();
      const ruleSet = draftRuleSet();
      const { followUpHours = 0 } = ruleSet.levels.find(({ id }) => id === 'mql') ?? {};
      const sides: readonly ComparedSide[] = [{ kind: 'ruleSet', ruleSet }];
      const [before] = answerOf(await ask(sides)).figures;
      expect(before?.followUp).toMatchObject({ promisedHours: followUpHours, isInWorkingHours: false });

      // Two days are 16 hours of work.
      const withinHours = 16;
      const document = agreementFrom({
        ruleSet,
        sales: { followUp: [{ level: 'mql', withinHours, leastPercent: 90 }] },
      });
      answerOf(await stage.transport.call('agreement.edit', { document, label: 'Draft' }));
      const [after] = answerOf(await ask(sides)).figures;
      const question = { options, key: 'promises', document, start: 'rules', period: null } as const;
      const [judged] = answerOf(await stage.transport.call('agreement.promises', question)).promises;
      if (judged?.figure.kind !== 'followUp') throw new Error('no follow-up was judged');
      const { kind: _, medianHours: __, ...counts } = judged.figure;
      expect(after?.followUp).toEqual({
        promisedHours: withinHours,
        isInWorkingHours: true,
        hasTimes: true,
        ...counts,
      });
    });

    it('name the scenario that is not there', async () => {
      await stage.newDemo();
      expect(await ask([{ kind: 'scenario', id: 999_999 }])).toMatchObject({ ok: false, error: { kind: 'notFound' } });
    });

    it('are there in an empty history, without a figure that nobody knows', async () => {
      await stage.newWorkshop();
      const [figures] = answerOf(await ask([{ kind: 'baseline' }])).figures;
      expect(figures).toMatchObject({ readyShare: { rate: null }, lag: null, costs: null });
    });
  });
}
