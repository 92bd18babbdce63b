/** Two scenarios row by row: by an attribute, a month or a segment. */
import { conditionMask } from '../../conditions/row-mask.ts';
import { leadTable } from '../../conditions/table.ts';
import type { History } from '../../history/history.ts';
import type { CohortCalendar } from '../../measures/by-time.ts';
import type { LeadFacts } from '../../replay/replay-result.ts';
import type { Condition } from '../../rule-set/rule-set.ts';
import { type RowFigures, rowFigures } from './row-figures.ts';
import type { RowOf, RowsOf } from './row-of.ts';
import { NO_ROW, type ReachedPair, type RowTallies, tallyRows } from './row-tallies.ts';
import { rowsOfAttribute } from './rows-of-attribute.ts';
import { rowsOfCreatedMonth, rowsOfReachedMonth } from './rows-of-month.ts';

export type BreakdownBy =
  /** An attribute that the history lacks makes one row: without a value. */
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'month'; readonly of: 'reached' | 'created' }
  | { readonly kind: 'segments'; readonly segments: readonly Segment[] };

export interface Segment {
  readonly name: string;
  readonly condition: Condition<'attribute'>;
}

export interface BreakdownRow extends RowFigures {
  readonly of: RowOf;
}

export interface Breakdown {
  /** Each lead in one of them; segments may share leads, and those in none have a row of their own. */
  readonly rows: readonly BreakdownRow[];
  /** All of them. */
  readonly all: RowFigures;
}

export interface BreakdownData {
  readonly history: History;
  readonly facts: LeadFacts;
  readonly calendar: CohortCalendar;
}

/**
 * Rows of time stand in its order, from the first month with a lead to the last; values by leads, most first; bands from the lowest. A
 * row that neither scenario has a lead in is left out, but for months between others.
 */
export function breakdown(data: BreakdownData, pair: ReachedPair, by: BreakdownBy): Breakdown {
  switch (by.kind) {
    case 'attribute':
      return brokenDown(data.facts, pair, attributeRows(data, pair, by.name));
    case 'month':
      return brokenDown(
        data.facts,
        pair,
        by.of === 'reached' ? rowsOfReachedMonth(pair, data.calendar) : rowsOfCreatedMonth(data.history, data.calendar),
      );
    case 'segments':
      return bySegments(data, pair, by.segments);
  }
}

function attributeRows({ history, facts }: BreakdownData, pair: ReachedPair, name: string): RowsOf {
  const column = history.leads.attributes.find((one) => one.name === name);
  return column === undefined ? oneRow({ kind: 'missing' }, facts) : rowsOfAttribute(history, facts, pair, column);
}

export interface TalliedRows {
  readonly of: readonly RowOf[];
  readonly tallies: RowTallies;
}

export const talliedRows = (facts: LeadFacts, pair: ReachedPair, { of, a, b }: RowsOf): TalliedRows => ({
  of,
  tallies: tallyRows(facts, pair, of.length, { a, b }),
});

function brokenDown(facts: LeadFacts, pair: ReachedPair, rowsOf: RowsOf): Breakdown {
  const { of, tallies } = talliedRows(facts, pair, rowsOf);
  return {
    rows: told(of.map((one, row) => ({ of: one, ...rowFigures(tallies, [row]) }))),
    all: allOf(facts, pair),
  };
}

/** Without rows that nobody is in, but for months between others. */
function told(rows: readonly BreakdownRow[]): readonly BreakdownRow[] {
  const isEmpty = ({ a, b }: BreakdownRow): boolean => a.leads === 0 && b.leads === 0;
  const isFilledMonth = (row: BreakdownRow): boolean => isTime(row) && !isEmpty(row);
  const first = rows.findIndex(isFilledMonth);
  const last = rows.findLastIndex(isFilledMonth);
  return rows.filter((row, index) => !isEmpty(row) || (isTime(row) && index > first && index < last));
}

const isTime = ({ of }: BreakdownRow): boolean => of.kind === 'month' || of.kind === 'earlier';

function allOf(facts: LeadFacts, pair: ReachedPair): RowFigures {
  const { of, a, b } = oneRow({ kind: 'noSegment' }, facts);
  return rowFigures(tallyRows(facts, pair, of.length, { a, b }), [0]);
}

function oneRow(of: RowOf, { outcome }: LeadFacts): RowsOf {
  const rows = new Int32Array(outcome.length);
  return { of: [of], a: rows, b: rows };
}

/** Counted one by one, since a lead may be in several. */
function bySegments({ history, facts }: BreakdownData, pair: ReachedPair, segments: readonly Segment[]): Breakdown {
  const table = leadTable(history);
  const masks = segments.map(({ condition }) => conditionMask(condition, table));
  const isInNone = (lead: number): boolean => masks.every((mask) => mask[lead] !== 1);
  const rowsOf = [
    ...masks.map((mask) => Int32Array.from(mask, (isIn) => (isIn === 1 ? 0 : NO_ROW))),
    Int32Array.from({ length: table.rows }, (_, lead) => (isInNone(lead) ? 0 : NO_ROW)),
  ];
  const names: readonly RowOf[] = [
    ...segments.map(({ name }): RowOf => ({ kind: 'segment', name })),
    { kind: 'noSegment' },
  ];
  return {
    rows: told(
      names.flatMap((of, index) => {
        const rows = rowsOf[index];
        return rows === undefined ? [] : [{ of, ...rowFigures(tallyRows(facts, pair, 1, { a: rows, b: rows }), [0]) }];
      }),
    ),
    all: allOf(facts, pair),
  };
}
