/**
 * Awards that depend on the one before: `cooldownDays`, and `every` with `withinDays`. The matching activities of a lead
 * are walked one by one: in SQLite by recursion, in DuckDB by folding a list (there a recursion joins all leads anew at
 * each step, which takes minutes).
 */
import type { PlannedRule, SqlPlan } from './sql-plan.ts';
import { carried, recycleColumns } from './sql-plan.ts';
import { allOf, type NamedQuery } from './sql-text.ts';

export interface Walk {
  readonly planned: PlannedRule;
  readonly plan: SqlPlan;
  readonly every: number;
  /** Null: nothing is forgotten. */
  readonly withinMs: number | null;
  readonly cooldownMs: number;
  readonly max: number | null;
  /** `FROM … WHERE …` of the matching activities. */
  readonly matching: string;
  /** What the rule's memory belongs to: `lead`, or `lead, epoch`. */
  readonly ofLead: string;
}

/** An instant before all others. */
const NEVER = -9_000_000_000_000_000;

/**
 * Without `distinctBy` all matching activities outside of the cooldown are collected, so the walk remembers only the
 * number of the first (`first_nth`) and the instant of the last award; `oldest_ms` is that of the activity with which a
 * full collection would have to begin.
 */
export function walkWithoutValues(walk: Walk): readonly NamedQuery[] {
  const { plan, every, withinMs, cooldownMs, ofLead, planned } = walk;
  const matching: NamedQuery = {
    name: `matching_${planned.name}`,
    isShared: true,
    sql: `SELECT ${carried(plan).join(', ')}, row_number() OVER of_${planned.name} AS nth, lag(at_ms, ${every - 1}) OVER of_${planned.name} AS oldest_ms
  ${walk.matching}
  WINDOW of_${planned.name} AS (PARTITION BY ${ofLead} ORDER BY seq)`,
  };
  const isResting = `m.at_ms - w.last_award_ms < ${cooldownMs}`;
  const isFull = allOf([
    `m.nth - w.first_nth >= ${every - 1}`,
    ...(withinMs === null ? [] : [`m.at_ms - m.oldest_ms <= ${withinMs}`]),
  ]);
  if (plan.dialect === 'duckdb') {
    const step = `CASE
      WHEN ${isResting} THEN {first_nth: m.nth + 1, last_award_ms: w.last_award_ms, awards: w.awards}
      WHEN ${isFull} THEN {first_nth: m.nth + 1, last_award_ms: m.at_ms, awards: list_append(w.awards, m.at_ms)}
      ELSE w END`;
    const start = `{first_nth: 1::BIGINT, last_award_ms: ${NEVER}::BIGINT, awards: []::BIGINT[]}`;
    return [matching, folded(walk, '{nth: nth, at_ms: at_ms, oldest_ms: oldest_ms}', step, start)];
  }
  const state = {
    first_nth: { start: '1', next: `CASE WHEN ${isResting} OR ${isFull} THEN m.nth + 1 ELSE w.first_nth END` },
    last_award_ms: {
      start: String(NEVER),
      next: `CASE WHEN NOT (${isResting}) AND ${isFull} THEN m.at_ms ELSE w.last_award_ms END`,
    },
    is_award: { start: 'FALSE', next: `NOT (${isResting}) AND ${isFull}` },
  };
  return [matching, ...recursion(walk, state)];
}

/**
 * With `distinctBy` the walk remembers the collection, as instants and values, and the values of those before it; a
 * value is written with `=` before it, a missing one as empty.
 */
export function walkWithValues(walk: Walk & { readonly value: string }): readonly NamedQuery[] {
  const { plan, every, withinMs, cooldownMs, ofLead, planned } = walk;
  const matching: NamedQuery = {
    name: `matching_${planned.name}`,
    isShared: true,
    sql: `SELECT ${carried(plan).join(', ')}, row_number() OVER (PARTITION BY ${ofLead} ORDER BY seq) AS nth, coalesce('=' || ${walk.value}, '') AS met_value
  ${walk.matching}`,
  };
  const isResting = `m.at_ms - w.last_award_ms < ${cooldownMs}`;
  if (plan.dialect === 'duckdb') {
    const collected =
      withinMs === null ? 'w.collected' : `list_filter(w.collected, lambda c: c.at_ms >= m.at_ms - ${withinMs})`;
    const now = `{at_ms: m.at_ms, met_value: m.met_value}`;
    const isMet = `list_contains(w.met, m.met_value) OR list_contains(list_transform(${collected}, lambda c: c.met_value), m.met_value)`;
    const step = `CASE
      WHEN ${isMet} OR ${isResting} THEN {collected: ${collected}, met: w.met, last_award_ms: w.last_award_ms, awards: w.awards}
      WHEN len(${collected}) >= ${every - 1} THEN {collected: [], met: list_append(list_concat(w.met, list_transform(${collected}, lambda c: c.met_value)), m.met_value), last_award_ms: m.at_ms, awards: list_append(w.awards, m.at_ms)}
      ELSE {collected: list_append(${collected}, ${now}), met: w.met, last_award_ms: w.last_award_ms, awards: w.awards} END`;
    const start = `{collected: []::STRUCT(at_ms BIGINT, met_value VARCHAR)[], met: []::VARCHAR[], last_award_ms: ${NEVER}::BIGINT, awards: []::BIGINT[]}`;
    return [matching, folded(walk, '{nth: nth, at_ms: at_ms, met_value: met_value}', step, start)];
  }
  const kept = `FROM json_each(w.collected) AS c${
    withinMs === null ? '' : ` WHERE c.value ->> 0 >= m.at_ms - ${withinMs}`
  }`;
  const isMet = `m.met_value IN (SELECT value FROM json_each(w.met)) OR m.met_value IN (SELECT c.value ->> 1 ${kept})`;
  const isPassed = `(${isMet} OR ${isResting})`;
  const isFull = `(SELECT count(*) ${kept}) >= ${every - 1}`;
  const state = {
    collected: {
      start: `'[]'`,
      next: `CASE WHEN ${isPassed} THEN (SELECT json_group_array(json(c.value)) ${kept}) WHEN ${isFull} THEN '[]'
        ELSE (SELECT json_group_array(json(value)) FROM (SELECT c.value ${kept} UNION ALL SELECT json_array(m.at_ms, m.met_value))) END`,
    },
    met: {
      start: `'[]'`,
      next: `CASE WHEN NOT ${isPassed} AND ${isFull}
        THEN (SELECT json_group_array(value) FROM (SELECT value FROM json_each(w.met) UNION ALL SELECT c.value ->> 1 ${kept} UNION ALL SELECT m.met_value)) ELSE w.met END`,
    },
    last_award_ms: {
      start: String(NEVER),
      next: `CASE WHEN NOT ${isPassed} AND ${isFull} THEN m.at_ms ELSE w.last_award_ms END`,
    },
    is_award: { start: 'FALSE', next: `NOT ${isPassed} AND ${isFull}` },
  };
  return [matching, ...recursion(walk, state)];
}

/**
 * DuckDB: `step` makes the next state of the state `w` and the activity `m`; both are structs, and `nth` is an activity's
 * first field, by which it is sorted (ten times as fast as an ordered aggregate).
 */
function folded({ planned, plan, max }: Walk, activity: string, step: string, start: string): NamedQuery {
  const ofAward = plan.recycleStages !== null && !planned.cleared;
  const others = carried(plan)
    .filter((column) => column !== 'at_ms')
    .filter((column) => !ofAward || !RECYCLE_COLUMNS.includes(column))
    .join(', ');
  const awards = max === null ? 'walked.awards' : `walked.awards[1:${max}]`;
  const unnested = `SELECT ${others}, unnest(${awards}) AS at_ms
  FROM (SELECT ${others}, list_reduce(list_sort(list(${activity})), lambda w, m: ${step}, ${start}) AS walked
    FROM matching_${planned.name} GROUP BY ${others}) AS walks`;
  return {
    name: `award_${planned.name}`,
    // A walk that recycles do not clear goes on through them, so where each award stands among them is looked up.
    sql: ofAward
      ? `SELECT walks.*, ${recycleColumns(plan, 'walks.at_ms').join(', ')}
  FROM (${unnested}) AS walks
  JOIN replayed_lead AS replayed ON replayed.lead = walks.lead`
      : unnested,
  };
}

const RECYCLE_COLUMNS: readonly string[] = ['epoch', 'cleared_at_ms'];

interface StateColumn {
  readonly start: string;
  /** Of the state `w` and the activity `m`. */
  readonly next: string;
}

/** SQLite: one step a row, from the state before the first activity. */
function recursion(
  { planned, plan, max, ofLead }: Walk,
  state: Readonly<Record<string, StateColumn>>,
): readonly NamedQuery[] {
  const { name } = planned;
  const keys = ofLead.split(', ');
  const columns = ['nth', ...carried(plan), ...Object.keys(state)];
  const started = ['0', ...carried(plan), ...Object.values(state).map((column) => column.start)];
  const stepped = [
    'm.nth',
    ...carried(plan).map((column) => `m.${column}`),
    ...Object.values(state).map((column) => column.next),
  ];
  const limited = max === null ? '' : ` WHERE ordinal <= ${max}`;
  return [
    {
      name: `walk_${name}`,
      recursive: true,
      sql: `SELECT ${started.map((sql, index) => `${sql} AS ${columns[index] ?? ''}`).join(', ')} FROM matching_${name} WHERE nth = 1
  UNION ALL
  SELECT ${stepped.join(',\n      ')}
  FROM walk_${name} AS w
  JOIN matching_${name} AS m ON ${keys.map((key) => `m.${key} = w.${key}`).join(' AND ')} AND m.nth = w.nth + 1`,
    },
    {
      name: `award_${name}`,
      sql: `SELECT ${carried(plan).join(', ')} FROM (SELECT ${carried(plan).join(', ')}, row_number() OVER (PARTITION BY ${ofLead} ORDER BY nth) AS ordinal FROM walk_${name} WHERE is_award) AS awarded${limited}`,
    },
  ];
}
