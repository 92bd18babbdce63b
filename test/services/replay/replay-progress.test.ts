import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppEvent, REPLAY_JOB } from '../../../api/bridge.ts';
import { closeWorkshop, openWorkshop } from '../../../db/open-workshop.ts';
import type { App } from '../../../services/create-app.ts';
import { benchHistory } from '../../bench/bench-history.ts';
import { writeBenchWorkshop } from '../../bench/bench-workshop.ts';
import { standardRuleSet } from '../../bench/standard-rule-set.ts';
import { appFromSources } from '../../support/app-from-sources.ts';

/** Enough leads for several blocks of packing. */
const LEADS = 20_000;

describe('a first frame that takes long', () => {
  let folder: string;
  let path: string;
  let app: App;
  let listener: (event: AppEvent) => void = () => {};
  const events: AppEvent[] = [];
  const open = async () => {
    const { token } = app.tokens.issue(path);
    const opened = await app.dispatch('workshop.open', { token });
    if (!opened.ok) throw new Error(opened.error.detail);
  };
  const frame = () =>
    app.dispatch('replay.frame', {
      ruleSet: standardRuleSet(),
      level: 'mql',
      options: { horizon: 'outcome' },
      key: 'what-if',
    });
  const ofReplay = (kind: AppEvent['kind']) =>
    events.filter((event) => event.kind === kind && 'jobId' in event && event.jobId === REPLAY_JOB);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'accord-progress-'));
    path = join(folder, 'large.accord');
    writeBenchWorkshop(path, benchHistory(LEADS));
    app = appFromSources(folder, (event) => {
      events.push(event);
      listener(event);
    });
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  it('tells how far reading and packing are, and that they are done', async () => {
    await open();
    expect(await frame()).toMatchObject({ ok: true });
    expect(ofReplay('progress')).toContainEqual({
      kind: 'progress',
      jobId: REPLAY_JOB,
      phase: 'reading',
      done: 0,
      total: null,
    });
    expect(ofReplay('progress')).toContainEqual(expect.objectContaining({ phase: 'packing', total: LEADS }));
    expect(ofReplay('progressEnded')).toHaveLength(1);
  });

  it('can be cancelled in the middle: nothing goes on, the file is as it was, and asking again answers', async () => {
    await app.dispatch('workshop.close', {});
    await open();
    events.length = 0;
    listener = (event) => {
      if (event.kind === 'progress' && event.phase === 'packing')
        void app.dispatch('job.cancel', { jobId: REPLAY_JOB });
    };
    expect(await frame()).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    listener = () => {};
    expect(ofReplay('progressEnded')).toHaveLength(1);
    expect(await frame()).toMatchObject({ ok: true });
    await app.dispatch('workshop.close', {});
    expect(readdirSync(folder).filter((name) => name !== 'settings')).toEqual(['large.accord']);
    const again = openWorkshop(path);
    expect(again.ok).toBe(true);
    if (again.ok) closeWorkshop(again.value);
  });
});
