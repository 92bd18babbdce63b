import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input, Method, Outputs } from '../../../api/contract.ts';
import type { Reply } from '../../../api/reply.ts';
import { writeHistory } from '../../../db/history/write-history.ts';
import { closeWorkshop, createWorkshop, openWorkshopConnection } from '../../../db/open-workshop.ts';
import { writeSettings } from '../../../db/queries/settings.ts';
import { inTransaction } from '../../../db/transaction.ts';
import type { App } from '../../../services/create-app.ts';
import { appFromSources } from '../../support/app-from-sources.ts';
import { historyOf, type LeadRows } from '../../support/history-of.ts';
import { ruleSetFrom } from '../../support/rule-set-from.ts';

/** Handed over the day after it came. */
const handedOver = (id: string, created: string, next: string): LeadRows => ({
  id,
  created,
  stages: [{ at: next, stage: 'mql' }],
});

/** Everybody reaches the level. */
const EVERYBODY = ruleSetFrom({
  rules: [
    {
      id: 'all',
      name: 'All',
      kind: 'attribute',
      dimension: 'fit',
      points: 100,
      if: { attribute: 'created', op: 'exists' },
    },
  ],
});

describe('how long a lead may take, as the workshop says', () => {
  let folder: string;
  let path: string;
  let app: App;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'accord-maturity-'));
    path = join(folder, 'slow.accord');
    const created = createWorkshop(path);
    if (!created.ok) throw new Error(created.error.detail);
    const history = historyOf({
      leads: [
        handedOver('long ago', '2025-01-10', '2025-01-11'),
        handedOver('seven weeks ago', '2025-11-15', '2025-11-16'),
        handedOver('last week', '2025-12-24', '2025-12-25'),
        { id: 'today', created: '2025-12-31' },
      ],
    });
    const stored = inTransaction(created.value, () => writeHistory(created.value, history));
    if (!stored.ok) throw new Error(stored.error.detail);
    closeWorkshop(created.value);
    app = appFromSources(folder);
    await ask('workshop.open', { token: app.tokens.issue(path, 'slow').token });
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Outputs[M]> => {
    const reply = (await app.dispatch(method, input)) as Reply<Outputs[M]>;
    if (!reply.ok) throw new Error(reply.error.detail);
    return reply.value;
  };
  const say = (maturityDays: number | null): void => {
    const opened = openWorkshopConnection(path, 'write');
    if (!opened.ok) throw new Error(opened.error.detail);
    writeSettings(opened.value, { maturityDays });
    closeWorkshop(opened.value);
  };
  /** Leads that are too early to tell, as each screen says it. */
  const tooEarly = async (asked: { readonly maturityDays?: number } = {}) => {
    const { report } = await ask('history.quality', {});
    const { outcomes } = await ask('history.summary', {});
    const page = { search: '', sort: 'id', descending: false, level: 'mql', offset: 0, limit: 10 } as const;
    const { rows } = await ask('leads.list', page);
    const options = { horizon: 'outcome' as const, ...asked };
    const frame = { ruleSet: EVERYBODY, level: 'mql', options, key: 'what-if' };
    const { scenario } = await ask('replay.frame', frame);
    const { profile } = await ask('history.profile', {});
    return {
      quality: report.findings.find(({ kind }) => kind === 'immature')?.touched.leads ?? 0,
      summary: outcomes.find(({ outcome }) => outcome === 'immature')?.leads ?? 0,
      profile: profile.immature,
      list: rows.filter(({ outcome }) => outcome === 'immature').length,
      frame: scenario.levels[0]?.immature,
    };
  };
  const alike = (leads: number) => ({ quality: leads, summary: leads, profile: leads, list: leads, frame: leads });

  it('is ninety days where it says nothing', async () => {
    expect(await tooEarly()).toEqual(alike(3));
  });

  it('is the same for what is wrong with the history, for its summary, its profile, for the list of leads and for frames', async () => {
    say(30);
    expect(await tooEarly()).toEqual(alike(2));
  });

  it('holds from the moment that it is said, on the history that is held', async () => {
    say(2);
    expect(await tooEarly()).toEqual(alike(1));
    say(null);
    expect(await tooEarly()).toEqual(alike(3));
  });

  it('gives way to a frame that is asked for other days', async () => {
    say(30);
    expect(await tooEarly({ maturityDays: 2 })).toEqual({ ...alike(2), frame: 1 });
  });
});
