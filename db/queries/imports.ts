import { requireTransaction } from '../transaction.ts';
import type { ReadableWorkshop, WritableWorkshop } from '../workshop.ts';

export interface ImportRecord {
  readonly atMs: number;
  readonly sources: readonly ImportSource[];
  readonly tables: readonly ImportCounts[];
  /** The same for each file; empty for imports of a time when only the totals were kept. */
  readonly files: readonly FileCounts[];
  readonly warnings: readonly string[];
}

export interface StoredImport extends ImportRecord {
  readonly id: number;
}

export interface ImportSource {
  readonly name: string;
  readonly sizeBytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  readonly encoding: string;
  /** How its columns were mapped, as JSON; absent for a data folder. */
  readonly mapping?: string;
  /** What was stated of how the file is written, as JSON; absent: all was found out. */
  readonly reading?: string;
  /** The names of its columns; absent in imports of a time when they were not kept. */
  readonly heading?: readonly string[];
}

type Table = 'leads' | 'activities' | 'stages';

/** The table refuses counts that do not add up: read = accepted + rejected + duplicate. */
export interface ImportCounts {
  readonly table: Table;
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly duplicate: number;
  /** Rows that the workshop held otherwise: of the accepted where the file's were taken, else of the duplicate. */
  readonly changed: number;
}

export interface FileCounts extends ImportCounts {
  readonly file: string;
}

export interface StoredRejectedRow {
  readonly file: string;
  readonly table: Table;
  /** 1 is the first line of the file. */
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
}

export interface RejectedCells {
  /** The row as written; null: not kept. */
  readonly cells: readonly string[] | null;
}

/** A lead, or a stage of it, that the workshop held otherwise. */
export interface StoredChangedRow {
  readonly file: string;
  readonly table: Table;
  readonly line: number;
  readonly lead: string;
  /** The first column that differs, with both cells. */
  readonly column: string;
  readonly held: string;
  readonly given: string;
}

/** What is kept of an import beside its report. */
export interface ImportRows {
  readonly rejected: Iterable<StoredRejectedRow & RejectedCells>;
  readonly changed: Iterable<StoredChangedRow>;
}

/** Keeps what an import read, every rejected row with its reason included; answers the import's id. */
export function recordImport(workshop: WritableWorkshop, record: ImportRecord, rows: ImportRows): number {
  requireTransaction(workshop);
  const { database } = workshop;
  const { lastInsertRowid } = database
    .prepare('INSERT INTO import (at_ms, warnings) VALUES (?, ?)')
    .run(record.atMs, JSON.stringify(record.warnings));
  const id = Number(lastInsertRowid);
  const insertSource = database.prepare('INSERT INTO import_source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  record.sources.forEach(({ name, sizeBytes, sha256, encoding, mapping, reading, heading }, position) => {
    const headingText = heading === undefined ? null : JSON.stringify(heading);
    insertSource.run(id, position, name, sizeBytes, sha256, encoding, mapping ?? null, reading ?? null, headingText);
  });
  const insertCounts = database.prepare('INSERT INTO import_count VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  record.tables.forEach(({ table, read, accepted, rejected, duplicate, changed }, position) => {
    insertCounts.run(id, position, table, read, accepted, rejected, duplicate, changed);
  });
  const insertFile = database.prepare('INSERT INTO file_count VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  record.files.forEach(({ file, table, read, accepted, rejected, duplicate, changed }, position) => {
    insertFile.run(id, position, file, table, read, accepted, rejected, duplicate, changed);
  });
  insertRows(workshop, id, rows);
  return id;
}

function insertRows({ database }: WritableWorkshop, id: number, { rejected, changed }: ImportRows): void {
  const insertRejected = database.prepare('INSERT INTO rejected_row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  let position = 0;
  for (const { file, table, line, column, value, reason, cells } of rejected) {
    const cellsText = cells === null ? null : JSON.stringify(cells);
    insertRejected.run(id, position++, file, table, line, column, value, reason, cellsText);
  }
  const insertChanged = database.prepare('INSERT INTO changed_row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  position = 0;
  for (const { file, table, line, lead, column, held, given } of changed)
    insertChanged.run(id, position++, file, table, line, lead, column, held, given);
}

/** Newest first. */
export function listImports({ database }: ReadableWorkshop): readonly StoredImport[] {
  const sources = database.prepare<[number], SourceRow>(
    `SELECT name, size_bytes AS sizeBytes, sha256, encoding, mapping, reading, heading FROM import_source
      WHERE import_id = ? ORDER BY position`,
  );
  const tables = database.prepare<[number], ImportCounts>(
    `SELECT table_name AS "table", read, accepted, rejected, duplicate, changed FROM import_count
      WHERE import_id = ? ORDER BY position`,
  );
  const files = database.prepare<[number], FileCounts>(
    `SELECT file, table_name AS "table", read, accepted, rejected, duplicate, changed FROM file_count
      WHERE import_id = ? ORDER BY position`,
  );
  return database
    .prepare<[], { id: number; at_ms: number; warnings: string }>(
      'SELECT id, at_ms, warnings FROM import ORDER BY id DESC',
    )
    .all()
    .map(({ id, at_ms, warnings }) => ({
      id,
      atMs: at_ms,
      warnings: JSON.parse(warnings) as readonly string[],
      sources: sources.all(id).map(sourceOf),
      tables: tables.all(id),
      files: files.all(id),
    }));
}

interface SourceRow {
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly encoding: string;
  readonly mapping: string | null;
  readonly reading: string | null;
  readonly heading: string | null;
}

const sourceOf = ({ mapping, reading, heading, ...facts }: SourceRow): ImportSource => ({
  ...facts,
  ...(mapping === null ? {} : { mapping }),
  ...(reading === null ? {} : { reading }),
  ...(heading === null ? {} : { heading: JSON.parse(heading) as readonly string[] }),
});

/** One page, in the order in which the rows were rejected. */
export function listRejectedRows(
  { database }: ReadableWorkshop,
  importId: number,
  offset: number,
  limit: number,
): { readonly total: number; readonly rows: readonly StoredRejectedRow[] } {
  const counted = database
    .prepare<[number], { total: number }>('SELECT count(*) AS total FROM rejected_row WHERE import_id = ?')
    .get(importId);
  const rows = database
    .prepare<[number, number, number], StoredRejectedRow>(
      `SELECT file, table_name AS "table", line, column_name AS "column", value, reason FROM rejected_row
        WHERE import_id = ? AND position >= ? ORDER BY position LIMIT CAST(? AS INTEGER)`,
    )
    .all(importId, offset, limit);
  return { total: counted?.total ?? 0, rows };
}

export interface RejectedFile {
  readonly file: string;
  readonly rows: number;
}

/** The files of an import of which rows were rejected, in the order of the first of them. */
export const listRejectedFiles = ({ database }: ReadableWorkshop, importId: number): readonly RejectedFile[] =>
  database
    .prepare<[number], RejectedFile>(
      'SELECT file, count(*) AS rows FROM rejected_row WHERE import_id = ? GROUP BY file ORDER BY min(position)',
    )
    .all(importId);

/** Null: none rejected any row. */
export const newestRejectingImport = ({ database }: ReadableWorkshop): number | null =>
  database.prepare<[], { id: number | null }>('SELECT max(import_id) AS id FROM rejected_row').get()?.id ?? null;

/** Rows of one file that were rejected, with their cells and their place among all that the import rejected; in order, from place `from` on. */
export function eachRejectedRow(
  { database }: ReadableWorkshop,
  importId: number,
  file: string,
  from: number,
): Iterable<StoredRejectedRow & RejectedCells & { readonly position: number }> {
  const rows = database
    .prepare<
      [number, number, string],
      StoredRejectedRow & { readonly position: number; readonly cells: string | null }
    >(
      `SELECT position, file, table_name AS "table", line, column_name AS "column", value, reason, cells
        FROM rejected_row WHERE import_id = ? AND position >= ? AND file = ? ORDER BY position`,
    )
    .iterate(importId, from, file);
  return (function* () {
    for (const { cells, ...row } of rows)
      yield { ...row, cells: cells === null ? null : (JSON.parse(cells) as readonly string[]) };
  })();
}

/** One page of the rows that the workshop held otherwise, in the order in which they were read. */
export function listChangedRows(
  { database }: ReadableWorkshop,
  importId: number,
  offset: number,
  limit: number,
): { readonly total: number; readonly rows: readonly StoredChangedRow[] } {
  const counted = database
    .prepare<[number], { total: number }>('SELECT count(*) AS total FROM changed_row WHERE import_id = ?')
    .get(importId);
  const rows = database
    .prepare<[number, number, number], StoredChangedRow>(
      `SELECT file, table_name AS "table", line, lead_id AS lead, column_name AS "column", held, given FROM changed_row
        WHERE import_id = ? AND position >= ? ORDER BY position LIMIT CAST(? AS INTEGER)`,
    )
    .all(importId, offset, limit);
  return { total: counted?.total ?? 0, rows };
}
