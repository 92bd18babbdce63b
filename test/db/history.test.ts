import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Column, type History, MISSING } from '../../core/history/history.ts';
import { STAGE_NAMES } from '../../core/rule-set/rule-set.ts';
import { historyIdentity, historyVersion, readHistory, readHistoryCounts } from '../../db/history/read-history.ts';
import { findLead, type LeadRows, readLeadRows } from '../../db/history/read-lead-rows.ts';
import { writeHistory } from '../../db/history/write-history.ts';
import { closeWorkshop, openWorkshop, openWorkshopConnection, type WritableWorkshop } from '../../db/open-workshop.ts';
import { writeSettings } from '../../db/queries/settings.ts';
import { inTransaction } from '../../db/transaction.ts';
import { randomHistory } from '../support/random-history.ts';
import { plainHistory } from './plain-history.ts';
import { expectValue, newWorkshop } from './temp-workshop.ts';

const write = (workshop: WritableWorkshop, history: History) =>
  expectValue(inTransaction(workshop, () => writeHistory(workshop, history)));

describe('the history in a workshop', () => {
  it('has no rows in a new workshop', () => {
    const workshop = newWorkshop();
    const history = readHistory(workshop);
    expect([history.leads.count, history.activities.count, history.stages.count]).toEqual([0, 0, 0]);
    expect(history.activities.offsets).toEqual(new Int32Array(1));
    closeWorkshop(workshop);
  });

  it('comes back as it was written, whatever it is', () => {
    const workshop = newWorkshop();
    fc.assert(
      fc.property(randomHistory(), ({ history }) => {
        write(workshop, history);
        expect(readHistory(workshop)).toEqual(history);
      }),
      { numRuns: 60 },
    );
    closeWorkshop(workshop);
  });

  it('comes back over several chunks, from another opening', () => {
    const workshop = newWorkshop();
    const history = plainHistory(70_000, 3);
    write(workshop, history);
    closeWorkshop(workshop);
    const again = expectValue(openWorkshop(workshop.path));
    expect(readHistory(again)).toEqual(history);
    expect(again.database.pragma('integrity_check', { simple: true })).toBe('ok');
    closeWorkshop(again);
  });

  it('replaces the one before it, and its version grows with each writing', () => {
    const workshop = newWorkshop();
    write(workshop, plainHistory(50, 4));
    const version = historyVersion(workshop);
    write(workshop, plainHistory(20, 1, 5));
    expect(readHistory(workshop)).toEqual(plainHistory(20, 1, 5));
    expect(readHistoryCounts(workshop)).toEqual({ leads: 20, activities: 20, stages: 10 });
    expect(historyVersion(workshop)).toBeGreaterThan(version);
    closeWorkshop(workshop);
  });

  it('has an identity that does not come again when the same rows are written again', () => {
    const workshop = newWorkshop();
    const identities = [1, 2, 3].map(() => {
      write(workshop, plainHistory(5, 1));
      return historyIdentity(workshop);
    });
    expect(new Set(identities).size).toBe(3);
    closeWorkshop(workshop);
  });

  it('has another version in another time zone', () => {
    const workshop = newWorkshop();
    const version = historyVersion(workshop);
    writeSettings(workshop, { timeZone: 'Europe/Rome' });
    expect(historyVersion(workshop)).toBeGreaterThan(version);
    expect(readHistory(workshop).timeZone).toBe('Europe/Rome');
    closeWorkshop(workshop);
  });

  it('is read whole by a worker while it is being replaced', () => {
    const workshop = newWorkshop();
    const before = plainHistory(300, 3);
    write(workshop, before);
    const worker = expectValue(openWorkshopConnection(workshop.path, 'read'));
    expectValue(
      inTransaction(workshop, () => {
        writeHistory(workshop, plainHistory(10, 1, 1));
        expect(readHistory(worker)).toEqual(before);
      }),
    );
    expect(readHistory(worker)).toEqual(plainHistory(10, 1, 1));
    closeWorkshop(worker);
    closeWorkshop(workshop);
  });

  it('refuses an instant that is not finite, and a lead twice', () => {
    const workshop = newWorkshop();
    const history = plainHistory(2, 1);
    const infinite = { ...history, activities: { ...history.activities, atMs: Float64Array.of(1, Infinity) } };
    expect(() => write(workshop, infinite)).toThrow(/row 1 has an instant/);
    const twice = { ...history, leads: { ...history.leads, ids: ['a', 'a'] } };
    expect(() => write(workshop, twice)).toThrow(/UNIQUE/);
    expect(readHistoryCounts(workshop).leads).toBe(0);
    closeWorkshop(workshop);
  });
});

describe('one lead', () => {
  it('comes back row by row as the whole history has it', () => {
    const workshop = newWorkshop();
    fc.assert(
      fc.property(randomHistory(), ({ history }) => {
        write(workshop, history);
        for (let lead = 0; lead < history.leads.count; lead++) {
          expect(readLeadRows(workshop, lead)).toEqual(rowsOf(history, lead));
        }
      }),
      { numRuns: 25 },
    );
    closeWorkshop(workshop);
  });

  it('is read at the edges of chunks', () => {
    const workshop = newWorkshop();
    const history = plainHistory(66_000, 3);
    write(workshop, history);
    for (const lead of [0, 21_844, 21_845, 43_690, 65_535, 65_536, 65_999]) {
      expect(readLeadRows(workshop, lead)).toEqual(rowsOf(history, lead));
    }
    closeWorkshop(workshop);
  });

  it('is found by its id', () => {
    const workshop = newWorkshop();
    write(workshop, plainHistory(30, 1));
    expect(findLead(workshop, 'lead-17')).toBe(17);
    expect(findLead(workshop, 'lead-30')).toBeNull();
    expect(readLeadRows(workshop, 30)).toBeNull();
    closeWorkshop(workshop);
  });
});

it('reads a million activities (for the record, no limit)', { timeout: 120_000 }, () => {
  const workshop = newWorkshop();
  const history = plainHistory(100_000, 10);
  const startedAtMs = performance.now();
  write(workshop, history);
  const writtenAtMs = performance.now();
  const read = readHistory(workshop);
  const readAtMs = performance.now();
  readLeadRows(workshop, 77_777);
  const leadAtMs = performance.now();
  console.log(
    `100,000 leads, 1,000,000 activities: written in ${(writtenAtMs - startedAtMs).toFixed(0)} ms, read in ${(readAtMs - writtenAtMs).toFixed(0)} ms, one lead in ${(leadAtMs - readAtMs).toFixed(1)} ms`,
  );
  expect(read.activities.count).toBe(1_000_000);
  closeWorkshop(workshop);
});

function rowsOf(history: History, lead: number): LeadRows {
  const { leads, activities, stages } = history;
  const cell = (column: Column, row: number) => {
    const code = column.codes[row] ?? MISSING;
    return code === MISSING ? null : (column.cells[code] ?? null);
  };
  const named = (columns: readonly Column[], row: number) =>
    columns.map((column) => ({ name: column.name, value: cell(column, row) }));
  const rows = (offsets: Int32Array) => {
    const first = offsets[lead] ?? 0;
    return Array.from({ length: (offsets[lead + 1] ?? 0) - first }, (_, row) => first + row);
  };
  return {
    id: leads.ids[lead] ?? '',
    createdAtMs: leads.createdAtMs[lead] ?? 0,
    attributes: named(leads.attributes, lead),
    activities: rows(activities.offsets).map((row) => ({
      atMs: activities.atMs[row] ?? 0,
      type: cell(activities.type, row) ?? '',
      properties: named(activities.properties, row),
    })),
    stages: rows(stages.offsets).map((row) => ({
      atMs: stages.atMs[row] ?? 0,
      stage: STAGE_NAMES[stages.stage[row] ?? 0] ?? 'mql',
      amount: Number.isNaN(stages.amount[row]) ? null : (stages.amount[row] ?? null),
      reason: cell(stages.reason, row),
    })),
  };
}
