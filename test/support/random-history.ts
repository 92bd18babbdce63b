import fc from 'fast-check';
import type { ColumnKind, History } from '../../core/history/history.ts';
import { DAY_MS, HOUR_MS } from '../../core/history/history.ts';
import { STAGE_NAMES } from '../../core/rule-set/rule-set.ts';
import {
  type ActivityRows,
  type CellsByName,
  type HistoryRows,
  historyOf,
  type LeadRows,
  type StageRows,
} from './history-of.ts';
import { ACTIVITY_TYPES, ATTRIBUTES, PROPERTIES, type RandomColumn } from './random-values.ts';

export interface HistoryDemands {
  /** All instants are equal; otherwise one history in sixteen is so. */
  readonly withoutDates?: true;
  /** Stages only from hand-over on, and more of them. */
  readonly manyStages?: true;
}

export interface RandomHistory {
  readonly history: History;
  /** What it was built from, for a readable counterexample. */
  readonly rows: HistoryRows;
  /** Around the first instants of the history; options choose their instants from it. */
  readonly baseMs: number;
}

const BASES_MS: readonly number[] = [Date.UTC(2025, 0, 1), Date.UTC(1969, 11, 20), Date.UTC(2025, 4, 31, 22)];
const ZONES: readonly string[] = ['UTC', 'UTC', 'UTC', 'Europe/Bucharest', 'America/New_York', 'Pacific/Auckland'];

/** Within the day: mostly midnight, so that instants tie and clocks run out on the very instant of an activity. */
const TIMES_OF_DAY_MS: readonly number[] = [
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  12 * HOUR_MS,
  6 * HOUR_MS,
  23 * HOUR_MS,
  -1,
  1,
  HOUR_MS / 2,
  HOUR_MS - 1,
  HOUR_MS,
  DAY_MS - 1,
];

/** An offset from some instant, in milliseconds, from `firstDay` to `lastDay`. */
export function randomOffset(firstDay: number, lastDay: number): fc.Arbitrary<number> {
  return fc
    .noBias(fc.nat((lastDay - firstDay + 1) * TIMES_OF_DAY_MS.length - 1))
    .map((code) => (firstDay + Math.floor(code / TIMES_OF_DAY_MS.length)) * DAY_MS + pick(TIMES_OF_DAY_MS, code));
}

/** The item that a code stands for. */
export function pick<T>(items: readonly T[], code: number): T {
  const item = items[code % items.length];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/** Digits to pick cells by; every value as likely, for the small ones are no more telling than others. */
const randomCode = fc.noBias(fc.nat(2 ** 31 - 1));

const randomActivity = fc.record({
  offsetMs: fc.oneof({ weight: 5, arbitrary: randomOffset(0, 30) }, randomOffset(-10, 90)),
  code: randomCode,
});
const randomStage = fc.record({
  offsetMs: fc.oneof({ weight: 9, arbitrary: randomOffset(0, 40) }, randomOffset(-3, 90)),
  code: randomCode,
});

interface RawRow {
  readonly offsetMs: number;
  readonly code: number;
}

const randomLead = fc.record({
  createdOffsetMs: fc.option(randomOffset(0, 20), { freq: 9, nil: null }),
  code: randomCode,
  activities: fc.oneof(
    { weight: 9, arbitrary: fc.array(randomActivity, { maxLength: 10, size: 'max' }) },
    { weight: 1, arbitrary: fc.array(randomActivity, { maxLength: 40, size: 'max' }) },
  ),
  stages: fc.array(randomStage, { maxLength: 4, size: 'max' }),
});

/** Small histories: 0–12 leads, 0–40 activities each, ties, rows before `created` and after the outcome, missing cells. */
export function randomHistory(demands: HistoryDemands = {}): fc.Arbitrary<RandomHistory> {
  return fc
    .record({
      code: randomCode,
      withoutDates: demands.withoutDates ? fc.constant(true) : fc.nat(15).map((code) => code === 15),
      leads: fc.oneof(
        { weight: 7, arbitrary: fc.array(randomLead, { minLength: 1, maxLength: 4, size: 'max' }) },
        { weight: 1, arbitrary: fc.array(randomLead, { maxLength: 12, size: 'max' }) },
      ),
    })
    .map(({ code, withoutDates, leads }) => {
      const baseMs = pick(BASES_MS, code);
      const instant = (offsetMs: number): string => new Date(withoutDates ? baseMs : baseMs + offsetMs).toISOString();
      const rows: HistoryRows = {
        timeZone: pick(ZONES, Math.floor(code / 3)),
        ...kindsOf(Math.floor(code / 18)),
        leads: leads.map((lead): LeadRows => {
          const createdOffsetMs = lead.createdOffsetMs ?? 0;
          return {
            created: lead.createdOffsetMs === null ? '' : instant(lead.createdOffsetMs),
            cells: randomCells(ATTRIBUTES, lead.code),
            activities: lead.activities.map((row) => activityRow(row, instant(createdOffsetMs + row.offsetMs))),
            stages: lead.stages.map((row) => stageRow(row, instant(createdOffsetMs + row.offsetMs), demands)),
          };
        }),
      };
      return { history: historyOf(rows), rows, baseMs };
    });
}

/** The kinds that the columns are named for, or what the few cells allow, or an import that overruled one. */
function kindsOf(code: number): Pick<HistoryRows, 'attributeKinds' | 'propertyKinds'> {
  if (code % 8 === 0) return {};
  const kinds = (columns: readonly RandomColumn[], overruled: string): Record<string, ColumnKind> => ({
    ...Object.fromEntries(columns.map((column) => [column.name, column.kind])),
    ...(code % 8 === 1
      ? { [overruled]: pick<ColumnKind>(['number', 'yes/no', 'date', 'text'], Math.floor(code / 8)) }
      : {}),
  });
  return { attributeKinds: kinds(ATTRIBUTES, 'note'), propertyKinds: kinds(PROPERTIES, 'agent') };
}

function activityRow({ code }: RawRow, at: string): ActivityRows {
  return {
    at,
    type: pick(ACTIVITY_TYPES, code),
    cells: randomCells(PROPERTIES, Math.floor(code / ACTIVITY_TYPES.length)),
  };
}

function stageRow({ code }: RawRow, at: string, demands: HistoryDemands): StageRows {
  const names = demands.manyStages ? (['recycled', 'rejected', 'mql', 'recycled'] as const) : STAGE_NAMES;
  return { at, stage: pick(names, code), amount: pick(['', '100', '12.5', '-3'], Math.floor(code / 8)) };
}

function randomCells(columns: readonly RandomColumn[], code: number): CellsByName {
  let rest = code;
  return Object.fromEntries(
    columns.map((column) => {
      const cell = pick(column.cells, rest);
      rest = Math.floor(rest / column.cells.length);
      return [column.name, cell];
    }),
  );
}
