import { Buffer } from 'node:buffer';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AppEvent, JobPhase } from '../../../api/bridge.ts';
import type { Input, Method, Outputs } from '../../../api/contract.ts';
import type { ExportedList, ListedLead } from '../../../api/lists.ts';
import type { Reply } from '../../../api/reply.ts';
import { readHistory } from '../../../db/history/read-history.ts';
import { writeHistory } from '../../../db/history/write-history.ts';
import {
  closeWorkshop,
  openWorkshopConnection,
  type Workshop,
  type WritableWorkshop,
} from '../../../db/open-workshop.ts';
import { readGivenLists } from '../../../db/queries/given-lists.ts';
import { inTransaction } from '../../../db/transaction.ts';
import type { App } from '../../../services/create-app.ts';
import type { JobControl } from '../../../services/jobs/serve-job.ts';
import { giveList } from '../../../services/lists/give-list.ts';
import { readListsDefinition } from '../../../services/lists/lists-basis.ts';
import { beginScenario } from '../../../services/scenario/begin-scenario.ts';
import { benchHistory } from '../../bench/bench-history.ts';
import { writeBenchWorkshop } from '../../bench/bench-workshop.ts';
import { standardRuleSet } from '../../bench/standard-rule-set.ts';
import { expectValue, newWorkshop } from '../../db/temp-workshop.ts';
import { appFromSources } from '../../support/app-from-sources.ts';

/** Enough that a list of them is under way for a while. */
const LEADS = 20_000;

describe('a long list that is given out', () => {
  let folder: string;
  let app: App;
  let listener: (event: AppEvent) => void = () => {};
  const events: AppEvent[] = [];
  const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Outputs[M]> => {
    const reply = (await app.dispatch(method, input)) as Reply<Outputs[M]>;
    if (!reply.ok) throw new Error(reply.error.detail);
    return reply.value;
  };
  const give = () => app.dispatch('lists.export', { list: 'recycle', as: 'csv', jobId: 'list' });
  const page = (offset: number) => ask('lists.page', { list: 'recycle', offset, limit: 500, key: 'page' });
  const frame = () =>
    ask('replay.frame', {
      ruleSet: standardRuleSet(),
      level: 'mql',
      options: { horizon: 'outcome' },
      key: 'what-if',
    });
  const phasesTold = (): ReadonlySet<JobPhase> =>
    new Set(events.flatMap((event) => (event.kind === 'progress' && event.jobId === 'list' ? [event.phase] : [])));

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'accord-given-'));
    writeBenchWorkshop(join(folder, 'large.accord'), benchHistory(LEADS));
  });
  beforeEach(async () => {
    events.length = 0;
    listener = () => {};
    app = appFromSources(
      folder,
      (event) => {
        events.push(event);
        listener(event);
      },
      5,
    );
    await ask('workshop.open', { token: app.tokens.issue(join(folder, 'large.accord')).token });
  });
  afterEach(() => app.close());
  afterAll(() => rmSync(folder, { recursive: true }));

  it('can be cancelled in the middle: nothing is remembered, and no file is left', async () => {
    listener = (event) => {
      if (event.kind === 'progress' && event.jobId === 'list') void app.dispatch('job.cancel', { jobId: 'list' });
    };
    expect(await give()).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect((await page(0)).since).toBeNull();
    expect(events).not.toContainEqual({ kind: 'changed', what: 'lists' });
    await ask('workshop.close', {});
    expect(readdirSync(folder).filter((name) => name !== 'settings')).toEqual(['large.accord']);
  });

  it('leaves What-if free to answer meanwhile', async () => {
    await frame();
    const answered: string[] = [];
    await Promise.all([give().then(() => answered.push('list')), frame().then(() => answered.push('frame'))]);
    expect(answered).toEqual(['frame', 'list']);
  });

  it('tells how far it is, holds what the pages show, and is remembered', async () => {
    const pages: ListedLead[] = [];
    for (let offset = 0; ; offset += 500) {
      const { rows } = await page(offset);
      pages.push(...rows);
      if (rows.length < 500) break;
    }
    events.length = 0;
    const given = (await give()) as Reply<ExportedList>;
    if (!given.ok) throw new Error(given.error.detail);
    expect([...phasesTold()]).toEqual(['reading', 'writing']);
    expect(events).toContainEqual({ kind: 'changed', what: 'lists' });
    const text = Buffer.from(given.value.base64, 'base64').toString('utf8').replace('\uFEFF', '');
    const { data } = Papa.parse<{ readonly lead: string }>(text, {
      header: true,
      skipEmptyLines: true,
    });
    expect(pages.length).toBeGreaterThan(500);
    expect(data.map(({ lead }) => lead)).toEqual(pages.map(({ lead }) => lead));
    expect((await page(0)).since).toMatchObject({ atMs: 5, added: 0, moved: 0, gone: 0 });
  });
});

describe('giving a list out', () => {
  let workshop: WritableWorkshop;
  beforeEach(() => {
    workshop = newWorkshop();
    inTransaction(workshop, () => {
      writeHistory(workshop, benchHistory(300));
      beginScenario(workshop, standardRuleSet(), standardRuleSet(), 1);
    });
  });
  afterEach(() => closeWorkshop(workshop));
  const give = (control: Partial<JobControl>, from: Workshop = workshop) => {
    const { by: _, ...definition } = readListsDefinition(workshop);
    const request = { from: definition, list: 'nurture', as: 'csv', atMs: 5 } as const;
    return giveList(from, request, { progress: () => {}, isCancelled: () => false, ...control });
  };

  it('that is cancelled, whenever that is noticed, changes nothing', async () => {
    let moments = 0;
    const isNoticedAt = async (moment: number): Promise<boolean> => {
      let asked = 0;
      const given = await give({
        isCancelled: () => {
          asked += 1;
          return asked > moment;
        },
      });
      if (given.ok) return false;
      expect(given.error.kind).toBe('cancelled');
      expect(readGivenLists(workshop)).toEqual([]);
      return true;
    };
    while (await isNoticedAt(moments)) moments += 1;
    expect(moments).toBeGreaterThanOrEqual(3);
    expect(readGivenLists(workshop)).toMatchObject([{ list: 'nurture', atMs: 5 }]);
  });

  it('of a history that was replaced meanwhile is refused: a lead may have been erased', async () => {
    const given = await give({
      progress: ({ phase, done }) => {
        if (phase === 'writing' && done === 0)
          inTransaction(workshop, () => writeHistory(workshop, readHistory(workshop)));
      },
    });
    expect(given).toMatchObject({ ok: false, error: { kind: 'superseded' } });
    expect(readGivenLists(workshop)).toEqual([]);
  });

  it('of a workshop that is open for reading only gives the file and remembers nothing', async () => {
    const reading = expectValue(openWorkshopConnection(workshop.path, 'read'));
    const given = await give({}, reading);
    closeWorkshop(reading);
    expect(given).toMatchObject({ ok: true, value: { fileName: 'nurture.csv', isRemembered: false } });
    expect(readGivenLists(workshop)).toEqual([]);
  });
});
