import { requireTransaction } from '../transaction.ts';
import type { ReadableWorkshop, WritableWorkshop } from '../workshop.ts';

export interface ImportRecord {
  readonly atMs: number;
  readonly sources: readonly ImportSource[];
  readonly tables: readonly ImportCounts[];
  readonly warnings: readonly string[];
}

export interface StoredImport extends ImportRecord {
  readonly id: number;
  /** The mapping that was used, as JSON; null for a data folder. */
  readonly mapping: string | null;
}

export interface ImportSource {
  readonly name: string;
  readonly sizeBytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  readonly encoding: string;
}

type Table = 'leads' | 'activities' | 'stages';

/** The table refuses counts that do not add up: read = accepted + rejected + duplicate. */
export interface ImportCounts {
  readonly table: Table;
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly duplicate: number;
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

/** Keeps what an import read, every rejected row with its reason included; answers the import's id. */
export function recordImport(
  workshop: WritableWorkshop,
  record: ImportRecord & { readonly mapping: string | null; readonly rejected: Iterable<StoredRejectedRow> },
): number {
  requireTransaction(workshop);
  const { database } = workshop;
  const { lastInsertRowid } = database
    .prepare('INSERT INTO import (at_ms, mapping, warnings) VALUES (?, ?, ?)')
    .run(record.atMs, record.mapping, JSON.stringify(record.warnings));
  const id = Number(lastInsertRowid);
  const insertSource = database.prepare('INSERT INTO import_source VALUES (?, ?, ?, ?, ?, ?)');
  record.sources.forEach((source, position) => {
    insertSource.run(id, position, source.name, source.sizeBytes, source.sha256, source.encoding);
  });
  const insertCounts = database.prepare('INSERT INTO import_count VALUES (?, ?, ?, ?, ?, ?, ?)');
  record.tables.forEach((counts, position) => {
    insertCounts.run(id, position, counts.table, counts.read, counts.accepted, counts.rejected, counts.duplicate);
  });
  const insertRejected = database.prepare('INSERT INTO rejected_row VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  let position = 0;
  for (const row of record.rejected) {
    insertRejected.run(id, position++, row.file, row.table, row.line, row.column, row.value, row.reason);
  }
  return id;
}

/** Newest first. */
export function listImports({ database }: ReadableWorkshop): readonly StoredImport[] {
  const sources = database.prepare<[number], ImportSource>(
    'SELECT name, size_bytes AS sizeBytes, sha256, encoding FROM import_source WHERE import_id = ? ORDER BY position',
  );
  const tables = database.prepare<[number], ImportCounts>(
    `SELECT table_name AS "table", read, accepted, rejected, duplicate FROM import_count WHERE import_id = ? ORDER BY position`,
  );
  return database
    .prepare<[], { id: number; at_ms: number; mapping: string | null; warnings: string }>(
      'SELECT id, at_ms, mapping, warnings FROM import ORDER BY id DESC',
    )
    .all()
    .map(({ id, at_ms, mapping, warnings }) => ({
      id,
      atMs: at_ms,
      mapping,
      warnings: JSON.parse(warnings) as readonly string[],
      sources: sources.all(id),
      tables: tables.all(id),
    }));
}

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
