import { describe, expect, it } from 'vitest';
import type { History } from '../../core/history/history.ts';
import { replayReference } from '../../core/reference/replay-reference.ts';
import { compileReplay } from '../../core/replay/compile.ts';
import { replay } from '../../core/replay/replay.ts';
import { OUTCOMES, type ReplayOptions, type ReplayResult } from '../../core/replay/replay-result.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { type CsvRow, readSpecCase, type SpecCase, specCaseNames } from '../support/spec-cases.ts';

const ENGINES: Readonly<Record<string, (history: History, ruleSet: RuleSet, options: ReplayOptions) => ReplayResult>> =
  {
    'reference engine': replayReference,
    'columnar engine': (history, ruleSet, options) => replay(compileReplay(history, ruleSet, options), ruleSet),
  };

describe.each(Object.entries(ENGINES))('the %s on the worked cases', (_name, engine) => {
  it('has 24 cases to agree with', () => {
    expect(specCaseNames()).toHaveLength(24);
  });

  it.each(specCaseNames())('gives the expected leads of %s', (name) => {
    const specCase = readSpecCase(name);
    const rows = leadRows(specCase, engine(specCase.history, specCase.ruleSet, specCase.options));
    expect(rows.map(textCells)).toEqual(specCase.expected.map(textCells));
    rows.forEach((row, index) => {
      expect(differingNumbers(row, specCase.expected[index] ?? {})).toEqual([]);
    });
  });
});

/** The rows that `simulate --leads` writes (REPLAY.md section 5). */
function leadRows({ history, ruleSet }: SpecCase, result: ReplayResult): readonly CsvRow[] {
  return history.leads.ids.flatMap((id, lead) => {
    if (result.facts.inCohort[lead] !== 1) return [];
    const row: Record<string, string> = {
      lead: id,
      outcome: OUTCOMES[result.facts.outcome[lead] ?? -1] ?? '',
      now: numberText(result.now[lead]),
    };
    ruleSet.dimensions.forEach((dimension, index) => {
      row[`now:${dimension.id}`] = numberText(result.nowByDimension[index]?.[lead]);
    });
    ruleSet.levels.forEach((level, index) => {
      const reachedAtMs = result.levels[index]?.reachedAtMs[lead] ?? Number.NaN;
      row[`${level.id}:reachedAt`] = Number.isNaN(reachedAtMs) ? '' : new Date(reachedAtMs).toISOString();
      row[`${level.id}:peak`] = numberText(result.levels[index]?.peak[lead]);
    });
    return [row];
  });
}

const numberText = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? '' : String(value);

const isNumeric = (column: string): boolean => column.startsWith('now') || column.endsWith(':peak');

/** Everything that must be equal to the letter; of numbers only whether they are there. */
const textCells = (row: CsvRow): CsvRow =>
  Object.fromEntries(
    Object.entries(row).map(([column, cell]) => [column, isNumeric(column) && cell !== '' ? 'a number' : cell]),
  );

function differingNumbers(row: CsvRow, expected: CsvRow): readonly string[] {
  return Object.keys(expected)
    .filter((column) => isNumeric(column) && expected[column] !== '')
    .filter((column) => {
      const wanted = Number(expected[column]);
      return !(Math.abs(Number(row[column]) - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted)));
    })
    .map((column) => `${row['lead'] ?? ''} ${column}: ${row[column] ?? ''} instead of ${expected[column] ?? ''}`);
}
