import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHistory } from '../../db/history/read-history.ts';
import { writeHistory } from '../../db/history/write-history.ts';
import { closeWorkshop } from '../../db/open-workshop.ts';
import { listLog, logStep } from '../../db/queries/log.ts';
import { inTransaction } from '../../db/transaction.ts';
import { plainHistory } from './plain-history.ts';
import { expectFault, expectValue, newWorkshop } from './temp-workshop.ts';

const entry = { atMs: 1, kind: 'test' };

describe('a transaction', () => {
  it('keeps all and answers what the work answers', () => {
    const workshop = newWorkshop();
    const work = () => {
      logStep(workshop, entry);
      return 7;
    };
    expect(expectValue(inTransaction(workshop, work))).toBe(7);
    expect(listLog(workshop, 0, 10)).toHaveLength(1);
    closeWorkshop(workshop);
  });

  it('takes everything back when the work throws, and throws it on', () => {
    const workshop = newWorkshop();
    const work = () => {
      logStep(workshop, entry);
      throw new Error('a bug');
    };
    expect(() => inTransaction(workshop, work)).toThrow('a bug');
    expect(listLog(workshop, 0, 10)).toEqual([]);
    closeWorkshop(workshop);
  });

  it('throws on what the operating system says about other files, as it is no fault of the workshop', () => {
    const workshop = newWorkshop();
    expect(() => inTransaction(workshop, () => statSync(`${workshop.path}.csv`))).toThrow(/ENOENT/);
    closeWorkshop(workshop);
  });

  it('given a full disk, then it says so, nothing is changed and the workshop stays usable', () => {
    const workshop = newWorkshop();
    const before = plainHistory(100, 2);
    expectValue(inTransaction(workshop, () => writeHistory(workshop, before)));
    const pages = Number(workshop.database.pragma('page_count', { simple: true }));
    workshop.database.pragma(`max_page_count = ${pages + 20}`);
    const full = inTransaction(workshop, () => writeHistory(workshop, plainHistory(20_000, 5)));
    expect(expectFault(full).kind).toBe('diskFull');
    expect(readHistory(workshop)).toEqual(before);
    workshop.database.pragma('max_page_count = 1073741823');
    expect(inTransaction(workshop, () => logStep(workshop, entry)).ok).toBe(true);
    expect(workshop.database.pragma('integrity_check', { simple: true })).toBe('ok');
    closeWorkshop(workshop);
  });

  it('given a file that became read-only, then it says so', () => {
    const workshop = newWorkshop();
    workshop.database.pragma('query_only = ON');
    expect(expectFault(inTransaction(workshop, () => logStep(workshop, entry))).kind).toBe('notWritable');
    workshop.database.pragma('query_only = OFF');
    closeWorkshop(workshop);
  });

  it('is demanded by writers of several statements', () => {
    const workshop = newWorkshop();
    expect(() => writeHistory(workshop, plainHistory(1, 1))).toThrow(/inTransaction/);
    closeWorkshop(workshop);
  });
});
