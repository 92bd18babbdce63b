/** What the best customers share, as the app answers it. */
import { describe, expect, it } from 'vitest';
import { answerOf, type ContractStage } from './contract-stage.ts';

export function profileContract(stage: ContractStage): void {
  describe('the profile', () => {
    it('has every lead in one level of each attribute, and flags what was filled in by sales', async () => {
      await stage.newDemo();
      const { profile, pair, bestPairs } = answerOf(await stage.transport.call('history.profile', {}));
      expect([pair, bestPairs]).toEqual([null, []]);
      for (const { levels } of profile.attributes)
        expect(levels.reduce((sum, { observed }) => sum + observed, 0)).toBe(profile.observed);
      expect(profile.attributes.find(({ attribute }) => attribute === 'sales_owner')?.flags).toEqual(['leaking']);
      expect(profile.behaviours.map(({ activity }) => activity)).toContain('page_view');
    });

    it('takes other cut points, and names an attribute that cannot have any', async () => {
      await stage.newDemo();
      const { profile } = answerOf(await stage.transport.call('history.profile', { cutPoints: { employees: [100] } }));
      const employees = profile.attributes.find(({ attribute }) => attribute === 'employees');
      expect(employees?.levels.slice(0, 2).map(({ value }) => value)).toEqual(['< 100', '≥ 100']);
      expect(await stage.transport.call('history.profile', { cutPoints: { country: [100] } })).toMatchObject({
        ok: false,
        error: { kind: 'notFound', path: 'cutPoints' },
      });
      expect(await stage.transport.call('history.profile', { cutPoints: { employees: [2, 1] } })).toMatchObject({
        ok: false,
        error: { kind: 'badInput', path: 'cutPoints' },
      });
    });

    it('counts two levels together, and finds none that it does not have', async () => {
      await stage.newDemo();
      const first = { activity: 'page_view', property: null, propertyValue: null, value: '1+' } as const;
      const second = { attribute: 'employees', value: '≥ 100' };
      const cutPoints = { employees: [100] };
      const asked = { cutPoints, pair: { first, second }, bestPairs: true };
      const { profile, pair } = answerOf(await stage.transport.call('history.profile', asked));
      const alone = profile.behaviours.find(({ activity, property }) => activity === 'page_view' && property === null);
      expect(pair?.leads).toBeGreaterThan(0);
      expect(pair?.leads).toBeLessThan(alone?.levels[0]?.leads ?? 0);
      expect(
        await stage.transport.call('history.profile', { pair: { first, second: { ...second, value: 'many' } } }),
      ).toMatchObject({ ok: false, error: { kind: 'notFound', path: 'pair' } });
    });

    it('tells what is kept out of rules', async () => {
      await stage.newDemo();
      const flagsNow = async () => {
        const { profile } = answerOf(await stage.transport.call('history.profile', { horizon: 'handover' }));
        return profile.attributes.find(({ attribute }) => attribute === 'country')?.flags;
      };
      expect(await flagsNow()).toEqual([]);
      answerOf(await stage.transport.call('workshop.keepOut', { attribute: 'country', isKeptOut: true }));
      expect(await flagsNow()).toEqual(['keptOut']);
    });
  });
}
