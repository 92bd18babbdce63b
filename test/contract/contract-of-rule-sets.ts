/** Several rule sets in one workshop, each for some of the leads. */
import { describe, expect, it } from 'vitest';
import { draftRuleSet } from '../../core/demo/demo-rule-set.ts';
import { answerOf, type ContractStage } from './contract-stage.ts';

const GERMANY = { attribute: 'country', op: 'is', value: 'DE' } as const;

export function ruleSetsContract(stage: ContractStage): void {
  const list = async () => answerOf(await stage.transport.call('ruleSets.list', {}));
  const add = async (from: 'blank' | 'copy', name: string) =>
    answerOf(await stage.transport.call('ruleSets.add', { from, name }));

  describe('the rule sets of a workshop', () => {
    it('are one in the beginning; another is blank or a copy, and lies on the table', async () => {
      await stage.newWorkshop();
      expect(await list()).toMatchObject([{ name: 'New rule set', rules: 0, scope: null, isRemoved: false }]);
      answerOf(await stage.transport.call('scenario.edit', { ruleSet: draftRuleSet(), label: 'Draft' }));
      const copy = await add('copy', 'Draft for campaigns');
      expect(copy).toMatchObject({ ruleSet: { name: 'Draft for campaigns', rules: draftRuleSet().rules }, undo: null });
      const blank = await add('blank', 'Product B');
      expect(blank).toMatchObject({ ruleSet: { name: 'Product B', rules: [] }, baseline: { name: 'Product B' } });
      expect((await list()).map((one) => [one.name, one.id === blank.id])).toEqual([
        ['Joint draft', false],
        ['Draft for campaigns', false],
        ['Product B', true],
      ]);
    });

    it('have steps of their own, and each comes back to the table as it was left', async () => {
      await stage.newWorkshop();
      const first = answerOf(await stage.transport.call('scenario.edit', { ruleSet: draftRuleSet(), label: 'Draft' }));
      await add('blank', 'Product B');
      const back = answerOf(await stage.transport.call('ruleSets.choose', { id: first.id }));
      expect(back).toMatchObject({ id: first.id, ruleSet: { name: 'Joint draft' }, undo: 'Draft' });
      expect(answerOf(await stage.transport.call('scenario.get', {})).id).toBe(first.id);
      expect(await stage.transport.call('ruleSets.choose', { id: 4_711 })).toMatchObject({
        ok: false,
        error: { kind: 'notFound' },
      });
    });

    it('go off the list and come back, but never the one on the table', async () => {
      await stage.newWorkshop();
      const [first] = await list();
      const added = await add('blank', 'Product B');
      const id = first?.id ?? -1;
      expect(await stage.transport.call('ruleSets.setRemoved', { id: added.id, isRemoved: true })).toMatchObject({
        ok: false,
        error: { kind: 'badInput' },
      });
      expect(answerOf(await stage.transport.call('ruleSets.setRemoved', { id, isRemoved: true }))).toMatchObject([
        { id, isRemoved: true },
        { id: added.id, isRemoved: false },
      ]);
      expect(await stage.transport.call('ruleSets.choose', { id })).toMatchObject({ ok: false });
      answerOf(await stage.transport.call('ruleSets.setRemoved', { id, isRemoved: false }));
      expect(answerOf(await stage.transport.call('ruleSets.choose', { id })).id).toBe(id);
    });

    it('say for which leads they are meant, as a step that can be undone and that other edits keep', async () => {
      await stage.newWorkshop();
      const scoped = answerOf(await stage.transport.call('ruleSets.setScope', { scope: GERMANY, label: 'Germany' }));
      expect(scoped).toMatchObject({ scope: GERMANY, undo: 'Germany' });
      const edited = answerOf(await stage.transport.call('scenario.edit', { ruleSet: draftRuleSet(), label: 'Draft' }));
      expect(edited.scope).toEqual(GERMANY);
      expect((await add('copy', 'Copy')).scope).toEqual(GERMANY);
      answerOf(await stage.transport.call('ruleSets.choose', { id: scoped.id }));
      answerOf(await stage.transport.call('scenario.undo', {}));
      expect(answerOf(await stage.transport.call('scenario.undo', {})).scope).toBeNull();
    });

    it('refuse a scope with a fault, in a step and in a question, and name the place', async () => {
      await stage.newDemo();
      const scope = { attribute: 'country', op: 'is', value: '' };
      const refusal = { ok: false, error: { kind: 'badRuleSet', path: 'scope.value' } };
      expect(await stage.transport.call('ruleSets.setScope', { scope, label: 'Nowhere' })).toMatchObject(refusal);
      const options = { horizon: 'outcome' as const, scope };
      const asked = { ruleSet: draftRuleSet(), level: 'mql', options };
      expect(await stage.transport.call('replay.frame', { ...asked, key: 'a' })).toMatchObject(refusal);
      expect(await stage.transport.call('rules.effects', { ruleSet: draftRuleSet(), options, key: 'b' })).toMatchObject(
        refusal,
      );
    });

    it('count only the leads in their scope, which with the others are all', async () => {
      await stage.newDemo();
      const leads = async (scope?: unknown) => {
        const options = { horizon: 'outcome' as const, ...(scope === undefined ? {} : { scope }) };
        const { scenario, swap } = answerOf(
          await stage.transport.call('replay.frame', { ruleSet: draftRuleSet(), level: 'mql', options, key: 'scope' }),
        );
        const reached = scenario.levels.find((level) => level.id === 'mql')?.reached ?? -1;
        return { leads: scenario.leads, reached, kept: swap.kept };
      };
      const [all, inside, outside] = [await leads(), await leads(GERMANY), await leads({ not: GERMANY })];
      expect(inside.leads).toBeGreaterThan(0);
      expect(outside.leads).toBeGreaterThan(0);
      expect(inside.leads + outside.leads).toBe(all.leads);
      expect(inside.reached + outside.reached).toBe(all.reached);
    });
  });
}
