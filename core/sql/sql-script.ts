/** Named queries put together: in DuckDB one WITH, in SQLite tables that later statements read. */
import type { NamedQuery, SqlDialect } from './sql-text.ts';

export interface SqlScript {
  /** Run first, in order, in the same connection as `query`; they make temporary tables. */
  readonly before: readonly string[];
  /** One SELECT. */
  readonly query: string;
  /** Run last: drops the temporary tables. */
  readonly after: readonly string[];
}

/**
 * SQLite copies a common table expression at each place that names it and refuses a statement with too many of them, so
 * there what is named more than once becomes a temporary table.
 */
export function sqlScript(queries: readonly NamedQuery[], query: string, dialect: SqlDialect): SqlScript {
  if (dialect === 'duckdb') return { before: [], query: withAll(queries, query), after: [] };
  const before: string[] = [];
  const tables: string[] = [];
  const inline: NamedQuery[] = [];
  for (const named of queries) {
    if (named.recursive === true || !named.isShared) {
      inline.push(named);
      continue;
    }
    before.push(
      `${comment(named)}CREATE TEMPORARY TABLE ${named.name} AS\n${withAll(readBy(named.sql, inline), `SELECT * FROM (\n  ${named.sql}\n)`)}`,
    );
    tables.push(named.name);
  }
  return { before, query: withAll(readBy(query, inline), query), after: tables.map((name) => `DROP TABLE ${name}`) };
}

/** Those that a query names, and those that they name. */
function readBy(sql: string, queries: readonly NamedQuery[]): readonly NamedQuery[] {
  let text = sql;
  const read = [...queries].reverse().filter((query) => {
    const isNamed = new RegExp(`\\b${query.name}\\b`).test(text);
    if (isNamed) text += `\n${query.sql}`;
    return isNamed;
  });
  return read.reverse();
}

function withAll(queries: readonly NamedQuery[], query: string): string {
  if (queries.length === 0) return query;
  const parts = queries.map(
    (named) =>
      `${comment(named)}${named.name} AS ${named.isShared && named.recursive !== true ? 'MATERIALIZED ' : ''}(\n  ${named.sql}\n)`,
  );
  return `WITH RECURSIVE\n${parts.join(',\n')}\n${query}`;
}

const comment = ({ about }: NamedQuery): string => (about === undefined ? '' : `-- ${about}\n`);
