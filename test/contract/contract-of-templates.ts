/** Ready-made programmes: listed, and mapped onto the open history. */
import { describe, expect, it } from 'vitest';
import { TEMPLATE_IDS } from '../../core/templates/template.ts';
import { answerOf, type ContractStage } from './contract-stage.ts';

export function templatesContract(stage: ContractStage): void {
  describe('the ready-made programmes', () => {
    it('are five, each with the words that it needs', async () => {
      const listed = answerOf(await stage.transport.call('templates.list', {}));
      expect(listed.map(({ id }) => id)).toEqual(TEMPLATE_IDS);
      expect(listed[1]).toMatchObject({ id: 'five-steps', rules: 15, levels: 2 });
      expect(listed[1]?.words).toEqual(
        expect.arrayContaining(['title.five-steps', 'about.five-steps', 'name.pricing-page', 'name.considering']),
      );
    });

    it('are mapped onto the open history, in the words of the screen', async () => {
      await stage.newDemo();
      const words = { 'title.five-steps': 'Pięć kroków', 'name.pricing-page': 'Cennik' };
      const mapped = answerOf(await stage.transport.call('templates.map', { template: 'five-steps', words }));
      expect(mapped.ruleSet.name).toBe('Pięć kroków');
      expect(mapped.ruleSet.rules.find(({ id }) => id === 'pricing-page')).toMatchObject({
        name: 'Cennik',
        on: { type: ['page_view'], if: { property: 'url', op: 'contains', value: '/pricing' } },
      });
      expect(mapped.mapped.find(({ rule }) => rule === 'employees')).toMatchObject({ column: 'employees' });
      expect(mapped.unmapped.map(({ slot, why }) => [slot, why.kind])).toEqual([
        ['contest', 'noActivity'],
        ['comparisonPage', 'noActivity'],
      ]);
      expect([mapped.idleRecycle, mapped.unreachable]).toEqual([null, []]);
    });

    it('become the scenario as they are', async () => {
      await stage.newDemo();
      for (const template of TEMPLATE_IDS) {
        const { ruleSet } = answerOf(await stage.transport.call('templates.map', { template, words: {} }));
        expect(answerOf(await stage.transport.call('ruleSet.check', { document: ruleSet }))).toEqual({
          valid: true,
          ruleSet,
          warnings: [],
        });
        const edited = answerOf(await stage.transport.call('scenario.edit', { ruleSet, label: template }));
        expect(edited.ruleSet).toEqual(ruleSet);
      }
    });

    it('do not read what is kept out of rules', async () => {
      await stage.newDemo();
      answerOf(await stage.transport.call('workshop.keepOut', { attribute: 'job_title', isKeptOut: true }));
      const { unmapped } = answerOf(
        await stage.transport.call('templates.map', { template: 'two-dimensions', words: {} }),
      );
      expect(unmapped.map(({ rule }) => rule.id)).toEqual(['decides', 'learns', 'opted-out']);
    });

    it('of an empty workshop are listed whole, with the levels that cannot be reached', async () => {
      await stage.newWorkshop();
      const { ruleSet, unmapped, unreachable } = answerOf(
        await stage.transport.call('templates.map', { template: 'explicit-implicit', words: {} }),
      );
      expect([ruleSet.rules.length, unmapped.length]).toEqual([0, 12]);
      expect(unreachable.map(({ level }) => level)).toEqual(['mql', 'hot']);
    });

    it('of another name are refused', async () => {
      const template = 'six-steps' as 'five-steps';
      expect(await stage.transport.call('templates.map', { template, words: {} })).toMatchObject({
        ok: false,
        error: { kind: 'badInput', path: 'template' },
      });
    });
  });
}
