import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runEraseCommand } from '../../../cli/commands/erase.ts';
import { readHistory } from '../../../db/history/read-history.ts';
import { writeHistory } from '../../../db/history/write-history.ts';
import { closeWorkshop, createWorkshop, openWorkshop } from '../../../db/open-workshop.ts';
import { listLog } from '../../../db/queries/log.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { eraseLead } from '../../../services/history/erase-lead.ts';
import { shelfPath } from '../../../services/replay/shelf/packed-shelf.ts';
import { historyOf } from '../../support/history-of.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Texts that stand nowhere but in the lead's own rows. */
const TRACES = ['person-4711', 'ada@lovelace.example', 'Analytical Engines', '/her/own/page', 'she changed her mind'];

function workshopWithHer() {
  const folder = mkdtempSync(join(tmpdir(), 'accord-erase-'));
  folders.push(folder);
  const path = join(folder, 'with-her.accord');
  const created = createWorkshop(path);
  if (!created.ok) throw new Error(created.error.detail);
  const workshop = created.value;
  const other = (id: string) => ({
    id,
    created: '2025-01-01',
    cells: { email: `${id}@b.example`, company: 'Shared Ltd' },
    activities: [{ at: '2025-02-01', type: 'page_view', cells: { url: '/pricing' } }],
  });
  const history = historyOf({
    leads: [
      other('first'),
      {
        id: 'person-4711',
        created: '2025-01-02',
        cells: { email: 'ada@lovelace.example', company: 'Analytical Engines' },
        activities: [{ at: '2025-02-02', type: 'page_view', cells: { url: '/her/own/page' } }],
        stages: [{ at: '2025-03-01', stage: 'lost' }],
      },
      other('last'),
    ],
  });
  const reason = { ...history.stages.reason, cells: ['she changed her mind'], codes: Int32Array.of(0) };
  const { database } = workshop;
  const stored = inTransaction(workshop, () => {
    writeHistory(workshop, { ...history, stages: { ...history.stages, reason } });
    database.exec(`
      INSERT INTO seat (id, team, person) VALUES (1, 'sales', 'Sam');
      INSERT INTO panel (id, name, seed, created_at_ms) VALUES (1, 'Panel', 1, 0);
      INSERT INTO panel_lead (panel_id, position, lead_id) VALUES (1, 0, 'person-4711'), (1, 1, 'last');
      INSERT INTO judgement (panel_id, lead_id, seat_id, verdict, at_ms) VALUES (1, 'person-4711', 1, 'yes', 0);
    `);
  });
  if (!stored.ok) throw new Error(stored.error.detail);
  return { folder, path, workshop };
}

const bytesIn = (folder: string): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\n');

describe('a lead that is erased', () => {
  it('is gone with its rows, and the others are as they were', () => {
    const { workshop } = workshopWithHer();
    expect(eraseLead(workshop, 'person-4711', 5)).toEqual({ ok: true, value: { leads: 2 } });
    const left = readHistory(workshop);
    expect(left.leads.ids).toEqual(['first', 'last']);
    expect([...left.activities.offsets]).toEqual([0, 1, 2]);
    expect(left.stages.count).toBe(0);
    closeWorkshop(workshop);
  });

  it('leaves nothing of itself in any file, not even where it was', () => {
    const { folder, path, workshop } = workshopWithHer();
    writeFileSync(shelfPath(path, 'baseline'), 'packed with her');
    const before = bytesIn(folder);
    for (const trace of TRACES) expect(before).toContain(trace);
    eraseLead(workshop, 'person-4711', 5);
    const open = bytesIn(folder);
    closeWorkshop(workshop);
    for (const trace of TRACES) {
      expect(open).not.toContain(trace);
      expect(bytesIn(folder)).not.toContain(trace);
    }
    expect(existsSync(shelfPath(path, 'baseline'))).toBe(false);
  });

  it('is gone from panels, and the log says that a lead was erased and not which', () => {
    const { workshop } = workshopWithHer();
    eraseLead(workshop, 'person-4711', 5);
    expect(workshop.database.prepare('SELECT lead_id FROM panel_lead').pluck().all()).toEqual(['last']);
    expect(workshop.database.prepare('SELECT count(*) FROM judgement').pluck().get()).toBe(0);
    expect(listLog(workshop, 0, 1)).toMatchObject([{ atMs: 5, kind: 'lead.erased', detail: '{}' }]);
    closeWorkshop(workshop);
  });

  it('is gone from what imports kept: rows that name it by its id, by its address in any case, or as changed', () => {
    const { workshop } = workshopWithHer();
    const { database } = workshop;
    database.exec(`INSERT INTO import (id, at_ms, warnings) VALUES (1, 0, '[]')`);
    const reject = database.prepare(
      `INSERT INTO rejected_row (import_id, position, file, table_name, line, value, reason, cells)
        VALUES (1, ?, 'visits.csv', 'activities', 2, ?, 'unreadable', ?)`,
    );
    reject.run(0, 'person-4711', null);
    reject.run(1, 'no date', JSON.stringify([' Ada@Lovelace.example', 'no date']));
    reject.run(2, 'no date', JSON.stringify(['first', 'no date']));
    reject.run(3, null, null);
    const change = database.prepare(
      `INSERT INTO changed_row (import_id, position, file, table_name, line, lead_id, column_name, held, given)
        VALUES (1, ?, 'leads.csv', 'leads', 2, ?, 'company', 'Analytical Engines', 'Difference Engines')`,
    );
    change.run(0, 'person-4711');
    change.run(1, 'last');
    eraseLead(workshop, 'person-4711', 5);
    expect(database.prepare('SELECT position FROM rejected_row').pluck().all()).toEqual([2, 3]);
    expect(database.prepare('SELECT lead_id FROM changed_row').pluck().all()).toEqual(['last']);
    closeWorkshop(workshop);
  });

  it('leaves no byte of itself in what imports kept, within other cells either', () => {
    const { folder, workshop } = workshopWithHer();
    const { database } = workshop;
    const warnings = ['Column "email": 1 cell was kept as written, the first of them "ada@lovelace.example".', 'Else.'];
    database.prepare('INSERT INTO import (id, at_ms, warnings) VALUES (1, 0, ?)').run(JSON.stringify(warnings));
    const reject = database.prepare(
      `INSERT INTO rejected_row (import_id, position, file, table_name, line, value, reason, cells)
        VALUES (1, ?, 'deals.csv', 'stages', 2, ?, 'unreadable', ?)`,
    );
    const rejectedCells = [
      ['first; person-4711', 'soon'],
      ['first', 'said "hello" to ADA@Lovelace.example,\ntwice'],
      ['first', 'soon'],
    ];
    for (const [position, cells] of rejectedCells.entries()) reject.run(position, 'soon', JSON.stringify(cells));
    reject.run(3, 'mail ada@lovelace.example', null);
    const change = database.prepare(
      `INSERT INTO changed_row (import_id, position, file, table_name, line, lead_id, column_name, held, given)
        VALUES (1, ?, 'leads.csv', 'leads', 2, 'last', 'referred by', ?, ?)`,
    );
    change.run(0, 'ada@lovelace.example', 'somebody');
    change.run(1, 'somebody', 'person-4711');
    change.run(2, 'somebody', 'nobody');
    const traces = [...TRACES, 'ADA@Lovelace.example'];
    expect(bytesIn(folder)).toContain('ADA@Lovelace.example');
    eraseLead(workshop, 'person-4711', 5);
    expect(database.prepare('SELECT position FROM rejected_row').pluck().all()).toEqual([2]);
    expect(database.prepare('SELECT position FROM changed_row').pluck().all()).toEqual([2]);
    expect(JSON.parse(String(database.prepare('SELECT warnings FROM import').pluck().get()))).toEqual([
      'Column "email": 1 cell was kept as written, the first of them "…".',
      'Else.',
    ]);
    const open = bytesIn(folder);
    closeWorkshop(workshop);
    for (const trace of traces) {
      expect(open).not.toContain(trace);
      expect(bytesIn(folder)).not.toContain(trace);
    }
  });

  it('is gone from notes: those on it, and its names in others, which are still kept for ever, and from a panel', () => {
    const { folder, workshop } = workshopWithHer();
    const { database } = workshop;
    const notes = [
      ['lead', 'person-4711', 'She asked Difference-Makers Inc.'],
      ['lead', 'first', 'Like ADA@lovelace.example, but (later).'],
      ['workshop', '', 'Nothing of anybody.'],
    ] as const;
    database.exec(`INSERT INTO rule_set_version VALUES (1, 'v', '{}', 0, '${'a'.repeat(64)}');
      INSERT INTO scenario (id, name, baseline_version_id, current_step) VALUES (1, 'Ours', 1, 0);
      INSERT INTO scenario_step (scenario_id, step, document, label, at_ms, note)
        VALUES (1, 0, '{}', '', 0, 'Would miss Person-4711.');
      INSERT INTO panel_lead (panel_id, position, lead_id) VALUES (1, 9, 'first');
      INSERT INTO judgement (panel_id, lead_id, seat_id, verdict, reason, at_ms)
        VALUES (1, 'first', 1, 'yes', 'Unlike person-4711', 0)`);
    const insert = database.prepare('INSERT INTO note (subject, subject_key, text, at_ms) VALUES (?, ?, ?, 1)');
    for (const note of notes) insert.run(...note);
    expect(bytesIn(folder)).toContain('Difference-Makers');
    eraseLead(workshop, 'person-4711', 5);
    expect(database.prepare('SELECT text FROM note').pluck().all()).toEqual([
      'Like …, but (later).',
      'Nothing of anybody.',
    ]);
    expect(database.prepare('SELECT note FROM scenario_step').pluck().get()).toBe('Would miss ….');
    expect(database.prepare(`SELECT reason FROM judgement WHERE lead_id = 'first'`).pluck().all()).toEqual([
      'Unlike …',
    ]);
    for (const trace of [...TRACES, 'Person-4711', 'ADA@lovelace.example', 'Difference-Makers'])
      expect(bytesIn(folder)).not.toContain(trace);
    for (const statement of [
      `UPDATE note SET text = 'else'`,
      'DELETE FROM note',
      'INSERT OR REPLACE INTO note SELECT * FROM note',
    ])
      expect(() => database.exec(statement)).toThrow('note is kept for ever');
    closeWorkshop(workshop);
    expect(bytesIn(folder)).not.toContain('Difference-Makers');
  });

  it('takes, of a short id, only rows along of which it is a whole cell', () => {
    const { workshop } = workshopWithHer();
    const { database } = workshop;
    database.exec(`INSERT INTO import (id, at_ms, warnings) VALUES (1, 0, '["last"]')`);
    const reject = database.prepare(
      `INSERT INTO rejected_row (import_id, position, file, table_name, line, value, reason, cells)
        VALUES (1, ?, 'deals.csv', 'stages', 2, NULL, 'unreadable', ?)`,
    );
    reject.run(0, JSON.stringify([' Last ', 'x']));
    reject.run(1, JSON.stringify(['the last of them', 'x']));
    eraseLead(workshop, 'last', 5);
    expect(database.prepare('SELECT position FROM rejected_row').pluck().all()).toEqual([1]);
    closeWorkshop(workshop);
  });

  it('tells how far it is, and cancelled on the way is still there with all its rows', () => {
    const { workshop } = workshopWithHer();
    const phases: string[] = [];
    const control = {
      progress: ({ phase }: { readonly phase: string }) => phases.push(phase),
      isCancelled: () => false,
    };
    expect(eraseLead(workshop, 'person-4711', 5, { ...control, isCancelled: () => true })).toMatchObject({
      ok: false,
      error: { kind: 'cancelled' },
    });
    expect(readHistory(workshop).leads.ids).toEqual(['first', 'person-4711', 'last']);
    expect(listLog(workshop, 0, 1)).toEqual([]);
    expect(eraseLead(workshop, 'person-4711', 5, control)).toMatchObject({ ok: true });
    expect(phases).toEqual(['reading', 'reading', 'writing']);
    closeWorkshop(workshop);
  });

  it('that is not there changes nothing', () => {
    const { folder, workshop } = workshopWithHer();
    closeWorkshop(workshop);
    const before = bytesIn(folder);
    const opened = openWorkshop(workshop.path);
    if (!opened.ok) throw new Error(opened.error.detail);
    expect(eraseLead(opened.value, 'nobody', 5)).toMatchObject({ ok: false, error: { kind: 'notFound' } });
    expect(readHistory(opened.value).leads.count).toBe(3);
    closeWorkshop(opened.value);
    expect(bytesIn(folder).length).toBe(before.length);
  });
});

describe('accord erase', () => {
  it('erases a lead of a workshop file, and says how many are left', async () => {
    const { path, workshop } = workshopWithHer();
    closeWorkshop(workshop);
    const said: string[] = [];
    const say = (text: string) => said.push(text);
    expect(await runEraseCommand([path, 'person-4711'], { out: say, err: say })).toBe(0);
    expect(JSON.parse(said.join(''))).toEqual({ erased: 1, leads: 2 });
  });

  it('says what is wrong with its use, and with a lead that is not there', async () => {
    const { path, workshop } = workshopWithHer();
    closeWorkshop(workshop);
    const said: string[] = [];
    const say = (text: string) => said.push(text);
    expect(await runEraseCommand([path], { out: say, err: say })).toBe(2);
    expect(await runEraseCommand([path, 'nobody'], { out: say, err: say })).toBe(1);
    expect(said).toEqual([
      'accord erase WORKSHOP LEAD_ID',
      'accord erase: There is no lead nobody; nothing was changed.',
    ]);
  });
});
