/** What moves a level of the open workshop's rules, on a worker of its own. */
import { describe, expect, it } from 'vitest';
import { draftRuleSet } from '../../core/demo/demo-rule-set.ts';
import { ownTimeMs } from '../support/own-time.ts';
import { answerOf, type ContractStage } from './contract-stage.ts';

const asked = {
  level: 'mql',
  options: { horizon: 'outcome' },
  side: { kind: 'ruleSet', ruleSet: draftRuleSet() },
  parts: ['tornado', 'heatMap'],
  jobId: 'sensitivity',
} as const;

export function sensitivityContract(stage: ContractStage): void {
  let demos = 0;
  const openDemo = async (leads: number): Promise<void> => {
    demos += 1;
    const { token } = await stage.transport.pickNewWorkshop(`Moved ${demos}`);
    answerOf(await stage.transport.call('workshop.createDemo', { token, leads, seed: 7, jobId: `move ${demos}` }));
  };

  describe('what moves a level', () => {
    it('begins at the figures of the What-if, and tells how far the work is', async () => {
      await stage.newDemo();
      const before = (await stage.transport.events()).length;
      const { tornado, heatMap, shapley } = answerOf(
        await stage.transport.call('sensitivity.run', { ...asked, parts: [...asked.parts] }),
      );
      const question = { ruleSet: draftRuleSet(), level: 'mql', options: asked.options, key: 'frame' };
      const { scenario } = answerOf(await stage.transport.call('replay.frame', question));
      const mql = scenario.levels.find(({ id }) => id === 'mql');
      expect(tornado?.present.cell).toMatchObject({ leads: mql?.reached, converted: mql?.converted });
      expect(tornado?.present.perWeek).toBe(scenario.weekly.mean);
      expect(heatMap?.rows.find(({ isPresent }) => isPresent)?.cells[3]).toMatchObject({ leads: mql?.reached });
      expect(shapley).toBeNull();
      expect((await stage.transport.events()).slice(before)).toContainEqual(
        expect.objectContaining({ kind: 'progress', jobId: 'sensitivity', phase: 'varying' }),
      );
    });

    it('is told of a scenario on the list, as it is stored', async () => {
      await stage.newDemo();
      const stored = answerOf(await stage.transport.call('scenario.get', {}));
      const { tornado } = answerOf(
        await stage.transport.call('sensitivity.run', {
          ...asked,
          side: { kind: 'scenario', id: stored.id },
          parts: ['tornado'],
        }),
      );
      expect(tornado?.bars[0]?.present).toEqual([draftRuleSet().levels[0]?.total]);
    });

    it('is refused of what sales was given, of a level and of a scenario that are not there', async () => {
      await stage.newDemo();
      const run = (changed: object) =>
        stage.transport.call('sensitivity.run', { ...asked, parts: ['heatMap'], ...changed });
      expect(await run({ side: { kind: 'handover' } })).toMatchObject({ ok: false, error: { kind: 'badInput' } });
      expect(await run({ level: 'no such level' })).toMatchObject({ ok: false, error: { kind: 'notFound' } });
      expect(await run({ side: { kind: 'scenario', id: 999 } })).toMatchObject({
        ok: false,
        error: { kind: 'notFound' },
      });
      expect(await run({ parts: [] })).toMatchObject({ ok: false, error: { kind: 'badInput' } });
    });

    it('is cancelled within a second, and the replay goes on answering meanwhile', async () => {
      await openDemo(5_000);
      const before = (await stage.transport.events()).length;
      const run = stage.transport.call('sensitivity.run', { ...asked, parts: ['shapley'] });
      await expect
        .poll(async () => (await stage.transport.events()).slice(before), { interval: 10 })
        .toContainEqual(expect.objectContaining({ kind: 'progress', jobId: 'sensitivity', phase: 'varying' }));
      const question = { level: 'mql', options: asked.options, key: 'compare' };
      answerOf(await stage.transport.call('compare.scenarios', question));
      const cancelledMs = ownTimeMs();
      expect(answerOf(await stage.transport.call('job.cancel', { jobId: 'sensitivity' }))).toEqual({ cancelled: true });
      expect(await run).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
      expect(ownTimeMs() - cancelledMs).toBeLessThan(1_000);
    });
  });
}
