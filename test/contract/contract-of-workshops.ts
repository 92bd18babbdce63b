/** Making, opening and closing workshops; files that are none. */

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { draftRuleSet } from '../../core/demo/demo-rule-set.ts';
import { WHOLE_VIEW } from '../../core/replay/view.ts';
import { answerOf, type ContractStage } from './contract-stage.ts';
import { EXAMPLE_INPUTS } from './example-inputs.ts';

export function workshopContract(stage: ContractStage): void {
  describe('a new workshop', () => {
    it('is open, empty and named as its file', async () => {
      const workshopName = await stage.newWorkshop();
      expect(answerOf(await stage.transport.call('workshop.state', {})).open).toMatchObject({
        name: workshopName,
        readOnly: false,
        capacityPerWeek: null,
        leads: 0,
        activities: 0,
        stages: 0,
      });
      expect(readdirSync(stage.workshopsFolder)).toContain(`${workshopName}.accord`);
    });

    it('begins with a blank scenario beside its baseline', async () => {
      await stage.newWorkshop();
      const scenario = answerOf(await stage.transport.call('scenario.get', {}));
      expect(scenario).toMatchObject({ name: 'New rule set', undo: null, redo: null });
      expect(scenario.baseline.ruleSet).toEqual(scenario.ruleSet);
    });

    it('remembers which attributes are kept out of rules, until they are allowed again', async () => {
      await stage.newWorkshop();
      const keepOut = async (attribute: string, isKeptOut: boolean) =>
        answerOf(await stage.transport.call('workshop.keepOut', { attribute, isKeptOut })).open?.keptOut;
      expect(await keepOut('Tags', true)).toEqual(['Tags']);
      expect(await keepOut('Owner', true)).toEqual(['Owner', 'Tags']);
      expect(await keepOut('Owner', true)).toEqual(['Owner', 'Tags']);
      expect(await keepOut('Tags', false)).toEqual(['Owner']);
      expect(answerOf(await stage.transport.call('workshop.state', {})).open?.keptOut).toEqual(['Owner']);
    });

    it('keeps what sources cost, in one spelling and whole cents, until it is taken away', async () => {
      await stage.newWorkshop();
      const store = async (source: string, amountCents: number | null) =>
        answerOf(await stage.transport.call('costs.store', { source, month: '2026-01', amountCents }));
      expect(await store(' Ads ', 12_345)).toEqual({ source: 'Ads', month: '2026-01', amountCents: 12_345 });
      expect(await store('ADS', 500)).toEqual({ source: 'Ads', month: '2026-01', amountCents: 500 });
      const listed = answerOf(await stage.transport.call('costs.list', { level: 'mql' }));
      expect(listed).toMatchObject({ total: { costCents: 500, leads: 0, costPerLeadCents: null } });
      expect(listed.sources.map(({ source, months }) => [source, months])).toEqual([
        ['Ads', [{ month: '2026-01', amountCents: 500, leads: 0 }]],
      ]);
      expect(await store('ads', null)).toBeNull();
      expect(answerOf(await stage.transport.call('costs.list', { level: 'mql' })).total.costCents).toBeNull();
    });

    it.each([
      [{ source: ' ', month: '2026-01', amountCents: 1 }, 'source'],
      [{ source: 'Ads', month: '2026-13', amountCents: 1 }, 'month'],
      [{ source: 'Ads', month: '2026-01', amountCents: 0.5 }, 'amountCents'],
      [{ source: 'Ads', month: '2026-01', amountCents: 1e15 }, 'amountCents'],
    ])('keeps no cost that is none: %j', async (cost, path) => {
      await stage.newWorkshop();
      expect(await stage.transport.call('costs.store', cost)).toMatchObject({ error: { kind: 'badInput', path } });
    });

    it('answers for a history without rows', async () => {
      await stage.newWorkshop();
      expect(answerOf(await stage.transport.call('history.summary', {}))).toMatchObject({
        leads: 0,
        earliestMs: null,
        imports: [],
      });
      expect(answerOf(await stage.transport.call('history.quality', {})).report).toMatchObject({
        leads: 0,
        findings: [],
      });
      const { level: _, ...frame } = EXAMPLE_INPUTS['replay.frame'];
      expect(answerOf(await stage.transport.call('replay.frame', { ...frame, level: 'mql' })).scenario.leads).toBe(0);
    });

    it('never replaces a file', async () => {
      const workshopName = await stage.newWorkshop();
      const view = { ...WHOLE_VIEW, capacityPerWeek: 7 };
      answerOf(await stage.transport.call('view.set', { view, label: 'Capacity' }));
      await stage.transport.call('workshop.close', {});
      const { token } = await stage.transport.pickNewWorkshop(workshopName);
      await stage.transport.call('workshop.create', { token });
      const [recent] = await stage.transport.choose('workshop', [
        join(stage.workshopsFolder, `${workshopName}.accord`),
      ]);
      const state = answerOf(await stage.transport.call('workshop.open', { token: recent?.token ?? '' }));
      expect(state.open?.capacityPerWeek).toBe(7);
    });

    it('is among the recent ones once closed, and opens from there as it was left', async () => {
      const workshopName = await stage.newWorkshop();
      answerOf(await stage.transport.call('scenario.edit', { ruleSet: draftRuleSet(), label: 'Draft' }));
      const closed = answerOf(await stage.transport.call('workshop.close', {}));
      const recent = closed.recent.find((candidate) => candidate.name === workshopName);
      answerOf(await stage.transport.call('workshop.open', { token: recent?.token ?? '' }));
      expect(answerOf(await stage.transport.call('scenario.get', {}))).toMatchObject({
        ruleSet: { name: 'Joint draft' },
        undo: 'Draft',
      });
    });
  });

  describe('a file that is no workshop', () => {
    it('is refused by what it is', async () => {
      const path = join(stage.folder, 'Letter.accord');
      writeFileSync(path, 'Dear all, this is no database.'.repeat(10));
      const [letter] = await stage.transport.choose('workshop', [path]);
      expect(await stage.transport.call('workshop.open', { token: letter?.token ?? '' })).toMatchObject({
        ok: false,
        error: { kind: 'notAWorkshop' },
      });
    });
  });
}
