/**
 * A rule set as one query over the tables of `sql-inputs.ts`, by REPLAY.md and without any code of the replay: an
 * independent oracle for it, and its yardstick in speed.
 */
import { OUTCOMES } from '../replay/replay-result.ts';
import type { RuleSet } from '../rule-set/rule-set.ts';
import { activityAwards } from './activity-awards.ts';
import { entryQueries } from './entry-queries.ts';
import { inactivityAwards } from './inactivity-awards.ts';
import { keptActivities, recyclesByLead, replayedLeads } from './lead-queries.ts';
import { type InstantSpan, runningSums } from './running-sums.ts';
import { levelNames } from './score-parts.ts';
import { scoreQueries } from './score-queries.ts';
import type { DataColumns } from './sql-inputs.ts';
import { isDated, type PlannedRule, type SqlPlan, sqlPlan } from './sql-plan.ts';
import { type SqlScript, sqlScript } from './sql-script.ts';
import { commentText, type NamedQuery, type SqlDialect, textLiteral } from './sql-text.ts';

export interface RuleSetSqlOptions {
  /** Kinds and names of the history's columns, which decide how its cells are compared. */
  readonly columns: DataColumns;
  /**
   * Between which instants all rows and `asOf` lie. Where it is given and short enough for a half-life, its sums need
   * no blocks; the result is the same.
   */
  readonly span?: InstantSpan;
}

/**
 * The SELECT has a row for each replayed lead (customers and leads after `asOf` have none), in no order, with `lead` and
 * the columns of `levelNames` for each level: milliseconds since 1970 UTC, null when not reached, and the peak, null
 * when there is none.
 */
export function ruleSetSql(ruleSet: RuleSet, dialect: SqlDialect, options: RuleSetSqlOptions): SqlScript {
  return sqlScript(replayQueries(ruleSet, dialect, options), 'SELECT * FROM level_of_lead', dialect);
}

/**
 * The SELECT has a row a level in the order of the rule set, with `level` (its place, from 1), `reached`, `observed`,
 * `immature`, `unobserved`, `converted`, `won` and `amount` as REPLAY.md section 4 counts them, over the cohort.
 */
export function levelCountsSql(ruleSet: RuleSet, dialect: SqlDialect, options: RuleSetSqlOptions): SqlScript {
  const [converted, notConverted, immature, unobserved] = OUTCOMES.map(textLiteral);
  const counts = [
    'count(*) AS reached',
    countWhere(`outcome IN (${converted}, ${notConverted})`, 'observed'),
    countWhere(`outcome = ${immature}`, 'immature'),
    countWhere(`outcome = ${unobserved}`, 'unobserved'),
    countWhere(`outcome = ${converted}`, 'converted'),
    countWhere('won', 'won'),
    'coalesce(sum(won_amount), 0e0) AS amount',
  ];
  const rows = levelNames(ruleSet.levels).map(
    ({ reachedAtMs }, index) => `SELECT ${index + 1} AS level, ${counts.join(', ')}
FROM level_of_lead
JOIN lead_facts ON lead_facts.lead = level_of_lead.lead
WHERE lead_facts.in_cohort AND ${reachedAtMs} IS NOT NULL`,
  );
  return sqlScript(replayQueries(ruleSet, dialect, options), `${rows.join('\nUNION ALL\n')}\nORDER BY level`, dialect);
}

const countWhere = (condition: string, name: string): string => `count(CASE WHEN ${condition} THEN 1 END) AS ${name}`;

function replayQueries(
  ruleSet: RuleSet,
  dialect: SqlDialect,
  { columns, span }: RuleSetSqlOptions,
): readonly NamedQuery[] {
  const plan = sqlPlan(ruleSet, columns, dialect);
  const dated = plan.rules.filter(({ rule }) => isDated(rule));
  const queries = [
    ...recyclesByLead(plan),
    replayedLeads(plan),
    ...(dated.length === 0 ? [] : [keptActivities(plan)]),
    ...dated.flatMap((planned) => described(planned, awardsOf(planned, plan))),
    ...entryQueries(plan),
    ...scoreQueries(plan, runningSums(plan, span ?? null)),
  ];
  return queries;
}

function awardsOf(planned: PlannedRule, plan: SqlPlan): readonly NamedQuery[] {
  const { rule } = planned;
  if (rule.kind === 'activity') return activityAwards(planned, rule, plan);
  return rule.kind === 'inactivity' ? inactivityAwards(planned, rule, plan) : [];
}

const described = ({ rule }: PlannedRule, queries: readonly NamedQuery[]): readonly NamedQuery[] =>
  queries.map((query, index) => (index === 0 ? { ...query, about: commentText(rule.name) } : query));
