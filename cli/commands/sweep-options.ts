/** The options of `sweep`, read and checked. */
import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../../core/result.ts';
import { readInstant } from '../../core/time/instant.ts';
import { HISTORY_OPTIONS, type HistoryOptions, readHistoryOptions } from './history-options.ts';

export interface SweepOptions {
  readonly history: HistoryOptions;
  readonly rulesPath: string;
  /** Null: the first of the rule set. */
  readonly level: string | null;
  /** Null: the workshop's own, if it says one. */
  readonly capacityPerWeek: number | null;
  readonly valuePerSql: number | null;
  readonly costPerLead: number | null;
  readonly leastRate: number | null;
  /** Where newer leads begin, read in a time zone; null: where the app proposes. */
  readonly splitIn: (timeZone: string) => number | null;
}

const text = { type: 'string' } as const;
const OWN = {
  rules: text,
  level: text,
  capacity: text,
  'value-per-sql': text,
  'cost-per-lead': text,
  'least-rate': text,
  split: text,
} as const;

/** The failure says what is wrong with the use of the command. */
export function readSweepOptions(args: readonly string[]): Result<SweepOptions, string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: { ...HISTORY_OPTIONS, ...OWN },
    });
    const {
      rules,
      level,
      capacity,
      'value-per-sql': value,
      'cost-per-lead': cost,
      'least-rate': rate,
      split,
      ...given
    } = values;
    const history = readHistoryOptions(given);
    if (!history.ok) return history;
    if (rules === undefined) return fail('give the rule set: --rules FILE');
    if ((value === undefined) !== (cost === undefined)) {
      return fail('profit needs both: give --value-per-sql and --cost-per-lead');
    }
    const capacityPerWeek = readNumber('capacity', capacity);
    if (!capacityPerWeek.ok) return capacityPerWeek;
    const valuePerSql = readNumber('value-per-sql', value);
    if (!valuePerSql.ok) return valuePerSql;
    const costPerLead = readNumber('cost-per-lead', cost);
    if (!costPerLead.ok) return costPerLead;
    const leastRate = readNumber('least-rate', rate, 1);
    if (!leastRate.ok) return leastRate;
    if (split !== undefined && readInstant(split.trim(), 'UTC') === null) {
      return fail(`--split: "${split}" is no date; write 2026-01-31 or 2026-01-31T18:00:00Z`);
    }
    return ok({
      history: history.value,
      rulesPath: rules,
      level: level ?? null,
      capacityPerWeek: capacityPerWeek.value,
      valuePerSql: valuePerSql.value,
      costPerLead: costPerLead.value,
      leastRate: leastRate.value,
      splitIn: (timeZone) => (split === undefined ? null : readInstant(split.trim(), timeZone)),
    });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** Of at least 0. */
function readNumber(option: string, given: string | undefined, most = 1e12): Result<number | null, string> {
  if (given === undefined) return ok(null);
  const number = Number(given);
  if (given.trim() === '' || !(number >= 0) || number > most) {
    return fail(`--${option}: "${given}" is no number from 0 to ${most}`);
  }
  return ok(number);
}
