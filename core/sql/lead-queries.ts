/** The leads that are replayed, with what their attributes give, and the activities that are read. */
import type { BandsRule, CounterRule, Rule } from '../rule-set/rule-set.ts';
import { conditionSql, filterSql } from './condition-sql.ts';
import { isDated, isRecycle, recycleColumns, type SqlPlan } from './sql-plan.ts';
import { allOf, anyOf, least, type NamedQuery, numberLiteral } from './sql-text.ts';

/**
 * One row a replayed lead: what each attribute, bands and counter rule gives it (null: no award), and whether the gate
 * of each other rule lets it in (`may_…`). A lead is read up to and including `read_to_ms`.
 */
export function replayedLeads(plan: SqlPlan): NamedQuery {
  const given = plan.rules
    .filter(({ rule }) => !isDated(rule))
    .map(({ rule, name }) => `${givenSql(rule, plan)} AS ${name}`);
  const gates = plan.rules
    .filter(({ rule }) => isDated(rule) && rule.if !== undefined)
    .map(({ rule, name }) => `${conditionSql(rule.if, plan.attributes)} AS may_${name}`);
  const columns = [
    'leads.lead',
    'leads.created_ms',
    'coalesce(facts.horizon_ms - 1, facts.as_of_ms) AS read_to_ms',
    ...(withRecycleLists(plan) ? ['recycle.instants AS recycles'] : []),
    ...given,
    ...gates,
  ];
  return {
    name: 'replayed_lead',
    isShared: true,
    sql: `SELECT ${columns.join(',\n    ')}
  FROM leads
  JOIN lead_facts AS facts ON facts.lead = leads.lead${
    withRecycleLists(plan) ? '\n  LEFT JOIN recycle ON recycle.lead = leads.lead' : ''
  }
  WHERE facts.outcome <> 'customer'`,
  };
}

/** DuckDB joins the recycles of a lead as a list; SQLite looks them up in `stages`. */
export function recyclesByLead(plan: SqlPlan): readonly NamedQuery[] {
  if (!withRecycleLists(plan)) return [];
  return [
    {
      name: 'recycle',
      sql: `SELECT r.lead, list(r.at_ms) AS instants
  FROM stages AS r
  JOIN lead_facts AS facts ON facts.lead = r.lead
  WHERE r.at_ms <= coalesce(facts.horizon_ms - 1, facts.as_of_ms) AND ${isRecycle(plan)}
  GROUP BY r.lead`,
    },
  ];
}

/** The activities that exist for the rules, up to the lead's horizon. */
export function keptActivities(plan: SqlPlan): NamedQuery {
  const ignored = plan.ruleSet.ignore.map((entry) => filterSql(entry, plan.properties));
  const columns = [
    'activities.lead',
    'activities.seq',
    'activities.at_ms',
    'replayed.created_ms',
    'replayed.read_to_ms',
    ...plan.propertyColumns.map((column) => `activities.${column}`),
    ...recycleColumns(plan, 'activities.at_ms'),
  ];
  return {
    name: 'kept_activity',
    isShared: true,
    sql: `SELECT ${columns.join(', ')}
  FROM activities
  JOIN replayed_lead AS replayed ON replayed.lead = activities.lead
  WHERE activities.at_ms <= replayed.read_to_ms${ignored.length === 0 ? '' : `\n    AND NOT (${anyOf(ignored)})`}`,
  };
}

const withRecycleLists = (plan: SqlPlan): boolean => plan.dialect === 'duckdb' && plan.recycleStages !== null;

function givenSql(rule: Rule, plan: SqlPlan): string {
  const gate = rule.if === undefined ? [] : [conditionSql(rule.if, plan.attributes)];
  switch (rule.kind) {
    case 'attribute':
      return `CASE WHEN ${allOf(gate)} THEN ${numberLiteral(rule.points)} END`;
    case 'bands':
      return bandsSql(rule, gate, plan);
    case 'counter':
      return counterSql(rule, gate, plan);
    case 'activity':
    case 'inactivity':
      return 'NULL';
  }
}

function bandsSql(rule: BandsRule, gate: readonly string[], plan: SqlPlan): string {
  const number = plan.attributes.columnOf(rule.attribute, 'number');
  if (number === null) return 'CAST(NULL AS DOUBLE)';
  const cases = rule.bands.map(({ from, to, points }) => {
    const ends = [
      ...gate,
      `${number} IS NOT NULL`,
      ...(from === undefined ? [] : [`${number} >= ${numberLiteral(from)}`]),
      ...(to === undefined ? [] : [`${number} < ${numberLiteral(to)}`]),
    ];
    return `WHEN ${allOf(ends)} THEN ${numberLiteral(points)}`;
  });
  return `CASE ${cases.join(' ')} END`;
}

function counterSql(rule: CounterRule, gate: readonly string[], plan: SqlPlan): string {
  const number = plan.attributes.columnOf(rule.attribute, 'number');
  if (number === null || rule.max === 0) return 'CAST(NULL AS DOUBLE)';
  const counted = rule.max === undefined ? number : least(plan.dialect, number, numberLiteral(rule.max));
  return `CASE WHEN ${allOf([...gate, `${number} > 0`])} THEN ${numberLiteral(rule.points)} * ${counted} END`;
}
