/** Pieces of SQL that more than one part of the generator writes. */
export type SqlDialect = 'duckdb' | 'sqlite';

/** A named common table expression; `sql` is its query without the brackets. */
export interface NamedQuery {
  readonly name: string;
  readonly sql: string;
  readonly recursive?: true;
  /** Read by several others, or by a recursion at each step: computed once. */
  readonly isShared?: true;
  /** For a comment before it, on one line. */
  readonly about?: string;
}

export const textLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Always a double: a bare `12.34` is a decimal in DuckDB. */
export const numberLiteral = (number: number): string => {
  const text = String(number === 0 ? 0 : number);
  return text.includes('e') ? text : `${text}e0`;
};

/** Points have at most two decimals, so that sums of them are exact as whole hundredths. */
export const hundredths = (points: number): number => Math.round(points * 100);

/** Ids as unquoted SQL names, unique without regard to case, in the order given: `rule_pricing`, `rule_pricing_2`. */
export function sqlNames(prefix: string, ids: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const words = id.toLowerCase().match(/[a-z0-9]+/g) ?? [];
    const plain = [prefix, ...words].join('_').slice(0, 50);
    let name = plain;
    for (let number = 2; taken.has(name); number += 1) name = `${plain}_${number}`;
    taken.add(name);
    return name;
  });
}

/** Text that may stand behind `--`: on one line, without control characters. */
export const commentText = (text: string): string => text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');

export const allOf = (conditions: readonly string[]): string => joined(conditions, ' AND ', 'TRUE');
export const anyOf = (conditions: readonly string[]): string => joined(conditions, ' OR ', 'FALSE');

function joined(conditions: readonly string[], operator: string, none: string): string {
  if (conditions.length === 0) return none;
  return conditions.length === 1 ? conditions.join('') : `(${conditions.join(operator)})`;
}

/** The larger of values that are never null. SQLite's `max` of one value would be the aggregate. */
export function greatest(dialect: SqlDialect, ...values: readonly string[]): string {
  return values.length === 1 ? values.join('') : `${dialect === 'duckdb' ? 'greatest' : 'max'}(${values.join(', ')})`;
}

export function least(dialect: SqlDialect, ...values: readonly string[]): string {
  return values.length === 1 ? values.join('') : `${dialect === 'duckdb' ? 'least' : 'min'}(${values.join(', ')})`;
}

/** Whole part of a division of whole numbers that are not negative. */
export const quotient = (dialect: SqlDialect, dividend: string, divisor: string | number): string =>
  dialect === 'duckdb' ? `(${dividend}) // ${divisor}` : `(${dividend}) / ${divisor}`;

/**
 * The UTC hour that holds an instant, counted from far enough before 1970 that it is never negative: SQL cuts towards 0,
 * REPLAY.md floors towards −∞.
 */
export const hourOf = (dialect: SqlDialect, instant: string): string =>
  quotient(dialect, `${instant} + ${HOUR_ZERO * 3_600_000}`, 3_600_000);

/** The instant at which such an hour begins. */
export const instantOfHour = (hour: string): string => `(${hour}) * 3600000 - ${HOUR_ZERO * 3_600_000}`;

/** The number that `hourOf` gives 1970-01-01T00. */
export const HOUR_ZERO = 1_000_000_000;
