/** The awards of one activity rule. */
import { DAY_MS } from '../history/history.ts';
import type { ActivityRule } from '../rule-set/rule-set.ts';
import { walkWithoutValues, walkWithValues } from './activity-walk.ts';
import { filterSql } from './condition-sql.ts';
import type { PlannedRule, SqlPlan } from './sql-plan.ts';
import { carried } from './sql-plan.ts';
import { allOf, type NamedQuery } from './sql-text.ts';

/** Queries of which the last has a row an award, with the columns of `carried`. */
export function activityAwards(planned: PlannedRule, rule: ActivityRule, plan: SqlPlan): readonly NamedQuery[] {
  const columns = carried(plan).join(', ');
  const ofLead = partition(planned);
  const { every, max, distinctBy } = rule;
  const cooldownMs = wholeMs(rule.cooldownDays ?? 0);
  // With `every` at 1 each collected activity is an award, and what was awarded is not forgotten.
  const withinMs = rule.withinDays === undefined || every === 1 ? null : wholeMs(rule.withinDays);
  const name = `award_${planned.name}`;
  const matching = `FROM kept_activity WHERE ${matchingSql(planned, rule, plan)}`;
  const value = distinctBy === undefined ? null : (plan.properties.columnOf(distinctBy, 'text') ?? 'NULL');
  if (cooldownMs > 0 || (withinMs !== null && every > 1)) {
    const walk = { planned, plan, every, withinMs, cooldownMs, max: max ?? null, matching, ofLead };
    return value === null ? walkWithoutValues(walk) : walkWithValues({ ...walk, value });
  }
  const numbered = (source: string): string =>
    `SELECT ${columns}, row_number() OVER (PARTITION BY ${ofLead} ORDER BY seq) AS nth ${source}`;
  const kept = [
    ...(every === 1 ? [] : [`nth % ${every} = 0`]),
    ...(max === undefined ? [] : [atMost('nth', every * max)]),
  ];
  if (value === null) {
    if (kept.length === 0) return [{ name, sql: `SELECT ${columns} ${matching}` }];
    return [{ name, sql: `SELECT ${columns} FROM (${numbered(matching)}) AS matching WHERE ${allOf(kept)}` }];
  }
  const first = `FROM (SELECT ${columns}, seq, row_number() OVER (PARTITION BY ${ofLead}, ${value} ORDER BY seq) AS nth_of_value ${matching}) AS matching WHERE nth_of_value = 1`;
  if (kept.length === 0) return [{ name, sql: `SELECT ${columns} ${first}` }];
  return [{ name, sql: `SELECT ${columns} FROM (${numbered(first)}) AS met WHERE ${allOf(kept)}` }];
}

/** DuckDB turns a row number's limit into an aggregate that takes none from a million on; it leaves a double alone. */
const atMost = (column: string, limit: number): string =>
  limit < 1_000_000 ? `${column} <= ${limit}` : `${column} * 1e0 <= ${limit}`;

/** What a rule remembers, it remembers of one lead, and where recycles clear it from one of them to the next. */
const partition = ({ cleared }: PlannedRule): string => (cleared ? 'lead, epoch' : 'lead');

/** Which activities match `on`, of leads that pass the rule's gate. */
export function matchingSql({ name }: PlannedRule, rule: Pick<ActivityRule, 'if' | 'on'>, plan: SqlPlan): string {
  const gate = rule.if === undefined ? [] : [`lead IN (SELECT lead FROM replayed_lead WHERE may_${name})`];
  return allOf([filterSql(rule.on, plan.properties), ...gate]);
}

/** Days as whole milliseconds, rounded half up. */
export const wholeMs = (days: number): number => Math.floor(days * DAY_MS + 0.5);
