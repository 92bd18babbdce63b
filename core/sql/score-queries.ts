/** From looks to levels: groups, dimensions, the total, and what each level makes of them. */
import type { Group, Level, Limits } from '../rule-set/rule-set.ts';
import type { RunningSums } from './running-sums.ts';
import { isDated, type PlannedRule, type SqlPlan } from './sql-plan.ts';
import { allOf, anyOf, greatest, least, type NamedQuery, numberLiteral, sqlNames } from './sql-text.ts';

/** Column names of the result, in the order of the rule set's levels. */
export interface LevelNames {
  readonly reachedAtMs: string;
  readonly peak: string;
}

export function levelNames(levels: readonly Level[]): readonly LevelNames[] {
  return sqlNames(
    'level',
    levels.map((level) => level.id),
  ).map((name) => ({ reachedAtMs: `${name}_reached_at_ms`, peak: `${name}_peak` }));
}

/** Queries that end in `level_of_lead`: a row a replayed lead. */
export function scoreQueries(plan: SqlPlan, sums: RunningSums): readonly NamedQuery[] {
  const { ruleSet } = plan;
  const dimensionNames = sqlNames(
    'dimension',
    ruleSet.dimensions.map((dimension) => dimension.id),
  );
  const groupNames = sqlNames(
    'group',
    ruleSet.groups.map((group) => group.id),
  );
  const groups = ruleSet.groups.map((group, index) => {
    const rules = plan.rules.filter(({ rule }) => rule.group === group.id);
    const name = groupNames[index] ?? '';
    return { group, name, sql: within(plan, group, groupSql(group, name, rules, plan, sums)) };
  });
  const alone = ruleSet.dimensions.map((dimension, index) => {
    const rules = plan.rules.filter(({ rule }) => rule.dimension === dimension.id && rule.group === undefined);
    return `${sumSql(`${dimensionNames[index] ?? ''}_alone`, rules, sums)} AS ${dimensionNames[index] ?? ''}_alone`;
  });
  const grouped: NamedQuery = {
    name: 'group_value',
    sql: `SELECT ${[
      'looked.lead',
      'looked.at_ms',
      ...groups.map(({ name, sql }) => `${sql} AS ${name}`),
      ...alone,
      `${disqualifiedSql(plan, sums)} AS disqualified`,
    ].join(',\n    ')}
  FROM running_sum AS looked
  JOIN replayed_lead AS replayed ON replayed.lead = looked.lead
  WHERE looked.is_look`,
  };
  const dimensions = ruleSet.dimensions.map((dimension, index) => {
    const name = dimensionNames[index] ?? '';
    const own = groups.filter(({ group }) => group.dimension === dimension.id).map((group) => group.name);
    return `${within(plan, dimension, [...own, `${name}_alone`].join(' + '))} AS ${name}`;
  });
  const byDimension: NamedQuery = {
    name: 'dimension_value',
    sql: `SELECT ${['lead', 'at_ms', 'disqualified', ...dimensions].join(',\n    ')}\n  FROM group_value`,
  };
  const total: NamedQuery = {
    name: 'score',
    sql: `SELECT ${['lead', 'at_ms', 'disqualified', ...dimensionNames].join(', ')},
    ${within(plan, ruleSet.total, dimensionNames.join(' + '))} AS total
  FROM dimension_value`,
  };
  const names = levelNames(ruleSet.levels);
  const levels = ruleSet.levels.flatMap((level, index) => {
    const minimums = ruleSet.dimensions.flatMap((dimension, place) => {
      const figure = level.dimensions[dimension.id];
      return figure === undefined ? [] : [atLeast(dimensionNames[place] ?? '', figure)];
    });
    const rest = allOf(['NOT disqualified', ...minimums]);
    const { reachedAtMs, peak } = names[index] ?? { reachedAtMs: '', peak: '' };
    return [
      `min(CASE WHEN ${allOf([rest, atLeast('total', level.total)])} THEN at_ms END) AS ${reachedAtMs}`,
      `max(CASE WHEN ${rest} THEN total END) AS ${peak}`,
    ];
  });
  const byLead: NamedQuery = {
    name: 'level_of_lead',
    isShared: true,
    sql: `SELECT ${['lead', ...levels].join(',\n    ')}\n  FROM score\n  GROUP BY lead`,
  };
  // The sums are written last: only now is it known which are needed.
  const running: NamedQuery = { name: 'running_sum', sql: sums.query() };
  return [running, grouped, byDimension, total, byLead];
}

const given = (rules: readonly PlannedRule[]): readonly PlannedRule[] => rules.filter(({ rule }) => !isDated(rule));
const dated = (rules: readonly PlannedRule[]): readonly PlannedRule[] => rules.filter(({ rule }) => isDated(rule));

/** Rules all added up. */
function sumSql(name: string, rules: readonly PlannedRule[], sums: RunningSums): string {
  const fixed = given(rules).map((rule) => `coalesce(replayed.${rule.name}, 0e0)`);
  const moving = dated(rules);
  const terms = [...fixed, ...(moving.length === 0 ? [] : [sums.worthOf(name, moving)])];
  return terms.length === 0 ? '0e0' : terms.join(' + ');
}

function groupSql(group: Group, name: string, rules: readonly PlannedRule[], plan: SqlPlan, sums: RunningSums): string {
  if (group.combine === 'sum' || rules.length === 0) return sumSql(name, rules, sums);
  const values = [
    ...given(rules).map((rule) => `coalesce(replayed.${rule.name}, ${NOTHING})`),
    ...dated(rules).map((rule) => {
      const standing = sums.standingOf(rule.name, [rule]);
      return `CASE WHEN ${standing} > 0 THEN ${sums.worthOf(rule.name, [rule])} ELSE ${NOTHING} END`;
    }),
  ];
  return `coalesce(nullif(${greatest(plan.dialect, ...values)}, ${NOTHING}), 0e0)`;
}

/** Below all values: of a rule without a standing award. */
const NOTHING = '-9e99';

function disqualifiedSql(plan: SqlPlan, sums: RunningSums): string {
  const rules = plan.rules.filter(({ rule }) => rule.disqualifies);
  const counted = (name: string, of: readonly PlannedRule[]): readonly string[] =>
    of.length === 0 ? [] : [`${sums.standingOf(name, of)} > 0`];
  return anyOf([
    ...given(rules).map((rule) => `replayed.${rule.name} IS NOT NULL`),
    ...counted(
      'disqualifying_cleared',
      dated(rules).filter((rule) => rule.cleared),
    ),
    ...counted(
      'disqualifying',
      dated(rules).filter((rule) => !rule.cleared),
    ),
  ]);
}

function within(plan: SqlPlan, { min, max }: Limits, value: string): string {
  const above = min === undefined ? value : greatest(plan.dialect, value, numberLiteral(min));
  return max === undefined ? above : least(plan.dialect, above, numberLiteral(max));
}

/** REPLAY.md section 3: at least allows for rounding. */
const atLeast = (value: string, figure: number): string =>
  `${value} >= ${numberLiteral(figure - 1e-9 * Math.max(1, Math.abs(figure)))}`;
