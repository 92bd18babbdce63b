/**
 * A history in DuckDB or SQLite, replayed there by the SQL that core/sql writes for a rule set: an engine that shares no
 * code with the app's. Open once (that loads the tables), ask as often as you like, close.
 *
 * `levels` reads a row a lead out of the database, for comparing lead by lead; `counts` is the whole replay with nothing
 * but its counts read out, for measuring.
 */
import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, DuckDBInstance, INTEGER, VARCHAR } from '@duckdb/node-api';
import Database from 'better-sqlite3';
import type { History } from '../../core/history/history.ts';
import type { LeadFacts, LevelReplay } from '../../core/replay/replay-result.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { levelCountsSql, type RuleSetSqlOptions, ruleSetSql } from '../../core/sql/rule-set-sql.ts';
import { levelNames } from '../../core/sql/score-parts.ts';
import type { SqlScript } from '../../core/sql/sql-script.ts';
import type { SqlDialect } from '../../core/sql/sql-text.ts';
import { dataColumnsOf, type SqlColumn, type SqlTable, spanOf, sqlTables, valueAt } from './sql-tables.ts';

export interface SqlQuestion {
  readonly history: History;
  readonly ruleSet: RuleSet;
  /** Of the same history; they bring `asOf`, horizons, outcomes and the cohort. */
  readonly facts: LeadFacts;
}

/** As `levelCountsSql` names them. */
export interface LevelCounts {
  readonly reached: number;
  readonly observed: number;
  readonly immature: number;
  readonly unobserved: number;
  readonly converted: number;
  readonly won: number;
  readonly amount: number;
}

export interface SqlOracle {
  /** In the order of the rule set; NaN as in `ReplayResult`. */
  readonly levels: () => Promise<readonly LevelReplay[]>;
  readonly counts: () => Promise<readonly LevelCounts[]>;
  readonly close: () => void;
}

export interface DuckDbSettings {
  /** A database file; in memory unless given. */
  readonly path?: string;
  readonly threads?: number;
  /** As DuckDB writes it: `12GB`. */
  readonly memoryLimit?: string;
  /** Where it may spill to. */
  readonly temporaryFolder?: string;
}

export async function openDuckDb(question: SqlQuestion, settings: DuckDbSettings = {}): Promise<SqlOracle> {
  const instance = await DuckDBInstance.create(settings.path ?? ':memory:', {
    ...(settings.threads === undefined ? {} : { threads: String(settings.threads) }),
    ...(settings.memoryLimit === undefined ? {} : { memory_limit: settings.memoryLimit }),
    ...(settings.temporaryFolder === undefined ? {} : { temp_directory: settings.temporaryFolder }),
  });
  const connection = await instance.connect();
  await connection.run('SET preserve_insertion_order = false');
  for (const table of sqlTables(question.history, question.ruleSet, question.facts))
    await loadIntoDuckDb(connection, table);
  const read = async ({ before, query, after }: SqlScript): Promise<Rows> => {
    for (const sql of before) await connection.run(sql);
    const rows = (await connection.runAndReadAll(query)).getRowObjectsJS() as Rows;
    for (const sql of after) await connection.run(sql);
    return rows;
  };
  return {
    ...oracle(question, 'duckdb', read),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** `path`: a file that does not exist yet. */
export function openSqlite(question: SqlQuestion, path: string): SqlOracle {
  const database = new Database(path);
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  database.pragma('temp_store = MEMORY');
  database.pragma('cache_size = -1000000');
  for (const table of sqlTables(question.history, question.ruleSet, question.facts)) loadIntoSqlite(database, table);
  database.exec('ANALYZE');
  const read = ({ before, query, after }: SqlScript): Promise<Rows> => {
    for (const sql of before) database.exec(sql);
    const rows = database.prepare(query).all() as Rows;
    for (const sql of after) database.exec(sql);
    return Promise.resolve(rows);
  };
  return {
    ...oracle(question, 'sqlite', read),
    close: () => database.close(),
  };
}

type Rows = readonly Readonly<Record<string, unknown>>[];

function oracle(
  { history, ruleSet, facts }: SqlQuestion,
  dialect: SqlDialect,
  read: (script: SqlScript) => Promise<Rows>,
): Omit<SqlOracle, 'close'> {
  const options: RuleSetSqlOptions = {
    columns: dataColumnsOf(history),
    span: spanOf(history, facts.asOfMs),
  };
  const names = levelNames(ruleSet.levels);
  return {
    levels: async () => {
      const rows = await read(ruleSetSql(ruleSet, dialect, options));
      return names.map(({ reachedAtMs, peak }) => ({
        reachedAtMs: byLead(history.leads.count, rows, reachedAtMs),
        peak: byLead(history.leads.count, rows, peak),
      }));
    },
    counts: async () =>
      (await read(levelCountsSql(ruleSet, dialect, options))).map((row) => ({
        reached: Number(row['reached']),
        observed: Number(row['observed']),
        immature: Number(row['immature']),
        unobserved: Number(row['unobserved']),
        converted: Number(row['converted']),
        won: Number(row['won']),
        amount: Number(row['amount']),
      })),
  };
}

function byLead(count: number, rows: Rows, column: string): Float64Array {
  const values = new Float64Array(count).fill(Number.NaN);
  for (const row of rows) {
    const value = row[column];
    values[Number(row['lead'])] = value === null ? Number.NaN : Number(value);
  }
  return values;
}

function loadIntoSqlite(database: Database.Database, table: SqlTable): void {
  const columns = table.columns.map(({ name, type }) => `${name} ${type === 'VARCHAR' ? 'TEXT' : type}`);
  database.exec(`CREATE TABLE ${table.name} (${columns.join(', ')}, PRIMARY KEY (${table.key})) WITHOUT ROWID`);
  const insert = database.prepare(`INSERT INTO ${table.name} VALUES (${table.columns.map(() => '?').join(', ')})`);
  database.transaction(() => {
    for (let row = 0; row < table.rows; row += 1) insert.run(table.columns.map((column) => valueAt(column, row)));
  })();
}

/** Rows in which DuckDB takes and gives its data. */
const CHUNK_ROWS = 2048;

/**
 * Numbers and codes go in as chunks of plain numbers, which is fast; a second statement puts them in their types, with
 * the cells of the dictionaries.
 */
async function loadIntoDuckDb(connection: DuckDBConnection, table: SqlTable): Promise<void> {
  const raw = `raw_${table.name}`;
  await connection.run(
    `CREATE TABLE ${raw} (${table.columns.map(({ name, codes }) => `${name} ${codes === undefined ? 'DOUBLE' : 'INTEGER'}`).join(', ')})`,
  );
  await append(
    connection,
    raw,
    table.rows,
    table.columns.map(({ codes, values }) =>
      codes === undefined
        ? { type: DOUBLE, at: (row) => Number(values[row]) }
        : { type: INTEGER, at: (row) => codes[row] ?? -1 },
    ),
  );
  const dictionaries = table.columns.filter(({ codes }) => codes !== undefined);
  for (const column of dictionaries) await loadDictionary(connection, column);
  const selected = table.columns.map(({ name, type, codes }) =>
    codes === undefined
      ? `CAST(CASE WHEN isnan(raw.${name}) THEN NULL ELSE raw.${name} END AS ${type}) AS ${name}`
      : `CAST(dictionary_${name}.cell AS ${type}) AS ${name}`,
  );
  const joins = dictionaries.map(({ name }) => `LEFT JOIN dictionary_${name} ON dictionary_${name}.code = raw.${name}`);
  await connection.run(
    `CREATE TABLE ${table.name} AS SELECT ${selected.join(', ')} FROM ${raw} AS raw ${joins.join(' ')}`,
  );
  for (const name of [raw, ...dictionaries.map((column) => `dictionary_${column.name}`)])
    await connection.run(`DROP TABLE ${name}`);
}

async function loadDictionary(connection: DuckDBConnection, { name, type, values }: SqlColumn): Promise<void> {
  const isText = type === 'VARCHAR';
  await connection.run(`CREATE TABLE dictionary_${name} (code INTEGER, cell ${isText ? 'VARCHAR' : 'DOUBLE'})`);
  await append(connection, `dictionary_${name}`, values.length, [
    { type: INTEGER, at: (row) => row },
    { type: isText ? VARCHAR : DOUBLE, at: (row) => values[row] ?? null },
  ]);
}

interface AppendedColumn {
  readonly type: typeof DOUBLE | typeof INTEGER | typeof VARCHAR;
  readonly at: (row: number) => number | string | null;
}

async function append(
  connection: DuckDBConnection,
  table: string,
  rows: number,
  columns: readonly AppendedColumn[],
): Promise<void> {
  const appender = await connection.createAppender(table);
  const types = columns.map(({ type }) => type);
  for (let start = 0; start < rows; start += CHUNK_ROWS) {
    const length = Math.min(CHUNK_ROWS, rows - start);
    const chunk = DuckDBDataChunk.create(types, length);
    for (const [index, { at }] of columns.entries())
      chunk.setColumnValues(
        index,
        Array.from({ length }, (_, row) => at(start + row)),
      );
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
