/** What has to go with a lead that is erased, beside its rows of the history. */
import { immutable } from '../migrations/immutable.ts';
import { requireTransaction } from '../transaction.ts';
import type { WritableWorkshop } from '../workshop.ts';

/**
 * Its places in panels with what was said of it there, its places on lists that were given out, and what imports kept that names it, by its id or by another cell
 * that stands for it (`identifying`), whatever their case: rejected rows, changed ones, and cells that a warning quotes; and
 * notes on it, and its names in others and in what was said of other leads. A
 * name of a few characters, or a number but for the id, may mean anything within a longer cell, so it counts only where it is
 * the whole cell.
 */
export function eraseTraces(workshop: WritableWorkshop, id: string, identifying: readonly string[]): void {
  requireTransaction(workshop);
  const { database } = workshop;
  database.prepare('DELETE FROM panel_lead WHERE lead_id = ?').run(id);
  database.prepare('DELETE FROM given_lead WHERE lead_id = ?').run(id);
  const trimmed = [id, ...identifying].map((name) => name.trim());
  const names = trimmed.filter((name) => name !== '');
  const longNames = trimmed.filter(
    (name, index) => name.length >= LEAST_LENGTH_WITHIN && (index === 0 || !PLAIN_NUMBER.test(name)),
  );
  // As a cell stands in the JSON text of its row, so that the rows need not be taken apart.
  const written = longNames.map((name) => JSON.stringify(name).slice(1, -1));
  database
    .prepare(
      `WITH whole AS (SELECT lower(value) AS text FROM json_each(?)),
        within AS (SELECT lower(value) AS text FROM json_each(?)),
        written AS (SELECT lower(value) AS text FROM json_each(?))
      DELETE FROM rejected_row WHERE lower(trim(value)) IN (SELECT text FROM whole)
        OR EXISTS (SELECT 1 FROM within WHERE instr(lower(rejected_row.value), text) > 0)
        OR EXISTS (SELECT 1 FROM written WHERE instr(lower(cells), text) > 0)
        OR (cells IS NOT NULL AND EXISTS (
          SELECT 1 FROM json_each(cells) AS cell WHERE lower(trim(cell.value)) IN (SELECT text FROM whole)))`,
    )
    .run(...[names, longNames, written].map((texts) => JSON.stringify(texts)));
  database
    .prepare(
      `WITH within AS (SELECT lower(value) AS text FROM json_each(?))
      DELETE FROM changed_row WHERE lead_id = ?
        OR EXISTS (SELECT 1 FROM within WHERE instr(lower(held), text) > 0 OR instr(lower(given), text) > 0)`,
    )
    .run(JSON.stringify(longNames), id);
  eraseQuoted(workshop, longNames);
  eraseNotes(workshop, id, longNames);
}

/**
 * Notes on the lead go; in others, and in those of scenarios, its names give way to "…". Notes are kept for ever but for this:
 * the law goes before, so the triggers that keep them are off until it is done, within the transaction.
 */
function eraseNotes({ database }: WritableWorkshop, id: string, names: readonly string[]): void {
  database.exec(['update', 'delete', 'replace'].map((what) => `DROP TRIGGER note_no_${what};`).join(''));
  database.prepare(`DELETE FROM note WHERE subject = 'lead' AND subject_key = ?`).run(id);
  database.function('without_names', (text) => withoutNames(String(text), names));
  for (const [table, column] of [
    ['note', 'text'],
    ['scenario_step', 'note'],
    ['judgement', 'reason'],
  ])
    database.exec(
      `UPDATE ${table} SET ${column} = without_names(${column}) WHERE ${column} <> without_names(${column})`,
    );
  database.exec(immutable('note', ['id']));
}

/** Whatever the case in which they are written. */
const withoutNames = (text: string, names: readonly string[]): string =>
  names.reduce((left, name) => left.replace(new RegExp(name.replaceAll(SYNTAX, '\\$&'), 'giu'), '…'), text);

const SYNTAX = /[.*+?^${}()|[\]\\/]/gu;

const LEAST_LENGTH_WITHIN = 5;
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/** Warnings quote the beginning of the first cell that they speak of. */
function eraseQuoted({ database }: WritableWorkshop, names: readonly string[]): void {
  const update = database.prepare('UPDATE import SET warnings = ? WHERE id = ?');
  const imports = database.prepare<[], { id: number; warnings: string }>('SELECT id, warnings FROM import').all();
  for (const { id, warnings } of imports) {
    const said = JSON.parse(warnings) as readonly string[];
    const left = said.map((warning) =>
      names.reduce((text, name) => text.replaceAll(name.slice(0, LONGEST_QUOTED), '…'), warning),
    );
    if (left.some((warning, index) => warning !== said[index])) update.run(JSON.stringify(left), id);
  }
}

const LONGEST_QUOTED = 60;

/**
 * Runs `erase` so that what it deletes is overwritten in the file, not only forgotten, and that the write-ahead log keeps
 * nothing of it either.
 */
export function leaveNoRemains<T>({ database }: WritableWorkshop, erase: () => T): T {
  database.pragma('secure_delete = ON');
  try {
    return erase();
  } finally {
    database.pragma('secure_delete = OFF');
    database.pragma('wal_checkpoint(TRUNCATE)');
  }
}
