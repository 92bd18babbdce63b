/** What each rule does, as the app answers it. */
import { describe, expect, it } from 'vitest';
import { draftRuleSet } from '../../core/demo/demo-rule-set.ts';
import { setRuleEnabled } from '../../core/rule-set/edit-rules.ts';
import { answerOf, type ContractStage } from './contract-stage.ts';

const options = { horizon: 'outcome' } as const;
const level = 'mql';

export function ruleEffectsContract(stage: ContractStage): void {
  describe('what each rule does', () => {
    const effectsOf = async (ruleSet: unknown) =>
      answerOf(await stage.transport.call('rules.effects', { ruleSet, options, key: 'effects' }));

    it('parts all leads of the cohort into the touched and the others', async () => {
      await stage.newDemo();
      const ruleSet = draftRuleSet();
      const { base, rules } = await effectsOf(ruleSet);
      const frame = answerOf(await stage.transport.call('replay.frame', { ruleSet, level, options, key: 'frame' }));
      expect(base.leads).toBe(frame.scenario.leads);
      expect(rules.map(({ ruleId }) => ruleId)).toEqual(ruleSet.rules.map(({ id }) => id));
      for (const { touched, untouched } of rules) {
        expect(touched.leads + untouched.leads).toBe(base.leads);
        expect(touched.converted + untouched.converted).toBe(base.converted);
      }
      expect(rules.some(({ touched, difference }) => touched.leads > 0 && difference !== null)).toBe(true);
    });

    it('and what it decides by itself is what the What-if shows when it is switched off', async () => {
      await stage.newDemo();
      const ruleSet = draftRuleSet();
      const rules = ruleSet.rules.map(({ id }) => id);
      const asked = { ruleSet, level, rules, options, key: 'effects' };
      const { alone } = answerOf(await stage.transport.call('rules.alone', asked));
      const reachedBy = async (changed: unknown) => {
        const question = { ruleSet: changed, level, options, key: 'frame' };
        return answerOf(await stage.transport.call('replay.frame', question)).scenario.levels[0]?.reached ?? 0;
      };
      const full = await reachedBy(ruleSet);
      for (const { ruleId, brings, keepsBack } of alone)
        expect(full - brings.leads + keepsBack.leads).toBe(await reachedBy(setRuleEnabled(ruleSet, ruleId, false)));
      expect(alone.map(({ ruleId }) => ruleId)).toEqual(rules);
      expect(alone.some(({ brings }) => brings.leads > 0)).toBe(true);
    });

    it('names what speaks against it, with what the workshop keeps out of rules', async () => {
      await stage.newDemo();
      const ruleSet = draftRuleSet();
      const mail = { attribute: 'country', op: 'contains', value: 'PL' };
      const changed = {
        ...ruleSet,
        rules: ruleSet.rules.map((rule) => (rule.id === 'decides' ? { ...rule, if: mail } : rule)),
      };
      answerOf(await stage.transport.call('workshop.keepOut', { attribute: 'country', isKeptOut: true }));
      const { concerns } = await effectsOf(changed);
      const own = concerns.filter(({ ruleId }) => ruleId === 'decides').map(({ kind }) => kind);
      expect(own).toEqual(expect.arrayContaining(['keptOut', 'shortContains']));
    });

    it('is nothing in an empty history, and no fault', async () => {
      await stage.newWorkshop();
      const { base, rules, concerns } = await effectsOf(draftRuleSet());
      expect([base.leads, rules.every(({ touched }) => touched.leads === 0)]).toEqual([0, true]);
      expect(concerns.map(({ kind }) => kind)).not.toContain('nobodyTouched');
    });

    it('is refused with the place of a fault in the rule set', async () => {
      await stage.newDemo();
      const broken = { ...draftRuleSet(), levels: [] };
      const refused = { ok: false, error: { kind: 'badRuleSet' } };
      expect(await stage.transport.call('rules.effects', { ruleSet: broken, options, key: 'k' })).toMatchObject(
        refused,
      );
      const asked = { ruleSet: broken, level, rules: [], options, key: 'k' };
      expect(await stage.transport.call('rules.alone', asked)).toMatchObject(refused);
    });
  });
}
