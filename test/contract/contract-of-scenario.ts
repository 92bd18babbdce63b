/** The scenario, and files of rule sets. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { draftRuleSet, starterRuleSet } from '../../core/demo/demo-rule-set.ts';
import { answerOf, type ContractStage } from './contract-stage.ts';

export function scenarioContract(stage: ContractStage): void {
  describe('the scenario', () => {
    it('takes edits that can be undone and redone', async () => {
      await stage.newWorkshop();
      expect(
        answerOf(await stage.transport.call('scenario.edit', { ruleSet: starterRuleSet(), label: 'Starter' })),
      ).toMatchObject({
        ruleSet: { name: 'v3' },
        undo: 'Starter',
      });
      expect(answerOf(await stage.transport.call('scenario.undo', {}))).toMatchObject({
        ruleSet: { name: 'New rule set' },
        redo: 'Starter',
      });
      expect(answerOf(await stage.transport.call('scenario.redo', {}))).toMatchObject({
        ruleSet: { name: 'v3' },
        redo: null,
      });
    });

    it('takes a lever’s whole way for one step', async () => {
      await stage.newWorkshop();
      for (const points of [51, 52, 53]) {
        const [level, ...others] = starterRuleSet().levels;
        const ruleSet = { ...starterRuleSet(), levels: [{ ...level, total: points }, ...others] };
        answerOf(await stage.transport.call('scenario.edit', { ruleSet, label: `MQL at ${points}`, coalesce: 'mql' }));
      }
      expect(answerOf(await stage.transport.call('scenario.get', {}))).toMatchObject({ undo: 'MQL at 53' });
      expect(answerOf(await stage.transport.call('scenario.undo', {}))).toMatchObject({
        ruleSet: { name: 'New rule set' },
        undo: null,
      });
    });

    it('refuses a rule set with a fault, names the place and stays as it was', async () => {
      await stage.newWorkshop();
      const ruleSet = { ...starterRuleSet(), levels: [{ id: 'mql', name: 'MQL', total: 'fifty' }] };
      const reply = await stage.transport.call('scenario.edit', { ruleSet, label: 'Fault' });
      expect(reply).toMatchObject({ ok: false, error: { kind: 'badRuleSet', path: 'levels[0].total' } });
      expect(answerOf(await stage.transport.call('scenario.get', {})).undo).toBeNull();
    });

    it('is kept as a version, which can become the baseline', async () => {
      await stage.newWorkshop();
      answerOf(await stage.transport.call('scenario.edit', { ruleSet: draftRuleSet(), label: 'Draft' }));
      const saved = answerOf(await stage.transport.call('scenario.saveVersion', { name: 'Agreed in May' }));
      const version = saved.versions.find((candidate) => candidate.name === 'Agreed in May');
      const after = answerOf(await stage.transport.call('scenario.setBaseline', { versionId: version?.id ?? -1 }));
      expect(after.baseline).toMatchObject({ name: 'Agreed in May', ruleSet: { name: 'Joint draft' } });
    });

    it('takes no version for a baseline that does not exist', async () => {
      await stage.newWorkshop();
      expect(await stage.transport.call('scenario.setBaseline', { versionId: 4_711 })).toMatchObject({
        ok: false,
        error: { kind: 'notFound' },
      });
    });

    it('tells everybody that it has changed', async () => {
      await stage.newWorkshop();
      const before = (await stage.transport.events()).length;
      const edited = answerOf(await stage.transport.call('scenario.edit', { ruleSet: draftRuleSet(), label: 'Draft' }));
      await expect
        .poll(async () => (await stage.transport.events()).slice(before))
        .toContainEqual({ kind: 'changed', what: 'scenario', revision: edited.revision });
    });
  });

  describe('a rule-set file', () => {
    it('is read and checked, and stored nowhere', async () => {
      await stage.newWorkshop();
      const path = join(stage.folder, 'rules.json');
      writeFileSync(path, JSON.stringify(draftRuleSet()));
      const [file] = await stage.transport.choose('rule-set', [path]);
      expect(answerOf(await stage.transport.call('ruleSet.read', { token: file?.token ?? '' }))).toMatchObject({
        valid: true,
        ruleSet: { name: 'Joint draft' },
      });
      expect(answerOf(await stage.transport.call('scenario.get', {})).ruleSet.name).toBe('New rule set');
    });

    it('is warned of where it reads what the workshop keeps out of rules, checked and read from a file alike', async () => {
      await stage.newDemo();
      const rule = { attribute: 'sales_owner', op: 'exists' };
      const [first, ...rest] = draftRuleSet().rules;
      const document = { ...draftRuleSet(), rules: [{ ...first, name: 'Has an owner', if: rule }, ...rest] };
      const path = join(stage.folder, 'reads-kept-out.json');
      writeFileSync(path, JSON.stringify(document));
      const [file] = await stage.transport.choose('rule-set', [path]);
      const warnings = async () => {
        const checked = answerOf(await stage.transport.call('ruleSet.check', { document }));
        const read = answerOf(await stage.transport.call('ruleSet.read', { token: file?.token ?? '' }));
        if (!checked.valid || !read.valid) throw new Error('the rule set is valid');
        expect(read.warnings).toEqual(checked.warnings);
        return checked.warnings;
      };
      expect(await warnings()).toEqual([]);
      answerOf(await stage.transport.call('workshop.keepOut', { attribute: 'sales_owner', isKeptOut: true }));
      expect(await warnings()).toEqual([
        expect.stringMatching(/^rules\[0\]\.if\.attribute: the rule "Has an owner" reads the attribute "sales_owner"/u),
      ]);
    });

    it('that is no JSON is refused', async () => {
      const path = join(stage.folder, 'broken.json');
      writeFileSync(path, '{ "format": ');
      const [file] = await stage.transport.choose('rule-set', [path]);
      expect(await stage.transport.call('ruleSet.read', { token: file?.token ?? '' })).toMatchObject({
        ok: false,
        error: { kind: 'badRuleSet' },
      });
    });
  });
}
