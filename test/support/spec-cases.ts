/** The worked cases of ../shared/spec/cases, read into a History, a RuleSet and what the replay must give. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { createHistoryBuilder, DEFAULT_REFERENCE_DATE_MS, type RowOutcome } from '../../core/history/build-history.ts';
import type { History } from '../../core/history/history.ts';
import type { ReplayOptions } from '../../core/replay/replay-result.ts';
import { parseRuleSet } from '../../core/rule-set/parse-rule-set.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { readInstant } from '../../core/time/instant.ts';

export interface SpecCase {
  readonly history: History;
  readonly ruleSet: RuleSet;
  readonly options: ReplayOptions;
  /** The rows of expected-leads.csv, by column name. */
  readonly expected: readonly CsvRow[];
}

export type CsvRow = Readonly<Record<string, string>>;

const CASES_FOLDER = resolve(import.meta.dirname, '../../../shared/spec/cases');

/** The names of the case folders, in order; throws when they are missing, for then nothing would be checked. */
export function specCaseNames(): readonly string[] {
  if (!existsSync(CASES_FOLDER))
    throw new Error('The worked cases are missing: expected shared/spec/cases beside the project folder.');
  return readdirSync(CASES_FOLDER)
    .filter((name) => name.startsWith('case-'))
    .sort();
}

export function readSpecCase(name: string): SpecCase {
  const text = (file: string): string => readFileSync(join(CASES_FOLDER, name, file), 'utf8');
  return {
    history: readHistory(csvRows(text('leads.csv')), csvRows(text('activities.csv')), csvRows(text('stages.csv'))),
    ruleSet: readRuleSet(text('rules.json')),
    options: readOptions(text('options.txt')),
    expected: csvRows(text('expected-leads.csv')),
  };
}

const csvRows = (text: string): readonly CsvRow[] =>
  Papa.parse<CsvRow>(text.replace(/^\uFEFF/u, ''), { header: true, skipEmptyLines: true }).data;

function readHistory(leads: readonly CsvRow[], activities: readonly CsvRow[], stages: readonly CsvRow[]): History {
  const attributeNames = columnNames(leads, ['id', 'created']);
  const propertyNames = columnNames(activities, ['lead', 'at', 'type']);
  const builder = createHistoryBuilder({
    timeZone: 'UTC',
    referenceDateMs: DEFAULT_REFERENCE_DATE_MS,
    attributeNames,
    propertyNames,
  });
  const cell = (row: CsvRow, name: string): string => row[name] ?? '';
  const cells = (row: CsvRow, names: readonly string[]): readonly string[] => names.map((name) => cell(row, name));
  for (const row of leads) {
    requireRead(builder.addLead(cell(row, 'id'), cell(row, 'created'), cells(row, attributeNames)));
  }
  for (const row of activities) {
    requireRead(builder.addActivity(cell(row, 'lead'), cell(row, 'at'), cell(row, 'type'), cells(row, propertyNames)));
  }
  for (const row of stages) {
    requireRead(
      builder.addStage(
        cell(row, 'lead'),
        cell(row, 'at'),
        cell(row, 'stage'),
        cell(row, 'amount'),
        cell(row, 'reason'),
      ),
    );
  }
  return builder.finish();
}

const columnNames = (rows: readonly CsvRow[], fixed: readonly string[]): readonly string[] =>
  Object.keys(rows[0] ?? {}).filter((name) => !fixed.includes(name));

function requireRead(outcome: RowOutcome): void {
  if (outcome.kind !== 'added' && outcome.kind !== 'unknownLead')
    throw new Error(`A row was refused: ${JSON.stringify(outcome)}`);
}

function readRuleSet(text: string): RuleSet {
  const parsed = parseRuleSet(JSON.parse(text));
  if (!parsed.ok) throw new Error(`The rule set was refused: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}

/** The flags of the command line, separated by blanks. */
function readOptions(text: string): ReplayOptions {
  const words = text.trim().split(/\s+/u);
  const valueAfter = (flag: string): string | undefined => {
    const index = words.indexOf(flag);
    return index < 0 ? undefined : words[index + 1];
  };
  const instant = (flag: string): number | undefined => {
    const value = valueAfter(flag);
    return value === undefined ? undefined : (readInstant(value, 'UTC') ?? undefined);
  };
  const asOfMs = instant('--as-of');
  const fromMs = instant('--from');
  const toMs = instant('--to');
  const days = valueAfter('--maturity-days');
  return {
    horizon: valueAfter('--horizon') === 'handover' ? 'handover' : 'outcome',
    ...(asOfMs === undefined ? {} : { asOfMs }),
    ...(fromMs === undefined ? {} : { fromMs }),
    ...(toMs === undefined ? {} : { toMs }),
    ...(days === undefined ? {} : { maturityDays: Number(days) }),
  };
}
