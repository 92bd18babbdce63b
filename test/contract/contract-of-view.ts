/** The view: which part of the history is looked at, in one order of steps with the scenarios. */
import { describe, expect, it } from 'vitest';
import type { View } from '../../api/core-types.ts';
import { draftRuleSet } from '../../core/demo/demo-rule-set.ts';
import { viewOptions, WHOLE_VIEW } from '../../core/replay/view.ts';
import { answerOf, type ContractStage } from './contract-stage.ts';

const ITALY = { attribute: 'country', op: 'is', value: 'IT' } as const;

export function viewContract(stage: ContractStage): void {
  const set = async (view: Partial<View>, label: string, coalesce?: string) =>
    answerOf(
      await stage.transport.call('view.set', {
        view: { ...WHOLE_VIEW, ...view },
        label,
        ...(coalesce === undefined ? {} : { coalesce }),
      }),
    );
  const undo = async () => answerOf(await stage.transport.call('scenario.undo', {}));

  describe('the view of the history', () => {
    it('is the whole of it in a new workshop', async () => {
      await stage.newWorkshop();
      expect(answerOf(await stage.transport.call('scenario.get', {})).view).toEqual(WHOLE_VIEW);
    });

    it('stands in one order of steps with the edits, whatever scenario is on the table', async () => {
      await stage.newWorkshop();
      answerOf(await stage.transport.call('scenario.edit', { ruleSet: draftRuleSet(), label: 'Draft' }));
      const view: View = {
        fromMs: 1,
        toMs: 2.5,
        horizon: 'handover',
        maturityDays: 30,
        segment: ITALY,
        capacityPerWeek: 7.123456789012345,
      };
      await set(view, 'Italy');
      answerOf(await stage.transport.call('ruleSets.add', { from: 'copy', name: 'Branch', label: 'Branch' }));
      answerOf(await stage.transport.call('scenario.edit', { ruleSet: draftRuleSet(), label: 'Edited' }));
      expect(await undo()).toMatchObject({ view, undo: 'Branch' });
      expect(await undo()).toMatchObject({ view, undo: 'Italy' });
      expect(await undo()).toMatchObject({ view: WHOLE_VIEW, ruleSet: { name: 'Joint draft' }, undo: 'Draft' });
      expect(answerOf(await stage.transport.call('scenario.redo', {})).view).toEqual(view);
    });

    it('takes a lever’s whole way for one step, and one that comes back to where it began for none', async () => {
      await stage.newWorkshop();
      for (const capacityPerWeek of [5, 6, 7]) await set({ capacityPerWeek }, `at ${capacityPerWeek}`, 'capacity');
      expect(await undo()).toMatchObject({ view: WHOLE_VIEW, undo: null, redo: 'at 7' });
      for (const capacityPerWeek of [5, 6, null]) await set({ capacityPerWeek }, `at ${capacityPerWeek}`, 'back');
      expect(answerOf(await stage.transport.call('scenario.get', {}))).toMatchObject({ undo: null, redo: null });
    });

    it('refuses a period that ends before it begins and a segment with a fault, and names the place', async () => {
      await stage.newWorkshop();
      const refusal = async (view: object) =>
        stage.transport.call('view.set', { view: { ...WHOLE_VIEW, ...view }, label: 'Fault' });
      expect(await refusal({ fromMs: 5, toMs: 5 })).toMatchObject({
        ok: false,
        error: { kind: 'badInput', path: 'view.toMs' },
      });
      expect(await refusal({ segment: { attribute: 'country', op: 'is', value: '' } })).toMatchObject({
        ok: false,
        error: { kind: 'badRuleSet', path: 'view.segment.value' },
      });
      expect(answerOf(await stage.transport.call('scenario.get', {})).view).toEqual(WHOLE_VIEW);
    });

    it('parts the leads: those before and after a moment, in a segment and out of it, are all', async () => {
      await stage.newDemo();
      const summary = answerOf(await stage.transport.call('history.summary', {}));
      const middle = ((summary.earliestMs ?? 0) + (summary.latestMs ?? 0)) / 2;
      const leads = async (view: Partial<View>, scope: View['segment'] = null) => {
        const options = viewOptions({ ...WHOLE_VIEW, ...view }, scope);
        const question = { ruleSet: draftRuleSet(), level: 'mql', options, key: 'view' };
        return answerOf(await stage.transport.call('replay.frame', question)).scenario.leads;
      };
      const all = await leads({});
      expect((await leads({ toMs: middle })) + (await leads({ fromMs: middle }))).toBe(all);
      const inside = await leads({ segment: ITALY });
      expect(inside).toBeGreaterThan(0);
      expect(inside + (await leads({ segment: { not: ITALY } }))).toBe(all);
      expect(await leads({ segment: ITALY }, { not: ITALY })).toBe(0);
    });
  });
}
