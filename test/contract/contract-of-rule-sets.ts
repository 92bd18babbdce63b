/** Several rule sets in one workshop, each for some of the leads. */
import { describe, expect, it } from 'vitest';
import type { Input } from '../../api/contract.ts';
import { draftRuleSet } from '../../core/demo/demo-rule-set.ts';
import { answerOf, type ContractStage } from './contract-stage.ts';

const GERMANY = { attribute: 'country', op: 'is', value: 'DE' } as const;

export function ruleSetsContract(stage: ContractStage): void {
  const list = async () => answerOf(await stage.transport.call('ruleSets.list', {}));
  const add = async (from: Input<'ruleSets.add'>['from'], name: string) =>
    answerOf(await stage.transport.call('ruleSets.add', { from, name, label: `Branch ${name}` }));
  const undo = async () => answerOf(await stage.transport.call('scenario.undo', {}));
  const redo = async () => answerOf(await stage.transport.call('scenario.redo', {}));

  describe('the rule sets of a workshop', () => {
    it('are one in the beginning; another is blank or a copy, and lies on the table', async () => {
      await stage.newWorkshop();
      expect(await list()).toMatchObject([{ name: 'New rule set', rules: 0, scope: null, isRemoved: false }]);
      answerOf(await stage.transport.call('scenario.edit', { ruleSet: draftRuleSet(), label: 'Draft' }));
      const copy = await add('copy', 'Draft for campaigns');
      expect(copy).toMatchObject({
        ruleSet: { name: 'Draft for campaigns', rules: draftRuleSet().rules },
        undo: 'Branch Draft for campaigns',
      });
      const blank = await add('blank', 'Product B');
      expect(blank).toMatchObject({ ruleSet: { name: 'Product B', rules: [] }, baseline: { name: 'Product B' } });
      expect((await list()).map((one) => [one.name, one.id === blank.id])).toEqual([
        ['Joint draft', false],
        ['Draft for campaigns', false],
        ['Product B', true],
      ]);
    });

    it('come back to the table as they were left', async () => {
      await stage.newWorkshop();
      const first = answerOf(await stage.transport.call('scenario.edit', { ruleSet: draftRuleSet(), label: 'Draft' }));
      await add('blank', 'Product B');
      const back = answerOf(await stage.transport.call('ruleSets.choose', { id: first.id }));
      expect(back).toMatchObject({ id: first.id, ruleSet: { name: 'Joint draft' } });
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
      await undo();
      expect(await undo()).toMatchObject({ scope: GERMANY, undo: 'Germany' });
      expect((await undo()).scope).toBeNull();
    });

    it('branch from any other and from a version, with scope and seat, and keep the baseline that it had', async () => {
      await stage.newDemo();
      const first = answerOf(await stage.transport.call('scenario.get', {}));
      answerOf(await stage.transport.call('scenario.describe', { seat: 'sales', note: 'Ours', label: 'Sales' }));
      await add('blank', 'Product B');
      const branch = await add({ scenarioId: first.id }, 'Branch');
      const { rules } = first.ruleSet;
      expect(branch).toMatchObject({ ruleSet: { rules }, seat: 'sales', note: '', baseline: first.baseline });
      const old = await add({ versionId: first.baseline.id }, 'As it was');
      expect(old).toMatchObject({ ruleSet: { rules: first.baseline.ruleSet.rules }, seat: 'both', scope: null });
      for (const from of [{ scenarioId: 4_711 }, { versionId: 4_711 }])
        expect(await stage.transport.call('ruleSets.add', { from, name: 'Nothing' })).toMatchObject({
          ok: false,
          error: { kind: 'notFound' },
        });
    });

    it('have a name, a note and a seat, which are steps like any other', async () => {
      await stage.newWorkshop();
      const { id } = answerOf(await stage.transport.call('scenario.get', {}));
      const other = await add('blank', 'Product B');
      const change = { id, name: 'Only the ready', note: 'Fewer, readier', seat: 'sales' as const };
      const told = answerOf(await stage.transport.call('scenario.describe', { ...change, label: 'Described' }));
      expect(told).toMatchObject({ id: other.id, seat: 'both', undo: 'Described' });
      expect(await list()).toMatchObject([change, { id: other.id, note: '', seat: 'both' }]);
      await undo();
      expect(await list()).toMatchObject([{ id, name: 'New rule set', note: '', seat: 'both' }, {}]);
      expect(await stage.transport.call('scenario.describe', { id: 4_711, note: '', label: '' })).toMatchObject({
        ok: false,
        error: { kind: 'notFound', path: 'id' },
      });
    });

    it('never share a name: the later one gets a number', async () => {
      await stage.newWorkshop();
      expect((await add('copy', 'New rule set')).name).toBe('New rule set 2');
      const renamed = await stage.transport.call('scenario.describe', { name: 'New rule set', label: 'Rename' });
      expect(answerOf(renamed).name).toBe('New rule set 2');
    });

    it('are branched, chosen, taken off the list and compared in one order of steps, back and forth', async () => {
      await stage.newDemo();
      const { id: first, baseline } = answerOf(await stage.transport.call('scenario.get', {}));
      const branch = await add('copy', 'Branch');
      const saved = answerOf(await stage.transport.call('scenario.saveVersion', { name: 'Agreed' }));
      const versionId = saved.versions.find(({ name }) => name === 'Agreed')?.id ?? -1;
      answerOf(await stage.transport.call('scenario.setBaseline', { versionId, label: 'Against Agreed' }));
      answerOf(await stage.transport.call('ruleSets.choose', { id: first, label: 'Chosen' }));
      answerOf(await stage.transport.call('ruleSets.setRemoved', { id: branch.id, isRemoved: true, label: 'Removed' }));
      const removed = async () => (await list()).filter(({ isRemoved }) => isRemoved).map(({ id }) => id);
      expect(await removed()).toEqual([branch.id]);
      expect(await undo()).toMatchObject({ id: first, undo: 'Chosen', redo: 'Removed' });
      expect(await removed()).toEqual([]);
      expect(await undo()).toMatchObject({ id: branch.id, baseline: { id: versionId }, undo: 'Against Agreed' });
      expect(await undo()).toMatchObject({ baseline: { id: baseline.id }, undo: 'Branch Branch' });
      expect(await undo()).toMatchObject({ id: first, undo: null });
      expect((await list()).map(({ id }) => id)).toEqual([first]);
      for (let step = 0; step < 4; step += 1) await redo();
      expect(await removed()).toEqual([branch.id]);
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
