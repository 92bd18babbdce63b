/** Scenarios against each other, as the app answers them. */
import { describe, expect, it } from 'vitest';
import { draftRuleSet } from '../../core/demo/demo-rule-set.ts';
import { answerOf, type ContractStage } from './contract-stage.ts';

const options = { horizon: 'outcome' } as const;

export function compareContract(stage: ContractStage): void {
  describe('all scenarios side by side', () => {
    const ask = async (level = 'mql') =>
      answerOf(await stage.transport.call('compare.scenarios', { level, options, key: 'compare' }));

    it('have the figures of the What-if, the baseline first and the hand-over last', async () => {
      await stage.newDemo();
      const { scenarios, leads } = await ask();
      const question = { ruleSet: draftRuleSet(), level: 'mql', options, key: 'frame' };
      const frame = answerOf(await stage.transport.call('replay.frame', question));
      expect(scenarios.map(({ side }) => side.kind)).toEqual(['baseline', 'scenario', 'handover']);
      expect(leads).toBe(frame.scenario.leads);
      const mql = <M extends { readonly id: string }>(levels: readonly M[]) => levels.find(({ id }) => id === 'mql');
      expect(scenarios[0]?.measures).toEqual(mql(frame.baseline.levels));
      expect(scenarios[1]?.measures).toEqual(mql(frame.scenario.levels));
      expect(scenarios[1]?.weekly).toEqual(frame.scenario.weekly);
    });

    it('count as handed over whoever has a stage: every SQL, and nobody without a known or coming outcome', async () => {
      await stage.newDemo();
      const handover = (await ask()).scenarios.at(-1)?.measures;
      expect(handover?.unobserved).toBe(0);
      expect(handover?.recall).toBe(1);
    });

    it('say of a level that a rule set lacks that nobody reaches it', async () => {
      await stage.newDemo();
      const { scenarios } = await ask('no such level');
      expect(scenarios.map(({ hasLevel }) => hasLevel)).toEqual([false, false, true]);
      expect(scenarios[0]?.measures.reached).toBe(0);
    });

    it('are there in an empty history, without a rate', async () => {
      await stage.newWorkshop();
      const { scenarios, leads } = await ask();
      expect([leads, scenarios.length, scenarios[0]?.measures.rate]).toEqual([0, 3, null]);
    });
  });
}
