/** What the demo workshop answers: summary, columns, frames, lists and leads. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { draftRuleSet, starterRuleSet } from '../../core/demo/demo-rule-set.ts';
import { answerOf, type ContractStage } from './contract-stage.ts';
import { EXAMPLE_INPUTS } from './example-inputs.ts';

export function demoContract(stage: ContractStage): void {
  describe('the demo', () => {
    it('comes with a history, a baseline and a scenario, and reports progress on the way', async () => {
      const before = (await stage.transport.events()).length;
      await stage.newDemo();
      const { open } = answerOf(await stage.transport.call('workshop.state', {}));
      expect(open?.leads).toBe(300);
      expect(answerOf(await stage.transport.call('scenario.get', {}))).toMatchObject({
        name: 'Joint draft',
        baseline: { name: 'v3' },
      });
      const told = (await stage.transport.events()).slice(before).filter(({ kind }) => kind === 'progress');
      expect(told).toContainEqual(expect.objectContaining({ phase: 'generating', total: 300 }));
    });

    it('cancelled leaves no file and no open workshop', async () => {
      const { token } = await stage.transport.pickNewWorkshop('Cancelled');
      const before = (await stage.transport.events()).length;
      const made = stage.transport.call('workshop.createDemo', { token, leads: 200_000, seed: 1, jobId: 'long' });
      await expect
        .poll(async () => (await stage.transport.events()).slice(before))
        .toContainEqual(expect.objectContaining({ kind: 'progress', jobId: 'long' }));
      expect(answerOf(await stage.transport.call('job.cancel', { jobId: 'long' }))).toEqual({ cancelled: true });
      expect(await made).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
      expect(existsSync(join(stage.workshopsFolder, 'Cancelled.accord'))).toBe(false);
      expect(answerOf(await stage.transport.call('workshop.state', {})).open).toBeNull();
    });

    it('its summary adds up', async () => {
      await stage.newDemo();
      const summary = answerOf(await stage.transport.call('history.summary', {}));
      expect(summary.outcomes.reduce((sum, { leads }) => sum + leads, 0)).toBe(summary.leads);
      expect(summary.activityTypes.reduce((sum, { rows }) => sum + rows, 0)).toBe(summary.activities);
      expect(summary.stageCounts.reduce((sum, { rows }) => sum + rows, 0)).toBe(summary.stages);
    });

    it('its columns tell their values, most frequent first, and an unknown one is not found', async () => {
      await stage.newDemo();
      const values = answerOf(
        await stage.transport.call('history.values', { table: 'leads', column: 'country', limit: 3 }),
      );
      expect(values.map(({ rows }) => rows)).toEqual(
        values.map(({ rows }) => rows).sort((left, right) => right - left),
      );
      expect(values).toHaveLength(3);
      expect(
        await stage.transport.call('history.values', { table: 'leads', column: 'shoe size', limit: 3 }),
      ).toMatchObject({
        ok: false,
        error: { kind: 'notFound' },
      });
    });

    it('says what is wrong with its history, and whom that concerns', async () => {
      await stage.newDemo();
      const { report, exampleByIndex } = answerOf(await stage.transport.call('history.quality', {}));
      expect(report.leads).toBe(300);
      expect(report.findings).toContainEqual(
        expect.objectContaining({ kind: 'leakingAttribute', attribute: 'sales_owner' }),
      );
      expect(report.findings.map(({ weight }) => weight)).toEqual(
        report.findings.map(({ weight }) => weight).sort((left, right) => right - left),
      );
      for (const { touched } of report.findings) {
        for (const index of touched.examples) {
          const { lead } = exampleByIndex[index] ?? { lead: '' };
          expect(await stage.transport.call('leads.one', { id: lead })).toMatchObject({ ok: true });
        }
      }
    });

    it('says what its leads cost, by source and in all, in every month', async () => {
      await stage.newDemo();
      const before = answerOf(await stage.transport.call('costs.list', { level: 'no such level' }));
      expect([before.level, before.currency, before.by, before.isByChosen]).toEqual(['mql', 'EUR', 'source', false]);
      const nameless = before.sources.find((one) => one.source === null)?.leadsWithoutCost ?? 0;
      expect(before.total.leadsWithoutCost).toBe(nameless);
      expect(before.total.costPerSqlCents).toBeGreaterThan(before.total.costPerLeadCents ?? 0);
      const source = before.sources.find(({ leads }) => leads > 0);
      const month = source?.months.find(({ leads }) => leads > 0);
      if (source === undefined || source.source === null || month === undefined)
        throw new Error('the demo has no leads');
      const cost = { source: source.source, month: month.month, amountCents: (month.amountCents ?? 0) + 100 };
      answerOf(await stage.transport.call('costs.store', cost));
      const { total } = answerOf(await stage.transport.call('costs.list', { level: 'mql' }));
      expect(total.costCents).toBe((before.total.costCents ?? 0) + 100);
      answerOf(await stage.transport.call('costs.store', { ...cost, amountCents: null }));
      const without = answerOf(await stage.transport.call('costs.list', { level: 'mql' }));
      expect(without.total.leadsWithoutCost).toBe(nameless + month.leads);
    });

    it('tells before costs are brought in which attribute of its leads has their names', async () => {
      await stage.newDemo();
      const path = join(stage.folder, 'countries.csv');
      writeFileSync(path, 'campaign,month,cost\nnl,2025-01,1\nGermany,2025-01,1\nDE,2025-01,1\n');
      const [{ token } = { token: '' }] = await stage.transport.choose('costs', [path]);
      const namesNow = async () =>
        answerOf(await stage.transport.call('costs.inspect', { token, mapping: null })).found?.names;
      const countries = answerOf(
        await stage.transport.call('history.values', { table: 'leads', column: 'country', limit: 200 }),
      ).map(({ value }) => value.toLowerCase());
      const met = ['nl', 'germany', 'de'].filter((name) => countries.includes(name)).length;
      expect(met).toBeGreaterThan(0);
      expect(await namesNow()).toEqual({ names: 3, by: 'source', met: 0, better: { attribute: 'country', met } });
      answerOf(await stage.transport.call('costs.setBy', { attribute: 'country' }));
      expect(await namesNow()).toEqual({ names: 3, by: 'country', met, better: null });
    });

    it('its costs can be by another attribute, and what nobody then bears is still there', async () => {
      await stage.newDemo();
      const before = answerOf(await stage.transport.call('costs.list', { level: 'mql' }));
      expect(before.attributes).toContain('country');
      answerOf(await stage.transport.call('costs.setBy', { attribute: 'country' }));
      const after = answerOf(await stage.transport.call('costs.list', { level: 'mql' }));
      expect([after.by, after.isByChosen, after.total.leads]).toEqual(['country', true, 0]);
      expect(after.total.costCents).toBe(before.total.costCents);
      answerOf(await stage.transport.call('costs.setBy', { attribute: null }));
      expect(answerOf(await stage.transport.call('costs.list', { level: 'mql' }))).toEqual(before);
    });

    it('its frame compares the asked rule set with the baseline', async () => {
      await stage.newDemo();
      const input = { ruleSet: starterRuleSet(), level: 'mql', options: { horizon: 'outcome' }, key: 'frame' };
      const frame = answerOf(await stage.transport.call('replay.frame', input));
      expect(frame.scenario.levels).toEqual(frame.baseline.levels);
      expect([frame.swap.gained.leads, frame.swap.lost.leads]).toEqual([0, 0]);
    });

    it('its swap list has as many rows as the frame counts', async () => {
      await stage.newDemo();
      const question = { ruleSet: draftRuleSet(), level: 'mql', options: { horizon: 'outcome' } };
      const frame = answerOf(await stage.transport.call('replay.frame', { ...question, key: 'frame' }));
      const lost = answerOf(
        await stage.transport.call('replay.swap', { ...question, list: 'lost', offset: 0, limit: 500 }),
      );
      expect([lost.total, lost.rows.length]).toEqual([frame.swap.lost.leads, frame.swap.lost.leads]);
    });

    it('a frame refuses a rule set with a fault', async () => {
      await stage.newDemo();
      const input = { ruleSet: {}, level: 'mql', options: { horizon: 'outcome' }, key: 'frame' };
      expect(await stage.transport.call('replay.frame', input)).toMatchObject({
        ok: false,
        error: { kind: 'badRuleSet' },
      });
    });

    it('a listed lead explains its score, and an unknown one is not found', async () => {
      await stage.newDemo();
      const list = answerOf(await stage.transport.call('leads.list', EXAMPLE_INPUTS['leads.list']));
      const [first] = list.rows;
      const lead = answerOf(await stage.transport.call('leads.one', { id: first?.lead ?? '' }));
      expect(lead.ledger.total).toBeCloseTo(first?.score ?? Number.NaN, 9);
      expect(await stage.transport.call('leads.one', { id: 'nobody' })).toMatchObject({
        ok: false,
        error: { kind: 'notFound' },
      });
    });
  });
}
