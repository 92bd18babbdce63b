/** What every transport must carry alike: run once for each, over the built screens and the real file. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { INPUTS, type Method } from '../../api/contract.ts';
import type { Reply } from '../../api/reply.ts';
import { draftRuleSet, starterRuleSet } from '../../core/demo/demo-rule-set.ts';
import { EXAMPLE_INPUTS, WITHOUT_WORKSHOP } from './example-inputs.ts';
import type { StartTransport, Transport } from './transport.ts';

const METHODS = Object.keys(INPUTS) as Method[];

export function contractSuite(name: string, start: StartTransport): void {
  describe(`the contract over ${name}`, () => {
    let folder: string;
    let workshopsFolder: string;
    let transport: Transport;
    let workshops = 0;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'accord-contract-'));
      workshopsFolder = join(folder, 'workshops');
      mkdirSync(workshopsFolder);
      transport = await start({ settingsFolder: join(folder, 'settings'), workshopsFolder });
    }, 60_000);
    afterEach(async () => {
      await transport.call('workshop.close', {});
    });
    afterAll(async () => {
      await transport.stop();
      rmSync(folder, { recursive: true, force: true });
    }, 60_000);

    const newWorkshop = async (): Promise<string> => {
      workshops += 1;
      const workshopName = `Workshop ${workshops}`;
      const { token } = await transport.pickNewWorkshop(workshopName);
      answerOf(await transport.call('workshop.create', { token }));
      return workshopName;
    };
    const newDemo = async (): Promise<string> => {
      workshops += 1;
      const { token } = await transport.pickNewWorkshop(`Demo ${workshops}`);
      answerOf(await transport.call('workshop.createDemo', { token, leads: 300, seed: 7, jobId: `demo ${workshops}` }));
      return token;
    };

    describe('what is not in the contract', () => {
      it.each(['workshop.burn', '', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'workshop.state '])(
        'the method %j is unknown',
        async (method) => {
          expect(await transport.callAny(method, {})).toMatchObject({ ok: false, error: { kind: 'unknownMethod' } });
        },
      );

      it.each(METHODS)('%s takes no key beyond its own', async (method) => {
        const reply = await transport.call(method, { ...EXAMPLE_INPUTS[method], more: 1 });
        expect(reply).toMatchObject({ ok: false, error: { kind: 'badInput' } });
      });

      it.each(METHODS)('%s takes no input that is no object', async (method) => {
        expect(await transport.call(method, 'all')).toMatchObject({ ok: false, error: { kind: 'badInput' } });
      });

      it('a fault of the input is named by its path', async () => {
        expect(await transport.call('import.inspect', { tokens: ['a', 7] })).toMatchObject({
          error: { path: 'tokens[1]' },
        });
        expect(
          await transport.call('replay.frame', { ...EXAMPLE_INPUTS['replay.frame'], options: { horizon: 'all' } }),
        ).toMatchObject({
          error: { path: 'options.horizon' },
        });
      });
    });

    describe('without a workshop', () => {
      it.each(METHODS.filter((method) => !WITHOUT_WORKSHOP.has(method)))(
        '%s says that none is open',
        async (method) => {
          expect(await transport.call(method, EXAMPLE_INPUTS[method])).toMatchObject({
            ok: false,
            error: { kind: 'noWorkshop' },
          });
        },
      );

      it.each(
        METHODS.filter((method) => 'token' in EXAMPLE_INPUTS[method] || 'tokens' in EXAMPLE_INPUTS[method]).filter(
          (method) => WITHOUT_WORKSHOP.has(method),
        ),
      )('%s knows no token but those it gave', async (method) => {
        expect(await transport.call(method, EXAMPLE_INPUTS[method])).toMatchObject({
          ok: false,
          error: { kind: 'notFound' },
        });
      });

      it('the state says so', async () => {
        expect(answerOf(await transport.call('workshop.state', {})).open).toBeNull();
      });

      it('a rule set can be checked', async () => {
        expect(answerOf(await transport.call('ruleSet.check', { document: starterRuleSet() }))).toMatchObject({
          valid: true,
        });
      });

      it('a job that does not run cannot be cancelled', async () => {
        expect(answerOf(await transport.call('job.cancel', { jobId: 'none' }))).toEqual({ cancelled: false });
      });
    });

    describe('a new workshop', () => {
      it('is open, empty and named as its file', async () => {
        const workshopName = await newWorkshop();
        expect(answerOf(await transport.call('workshop.state', {})).open).toMatchObject({
          name: workshopName,
          readOnly: false,
          capacityPerWeek: null,
          leads: 0,
          activities: 0,
          stages: 0,
        });
        expect(readdirSync(workshopsFolder)).toContain(`${workshopName}.accord`);
      });

      it('begins with a blank scenario beside its baseline', async () => {
        await newWorkshop();
        const scenario = answerOf(await transport.call('scenario.get', {}));
        expect(scenario).toMatchObject({ name: 'New rule set', undo: null, redo: null });
        expect(scenario.baseline.ruleSet).toEqual(scenario.ruleSet);
      });

      it('remembers which attributes are kept out of rules, until they are allowed again', async () => {
        await newWorkshop();
        const keepOut = async (attribute: string, isKeptOut: boolean) =>
          answerOf(await transport.call('workshop.keepOut', { attribute, isKeptOut })).open?.keptOut;
        expect(await keepOut('Tags', true)).toEqual(['Tags']);
        expect(await keepOut('Owner', true)).toEqual(['Owner', 'Tags']);
        expect(await keepOut('Owner', true)).toEqual(['Owner', 'Tags']);
        expect(await keepOut('Tags', false)).toEqual(['Owner']);
        expect(answerOf(await transport.call('workshop.state', {})).open?.keptOut).toEqual(['Owner']);
      });

      it('keeps what sources cost, in one spelling and whole cents, until it is taken away', async () => {
        await newWorkshop();
        const store = async (source: string, amountCents: number | null) =>
          answerOf(await transport.call('costs.store', { source, month: '2026-01', amountCents }));
        expect(await store(' Ads ', 12_345)).toEqual({ source: 'Ads', month: '2026-01', amountCents: 12_345 });
        expect(await store('ADS', 500)).toEqual({ source: 'Ads', month: '2026-01', amountCents: 500 });
        const listed = answerOf(await transport.call('costs.list', { level: 'mql' }));
        expect(listed).toMatchObject({ total: { costCents: 500, leads: 0, costPerLeadCents: null } });
        expect(listed.sources.map(({ source, months }) => [source, months])).toEqual([
          ['Ads', [{ month: '2026-01', amountCents: 500, leads: 0 }]],
        ]);
        expect(await store('ads', null)).toBeNull();
        expect(answerOf(await transport.call('costs.list', { level: 'mql' })).total.costCents).toBeNull();
      });

      it.each([
        [{ source: ' ', month: '2026-01', amountCents: 1 }, 'source'],
        [{ source: 'Ads', month: '2026-13', amountCents: 1 }, 'month'],
        [{ source: 'Ads', month: '2026-01', amountCents: 0.5 }, 'amountCents'],
        [{ source: 'Ads', month: '2026-01', amountCents: 1e15 }, 'amountCents'],
      ])('keeps no cost that is none: %j', async (cost, path) => {
        await newWorkshop();
        expect(await transport.call('costs.store', cost)).toMatchObject({ error: { kind: 'badInput', path } });
      });

      it('answers for a history without rows', async () => {
        await newWorkshop();
        expect(answerOf(await transport.call('history.summary', {}))).toMatchObject({
          leads: 0,
          earliestMs: null,
          imports: [],
        });
        expect(answerOf(await transport.call('history.quality', {})).report).toMatchObject({ leads: 0, findings: [] });
        const { level: _, ...frame } = EXAMPLE_INPUTS['replay.frame'];
        expect(answerOf(await transport.call('replay.frame', { ...frame, level: 'mql' })).scenario.leads).toBe(0);
      });

      it('never replaces a file', async () => {
        const workshopName = await newWorkshop();
        answerOf(await transport.call('workshop.setCapacity', { leadsPerWeek: 7 }));
        await transport.call('workshop.close', {});
        const { token } = await transport.pickNewWorkshop(workshopName);
        await transport.call('workshop.create', { token });
        const [recent] = await transport.choose('workshop', [join(workshopsFolder, `${workshopName}.accord`)]);
        const state = answerOf(await transport.call('workshop.open', { token: recent?.token ?? '' }));
        expect(state.open?.capacityPerWeek).toBe(7);
      });

      it('is among the recent ones once closed, and opens from there as it was left', async () => {
        const workshopName = await newWorkshop();
        answerOf(await transport.call('scenario.edit', { ruleSet: draftRuleSet(), label: 'Draft' }));
        const closed = answerOf(await transport.call('workshop.close', {}));
        const recent = closed.recent.find((candidate) => candidate.name === workshopName);
        answerOf(await transport.call('workshop.open', { token: recent?.token ?? '' }));
        expect(answerOf(await transport.call('scenario.get', {}))).toMatchObject({
          ruleSet: { name: 'Joint draft' },
          undo: 'Draft',
        });
      });
    });

    describe('a file that is no workshop', () => {
      it('is refused by what it is', async () => {
        const path = join(folder, 'Letter.accord');
        writeFileSync(path, 'Dear all, this is no database.'.repeat(10));
        const [letter] = await transport.choose('workshop', [path]);
        expect(await transport.call('workshop.open', { token: letter?.token ?? '' })).toMatchObject({
          ok: false,
          error: { kind: 'notAWorkshop' },
        });
      });
    });

    describe('the scenario', () => {
      it('takes edits that can be undone and redone', async () => {
        await newWorkshop();
        expect(
          answerOf(await transport.call('scenario.edit', { ruleSet: starterRuleSet(), label: 'Starter' })),
        ).toMatchObject({
          ruleSet: { name: 'v3' },
          undo: 'Starter',
        });
        expect(answerOf(await transport.call('scenario.undo', {}))).toMatchObject({
          ruleSet: { name: 'New rule set' },
          redo: 'Starter',
        });
        expect(answerOf(await transport.call('scenario.redo', {}))).toMatchObject({
          ruleSet: { name: 'v3' },
          redo: null,
        });
      });

      it('takes a lever’s whole way for one step', async () => {
        await newWorkshop();
        for (const points of [51, 52, 53]) {
          const [level, ...others] = starterRuleSet().levels;
          const ruleSet = { ...starterRuleSet(), levels: [{ ...level, total: points }, ...others] };
          answerOf(await transport.call('scenario.edit', { ruleSet, label: `MQL at ${points}`, coalesce: 'mql' }));
        }
        expect(answerOf(await transport.call('scenario.get', {}))).toMatchObject({ undo: 'MQL at 53' });
        expect(answerOf(await transport.call('scenario.undo', {}))).toMatchObject({
          ruleSet: { name: 'New rule set' },
          undo: null,
        });
      });

      it('refuses a rule set with a fault, names the place and stays as it was', async () => {
        await newWorkshop();
        const ruleSet = { ...starterRuleSet(), levels: [{ id: 'mql', name: 'MQL', total: 'fifty' }] };
        const reply = await transport.call('scenario.edit', { ruleSet, label: 'Fault' });
        expect(reply).toMatchObject({ ok: false, error: { kind: 'badRuleSet', path: 'levels[0].total' } });
        expect(answerOf(await transport.call('scenario.get', {})).undo).toBeNull();
      });

      it('is kept as a version, which can become the baseline', async () => {
        await newWorkshop();
        answerOf(await transport.call('scenario.edit', { ruleSet: draftRuleSet(), label: 'Draft' }));
        const saved = answerOf(await transport.call('scenario.saveVersion', { name: 'Agreed in May' }));
        const version = saved.versions.find((candidate) => candidate.name === 'Agreed in May');
        const after = answerOf(await transport.call('scenario.setBaseline', { versionId: version?.id ?? -1 }));
        expect(after.baseline).toMatchObject({ name: 'Agreed in May', ruleSet: { name: 'Joint draft' } });
      });

      it('takes no version for a baseline that does not exist', async () => {
        await newWorkshop();
        expect(await transport.call('scenario.setBaseline', { versionId: 4_711 })).toMatchObject({
          ok: false,
          error: { kind: 'notFound' },
        });
      });

      it('tells everybody that it has changed', async () => {
        await newWorkshop();
        const before = (await transport.events()).length;
        const edited = answerOf(await transport.call('scenario.edit', { ruleSet: draftRuleSet(), label: 'Draft' }));
        await expect
          .poll(async () => (await transport.events()).slice(before))
          .toContainEqual({ kind: 'changed', what: 'scenario', revision: edited.revision });
      });
    });

    describe('a rule-set file', () => {
      it('is read and checked, and stored nowhere', async () => {
        await newWorkshop();
        const path = join(folder, 'rules.json');
        writeFileSync(path, JSON.stringify(draftRuleSet()));
        const [file] = await transport.choose('rule-set', [path]);
        expect(answerOf(await transport.call('ruleSet.read', { token: file?.token ?? '' }))).toMatchObject({
          valid: true,
          ruleSet: { name: 'Joint draft' },
        });
        expect(answerOf(await transport.call('scenario.get', {})).ruleSet.name).toBe('New rule set');
      });

      it('that is no JSON is refused', async () => {
        const path = join(folder, 'broken.json');
        writeFileSync(path, '{ "format": ');
        const [file] = await transport.choose('rule-set', [path]);
        expect(await transport.call('ruleSet.read', { token: file?.token ?? '' })).toMatchObject({
          ok: false,
          error: { kind: 'badRuleSet' },
        });
      });
    });

    describe('the demo', () => {
      it('comes with a history, a baseline and a scenario, and reports progress on the way', async () => {
        const before = (await transport.events()).length;
        await newDemo();
        const { open } = answerOf(await transport.call('workshop.state', {}));
        expect(open?.leads).toBe(300);
        expect(answerOf(await transport.call('scenario.get', {}))).toMatchObject({
          name: 'Joint draft',
          baseline: { name: 'v3' },
        });
        const told = (await transport.events()).slice(before).filter(({ kind }) => kind === 'progress');
        expect(told).toContainEqual(expect.objectContaining({ phase: 'generating', total: 300 }));
      });

      it('cancelled leaves no file and no open workshop', async () => {
        const { token } = await transport.pickNewWorkshop('Cancelled');
        const before = (await transport.events()).length;
        const made = transport.call('workshop.createDemo', { token, leads: 200_000, seed: 1, jobId: 'long' });
        await expect
          .poll(async () => (await transport.events()).slice(before))
          .toContainEqual(expect.objectContaining({ kind: 'progress', jobId: 'long' }));
        expect(answerOf(await transport.call('job.cancel', { jobId: 'long' }))).toEqual({ cancelled: true });
        expect(await made).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
        expect(existsSync(join(workshopsFolder, 'Cancelled.accord'))).toBe(false);
        expect(answerOf(await transport.call('workshop.state', {})).open).toBeNull();
      });

      it('its summary adds up', async () => {
        await newDemo();
        const summary = answerOf(await transport.call('history.summary', {}));
        expect(summary.outcomes.reduce((sum, { leads }) => sum + leads, 0)).toBe(summary.leads);
        expect(summary.activityTypes.reduce((sum, { rows }) => sum + rows, 0)).toBe(summary.activities);
        expect(summary.stageCounts.reduce((sum, { rows }) => sum + rows, 0)).toBe(summary.stages);
      });

      it('its columns tell their values, most frequent first, and an unknown one is not found', async () => {
        await newDemo();
        const values = answerOf(
          await transport.call('history.values', { table: 'leads', column: 'country', limit: 3 }),
        );
        expect(values.map(({ rows }) => rows)).toEqual(
          values.map(({ rows }) => rows).sort((left, right) => right - left),
        );
        expect(values).toHaveLength(3);
        expect(await transport.call('history.values', { table: 'leads', column: 'shoe size', limit: 3 })).toMatchObject(
          {
            ok: false,
            error: { kind: 'notFound' },
          },
        );
      });

      it('says what is wrong with its history, and whom that concerns', async () => {
        await newDemo();
        const { report, exampleByIndex } = answerOf(await transport.call('history.quality', {}));
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
            expect(await transport.call('leads.one', { id: lead })).toMatchObject({ ok: true });
          }
        }
      });

      it('says what its leads cost, by source and in all', async () => {
        await newDemo();
        const before = answerOf(await transport.call('costs.list', { level: 'no such level' }));
        const [source] = before.sources;
        const month = source?.months.find(({ leads }) => leads > 0);
        if (source === undefined || month === undefined) throw new Error('the demo has no leads');
        expect([before.level, before.total.leads, before.total.costPerLeadCents]).toEqual(['mql', 0, null]);
        const cost = { source: source.source ?? '', month: month.month, amountCents: 100 * month.leads };
        answerOf(await transport.call('costs.store', cost));
        const { total, sources } = answerOf(await transport.call('costs.list', { level: 'mql' }));
        expect([total.leads, total.costPerLeadCents, total.leadsWithoutCost]).toEqual([
          month.leads,
          100,
          before.total.leadsWithoutCost - month.leads,
        ]);
        expect(sources[0]).toMatchObject({ source: source.source, costCents: cost.amountCents, leads: month.leads });
      });

      it('its frame compares the asked rule set with the baseline', async () => {
        await newDemo();
        const input = { ruleSet: starterRuleSet(), level: 'mql', options: { horizon: 'outcome' }, key: 'frame' };
        const frame = answerOf(await transport.call('replay.frame', input));
        expect(frame.scenario.levels).toEqual(frame.baseline.levels);
        expect([frame.swap.gained.leads, frame.swap.lost.leads]).toEqual([0, 0]);
      });

      it('its swap list has as many rows as the frame counts', async () => {
        await newDemo();
        const question = { ruleSet: draftRuleSet(), level: 'mql', options: { horizon: 'outcome' } };
        const frame = answerOf(await transport.call('replay.frame', { ...question, key: 'frame' }));
        const lost = answerOf(
          await transport.call('replay.swap', { ...question, list: 'lost', offset: 0, limit: 500 }),
        );
        expect([lost.total, lost.rows.length]).toEqual([frame.swap.lost.leads, frame.swap.lost.leads]);
      });

      it('a frame refuses a rule set with a fault', async () => {
        await newDemo();
        const input = { ruleSet: {}, level: 'mql', options: { horizon: 'outcome' }, key: 'frame' };
        expect(await transport.call('replay.frame', input)).toMatchObject({ ok: false, error: { kind: 'badRuleSet' } });
      });

      it('a listed lead explains its score, and an unknown one is not found', async () => {
        await newDemo();
        const list = answerOf(await transport.call('leads.list', EXAMPLE_INPUTS['leads.list']));
        const [first] = list.rows;
        const lead = answerOf(await transport.call('leads.one', { id: first?.lead ?? '' }));
        expect(lead.ledger.total).toBeCloseTo(first?.score ?? Number.NaN, 9);
        expect(await transport.call('leads.one', { id: 'nobody' })).toMatchObject({
          ok: false,
          error: { kind: 'notFound' },
        });
      });
    });

    describe('an import', () => {
      const writeData = (dataName: string, leads: string): string => {
        const data = join(folder, dataName);
        mkdirSync(data);
        writeFileSync(join(data, 'leads.csv'), leads);
        writeFileSync(join(data, 'activities.csv'), 'lead,at,type\nA,2026-01-08,visit\nZ,2026-01-08,visit\n');
        writeFileSync(join(data, 'stages.csv'), 'lead,at,stage\nA,2026-02-01,sql\n');
        return data;
      };

      it('of a data folder looks first, then brings everything in', async () => {
        await newWorkshop();
        const data = writeData('export', 'id,created,country\nA,2026-01-05,DE\nB,2026-01-06,PL\n');
        const tokens = (await transport.choose('data-folder', [data])).map(({ token }) => token);
        expect(answerOf(await transport.call('import.inspect', { tokens }))).toMatchObject({ kind: 'folder' });
        const before = (await transport.events()).length;
        answerOf(await transport.call('import.run', { tokens, jobId: 'import' }));
        expect(answerOf(await transport.call('workshop.state', {})).open).toMatchObject({
          leads: 2,
          activities: 1,
          stages: 1,
        });
        await expect
          .poll(async () => (await transport.events()).slice(before))
          .toContainEqual({ kind: 'changed', what: 'history' });
      });

      it('of a data folder with a fault changes nothing and names the place', async () => {
        await newWorkshop();
        const data = writeData('faulty', 'id,created\nA,2026-01-05\nA,2026-01-06\n');
        const tokens = (await transport.choose('data-folder', [data])).map(({ token }) => token);
        const reply = await transport.call('import.run', { tokens, jobId: 'import' });
        expect(reply).toMatchObject({
          ok: false,
          error: { kind: 'badSource', detail: expect.stringContaining('line 3') as string },
        });
        expect(answerOf(await transport.call('workshop.state', {})).open?.leads).toBe(0);
      });

      it('keeps every rejected row with its line and reason, and its counts add up', async () => {
        await newWorkshop();
        const data = writeData('stray', 'id,created\nA,2026-01-05\n');
        const tokens = (await transport.choose('data-folder', [data])).map(({ token }) => token);
        const report = answerOf(await transport.call('import.run', { tokens, jobId: 'import' }));
        for (const { read, accepted, rejected, duplicate } of report.tables) {
          expect(accepted + rejected + duplicate).toBe(read);
        }
        const rejected = answerOf(
          await transport.call('import.rejected', { importId: report.id, offset: 0, limit: 10 }),
        );
        expect([rejected.total, rejected.rows[0]]).toEqual([
          1,
          expect.objectContaining({ file: 'activities.csv', table: 'activities', line: 3 }),
        ]);
        expect(answerOf(await transport.call('history.summary', {})).imports).toHaveLength(1);
      });
    });

    it('the capacity of sales is kept', async () => {
      await newWorkshop();
      expect(answerOf(await transport.call('workshop.setCapacity', { leadsPerWeek: 12.5 })).open?.capacityPerWeek).toBe(
        12.5,
      );
      expect(
        answerOf(await transport.call('workshop.setCapacity', { leadsPerWeek: null })).open?.capacityPerWeek,
      ).toBeNull();
    });

    it('no answer contains a path of this machine', async () => {
      await newDemo();
      const answers = await Promise.all([
        transport.call('workshop.state', {}),
        transport.call('scenario.get', {}),
        transport.call('history.summary', {}),
      ]);
      expect(JSON.stringify(answers)).not.toContain(folder);
    });
  });
}

function answerOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`${reply.error.kind}: ${reply.error.detail} ${reply.error.path ?? ''}`);
  return reply.value;
}
