/** From looks to levels, a query a step: groups, dimensions, the total, and what each level makes of them. */
import type { RunningSums } from './running-sums.ts';
import {
  aloneSqls,
  atLeastSql,
  dimensionSqls,
  disqualifiedSql,
  groupSqls,
  levelNames,
  type NamedSql,
  restHoldsSql,
  totalSql,
} from './score-parts.ts';
import type { SqlPlan } from './sql-plan.ts';
import { allOf, type NamedQuery } from './sql-text.ts';

/** Queries that end in `level_of_lead`: a row a replayed lead. */
export function scoreQueries(plan: SqlPlan, sums: RunningSums): readonly NamedQuery[] {
  const groups = groupSqls(plan, sums);
  const alone = aloneSqls(plan, sums);
  const disqualified = disqualifiedSql(plan, sums);
  const dimensions = dimensionSqls(plan, groups, alone, ({ name }) => name);
  const asColumn = ({ name, sql }: NamedSql): string => `${sql} AS ${name}`;
  const select = (...columns: readonly string[]): string => `SELECT ${columns.join(',\n    ')}`;
  const byName = (name: string): string => name;
  const names = levelNames(plan.ruleSet.levels);
  const levels = plan.ruleSet.levels.flatMap((level, index) => {
    const rest = restHoldsSql(plan, level, byName);
    const { reachedAtMs, peak } = names[index] ?? { reachedAtMs: '', peak: '' };
    return [
      `min(CASE WHEN ${allOf([rest, atLeastSql('total', level.total)])} THEN at_ms END) AS ${reachedAtMs}`,
      `max(CASE WHEN ${rest} THEN total END) AS ${peak}`,
    ];
  });
  return [
    sums.query(),
    {
      name: 'group_value',
      sql: `${select('looked.lead', 'looked.at_ms', ...[...groups, ...alone].map(asColumn), `${disqualified} AS disqualified`)}
  FROM running_sum AS looked
  JOIN replayed_lead AS replayed ON replayed.lead = looked.lead
  WHERE looked.is_look`,
    },
    {
      name: 'dimension_value',
      sql: `${select('lead', 'at_ms', 'disqualified', ...dimensions.map(asColumn))}\n  FROM group_value`,
    },
    {
      name: 'score',
      sql: `${select('lead', 'at_ms', 'disqualified', ...dimensions.map(({ name }) => name), `${totalSql(plan, byName)} AS total`)}
  FROM dimension_value`,
    },
    { name: 'level_of_lead', isShared: true, sql: `${select('lead', ...levels)}\n  FROM score\n  GROUP BY lead` },
  ];
}
