/** The tables of core/sql/sql-inputs.ts, column by column, from a history. */
import { comparableText } from '../../core/conditions/cell-test.ts';
import { readNumber } from '../../core/history/cell.ts';
import { type Column, type History, MISSING } from '../../core/history/history.ts';
import { type LeadFacts, OUTCOMES } from '../../core/replay/replay-result.ts';
import { type RuleSet, STAGE_NAMES } from '../../core/rule-set/rule-set.ts';
import type { InstantSpan } from '../../core/sql/running-sums.ts';
import { type DataColumns, type InputColumn, type Reading, sqlInputs } from '../../core/sql/sql-inputs.ts';
import { wordsOf } from '../../core/text.ts';
import { instantText, readInstant } from '../../core/time/instant.ts';

/** `text` and `number` are dictionaries with a code a row, so that each cell is read once. */
export interface SqlColumn {
  readonly name: string;
  readonly type: 'INTEGER' | 'BIGINT' | 'DOUBLE' | 'BOOLEAN' | 'VARCHAR';
  /** Absent: `values` has an entry a row. Otherwise row → index in `values`, −1 for null. */
  readonly codes?: Int32Array;
  /** Null where not given; booleans are 0 and 1. */
  readonly values: { readonly [index: number]: number | string | null; readonly length: number };
}

export interface SqlTable {
  readonly name: string;
  readonly rows: number;
  readonly key: string;
  readonly columns: readonly SqlColumn[];
}

export const dataColumnsOf = ({ leads, activities, timeZone }: History): DataColumns => ({
  attributes: leads.attributes,
  properties: activities.properties,
  timeZone,
});

/** What `ruleSetSql` asks for as `span`. */
export function spanOf(history: History, asOfMs: number): InstantSpan {
  let earliestMs = asOfMs;
  let latestMs = asOfMs;
  for (const column of [history.leads.createdAtMs, history.activities.atMs, history.stages.atMs])
    for (const atMs of column) {
      if (atMs < earliestMs) earliestMs = atMs;
      if (atMs > latestMs) latestMs = atMs;
    }
  return { earliestMs, latestMs };
}

/** All four tables, with the columns that the rule set needs and no others. */
export function sqlTables(history: History, ruleSet: RuleSet, facts: LeadFacts): readonly SqlTable[] {
  const { leads, activities, stages, timeZone } = history;
  const inputs = sqlInputs(ruleSet, dataColumnsOf(history));
  const cells = (wanted: readonly InputColumn[], find: (name: string) => Column | undefined): readonly SqlColumn[] =>
    wanted.flatMap((input) => {
      const column = find(input.of);
      return column === undefined ? [] : [cellColumn(input, column, timeZone)];
    });
  return [
    {
      name: 'leads',
      rows: leads.count,
      key: 'lead',
      columns: [
        { name: 'lead', type: 'INTEGER', values: leads.createdAtMs.map((_, lead) => lead) },
        { name: 'created_ms', type: 'BIGINT', values: leads.createdAtMs },
        ...cells(inputs.attributes, (name) =>
          name === 'created' ? createdColumn(history) : leads.attributes.find((column) => column.name === name),
        ),
      ],
    },
    {
      name: 'activities',
      rows: activities.count,
      key: 'lead, seq',
      columns: [
        { name: 'lead', type: 'INTEGER', values: leadOfRow(activities.offsets) },
        { name: 'seq', type: 'INTEGER', values: activities.atMs.map((_, row) => row) },
        { name: 'at_ms', type: 'BIGINT', values: activities.atMs },
        ...cells(inputs.properties, (name) =>
          name === 'type'
            ? { ...activities.type, kind: 'text' }
            : activities.properties.find((column) => column.name === name),
        ),
      ],
    },
    {
      name: 'stages',
      rows: stages.count,
      key: 'lead, at_ms, seq',
      columns: [
        { name: 'lead', type: 'INTEGER', values: leadOfRow(stages.offsets) },
        { name: 'seq', type: 'INTEGER', values: stages.atMs.map((_, row) => row) },
        { name: 'at_ms', type: 'BIGINT', values: stages.atMs },
        { name: 'stage', type: 'VARCHAR', values: STAGE_NAMES, codes: Int32Array.from(stages.stage) },
      ],
    },
    factsTable(facts),
  ];
}

/** Conditions read the default's ISO text where the file gave no `created`. */
function createdColumn({ leads }: History): Column {
  const given = leads.attributes.find((column) => column.name === 'created');
  const cells = Array.from(leads.createdAtMs, (atMs, lead) => {
    const code = given?.codes[lead] ?? MISSING;
    return code === MISSING ? instantText(atMs) : (given?.cells[code] ?? '');
  });
  return { name: 'created', kind: given?.kind ?? 'date', cells, codes: Int32Array.from(cells.keys()) };
}

function factsTable(facts: LeadFacts): SqlTable {
  const existing = Int32Array.from([...facts.exists.keys()].filter((lead) => facts.exists[lead] === 1));
  const pick = (values: Float64Array | Uint8Array): Float64Array =>
    Float64Array.from(existing, (lead) => values[lead] ?? Number.NaN);
  return {
    name: 'lead_facts',
    rows: existing.length,
    key: 'lead',
    columns: [
      { name: 'lead', type: 'INTEGER', values: existing },
      { name: 'in_cohort', type: 'BOOLEAN', values: pick(facts.inCohort) },
      { name: 'outcome', type: 'VARCHAR', values: OUTCOMES, codes: Int32Array.from(pick(facts.outcome)) },
      { name: 'horizon_ms', type: 'BIGINT', values: pick(facts.horizonMs) },
      { name: 'as_of_ms', type: 'BIGINT', values: new Float64Array(existing.length).fill(facts.asOfMs) },
      { name: 'won', type: 'BOOLEAN', values: pick(facts.won) },
      { name: 'won_amount', type: 'DOUBLE', values: pick(facts.wonAmount) },
    ],
  };
}

function leadOfRow(offsets: Int32Array): Int32Array {
  const leads = new Int32Array(offsets.at(-1) ?? 0);
  for (let lead = 0; lead + 1 < offsets.length; lead += 1) leads.fill(lead, offsets[lead], offsets[lead + 1]);
  return leads;
}

const TYPES = { text: 'VARCHAR', words: 'VARCHAR', number: 'DOUBLE', instant: 'BIGINT' } as const;

function cellColumn({ reading, sqlName }: InputColumn, column: Column, timeZone: string): SqlColumn {
  const values = column.cells.map((cell) => readCell(cell, column, reading, timeZone));
  return { name: sqlName, type: TYPES[reading], values, codes: column.codes };
}

function readCell(cell: string, column: Column, reading: Reading, timeZone: string): string | number | null {
  switch (reading) {
    case 'text':
      return comparableText(cell, column.kind);
    case 'words':
      return ` ${wordsOf(comparableText(cell, column.kind)).join(' ')} `;
    case 'number':
      return readNumber(cell);
    case 'instant':
      return readInstant(cell, timeZone);
  }
}

/** The value of a row; null where it is missing or NaN. */
export function valueAt({ values, codes }: SqlColumn, row: number): string | number | null {
  const place = codes === undefined ? row : (codes[row] ?? MISSING);
  const value = place === MISSING ? null : (values[place] ?? null);
  return typeof value === 'number' && Number.isNaN(value) ? null : value;
}
