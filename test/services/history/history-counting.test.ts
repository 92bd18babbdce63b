import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readHistory } from '../../../db/history/read-history.ts';
import { writeHistory } from '../../../db/history/write-history.ts';
import { closeWorkshop, openWorkshop, type WritableWorkshop } from '../../../db/open-workshop.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { createHistoryCounting } from '../../../services/history/history-counting.ts';
import { profileHistory } from '../../../services/history/history-profile.ts';
import { benchHistory } from '../../bench/bench-history.ts';
import { writeBenchWorkshop } from '../../bench/bench-workshop.ts';
import { expectValue } from '../../db/temp-workshop.ts';

const WORKER = new URL('../../../services/jobs/count-worker.ts', import.meta.url);

describe('counting what a history holds', () => {
  let folder: string;
  let workshop: WritableWorkshop;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'accord-counting-'));
    const path = join(folder, 'large.accord');
    writeBenchWorkshop(path, benchHistory(5_000));
    workshop = expectValue(openWorkshop(path));
  });
  afterAll(() => {
    closeWorkshop(workshop);
    rmSync(folder, { recursive: true });
  });
  let counting: ReturnType<typeof createHistoryCounting>;
  beforeEach(() => {
    counting = createHistoryCounting(WORKER);
  });

  it('leaves the app free meanwhile, and comes to what counting here comes to', async () => {
    const order: string[] = [];
    const counted = counting.profileOf(workshop).then((profile) => {
      order.push('counted');
      return expectValue(profile);
    });
    await new Promise((resolve) => setImmediate(resolve));
    order.push('free');
    const here = profileHistory(readHistory(workshop), null);
    const { summary, names, values } = await counted;
    expect(order).toEqual(['free', 'counted']);
    expect({ summary, names }).toEqual({ summary: here.summary, names: here.names });
    for (const { name } of summary.attributes)
      expect(values('leads', name, 100)).toEqual(here.values('leads', name, 100));
  });

  it('is done once for all that ask of the same history, and anew for another', async () => {
    const [first, second] = await Promise.all([counting.profileOf(workshop), counting.profileOf(workshop)]);
    expect(second).toBe(first);
    expectValue(inTransaction(workshop, () => writeHistory(workshop, benchHistory(400))));
    expect(expectValue(await counting.profileOf(workshop)).summary.leads).toBe(400);
  });

  it('that is stopped lets go of the file, and can be asked for again', async () => {
    const asked = counting.profileOf(workshop);
    await counting.stop();
    expect(await asked).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(workshop.database.pragma('wal_checkpoint(TRUNCATE)')).toMatchObject([{ busy: 0 }]);
    expect((await counting.profileOf(workshop)).ok).toBe(true);
  });
});
