/** Groups, dimensions and levels as expressions over sums, whichever form keeps those. */
import type { Group, Level, Limits } from '../rule-set/rule-set.ts';
import { isDated, type PlannedRule, type SqlPlan } from './sql-plan.ts';
import { allOf, anyOf, greatest, least, numberLiteral, sqlNames } from './sql-text.ts';
import { ruleStandsSql, type Sums, standsSql, worthSql } from './worth-sql.ts';

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

export interface NamedSql {
  readonly name: string;
  readonly sql: string;
}

export interface GroupSql extends NamedSql {
  readonly group: Group;
}

/** Reads what the attributes gave as columns of `replayed`. */
export function groupSqls(plan: SqlPlan, sums: Sums): readonly GroupSql[] {
  const names = sqlNames(
    'group',
    plan.ruleSet.groups.map((group) => group.id),
  );
  return plan.ruleSet.groups.map((group, index) => {
    const rules = plan.rules.filter(({ rule }) => rule.group === group.id);
    const name = names[index] ?? '';
    const value = group.combine === 'best' ? bestSql(rules, plan, sums) : sumSql(name, rules, sums);
    return { group, name, sql: within(plan, group, value) };
  });
}

/** The rules of each dimension without a group. */
export const aloneSqls = (plan: SqlPlan, sums: Sums): readonly NamedSql[] =>
  plan.ruleSet.dimensions.map((dimension, index) => {
    const rules = plan.rules.filter(({ rule }) => rule.dimension === dimension.id && rule.group === undefined);
    const name = `${dimensionNames(plan)[index] ?? ''}_alone`;
    return { name, sql: sumSql(name, rules, sums) };
  });

/** `read` says where the value of a group or of `aloneSqls` is read. */
export const dimensionSqls = (
  plan: SqlPlan,
  groups: readonly GroupSql[],
  alone: readonly NamedSql[],
  read: (value: NamedSql) => string,
): readonly NamedSql[] =>
  plan.ruleSet.dimensions.map((dimension, index) => {
    const own = groups.filter(({ group }) => group.dimension === dimension.id);
    const values = [...own, ...alone.slice(index, index + 1)].map(read);
    return { name: dimensionNames(plan)[index] ?? '', sql: within(plan, dimension, values.join(' + ')) };
  });

/** `read` says where a dimension's value is read. */
export const totalSql = (plan: SqlPlan, read: (name: string) => string): string =>
  within(plan, plan.ruleSet.total, dimensionNames(plan).map(read).join(' + '));

/** Whether everything of a level but its total holds. */
export function restHoldsSql(plan: SqlPlan, level: Level, read: (name: string) => string): string {
  const minimums = plan.ruleSet.dimensions.flatMap((dimension, index) => {
    const figure = level.dimensions[dimension.id];
    return figure === undefined ? [] : [atLeastSql(read(dimensionNames(plan)[index] ?? ''), figure)];
  });
  return allOf([`NOT ${read('disqualified')}`, ...minimums]);
}

/** REPLAY.md section 3: at least allows for rounding. */
export const atLeastSql = (value: string, figure: number): string =>
  `${value} >= ${numberLiteral(figure - 1e-9 * Math.max(1, Math.abs(figure)))}`;

export function disqualifiedSql(plan: SqlPlan, sums: Sums): string {
  const rules = plan.rules.filter(({ rule }) => rule.disqualifies);
  const counted = (name: string, of: readonly PlannedRule[]): readonly string[] =>
    of.length === 0 ? [] : [standsSql(name, of, sums)];
  const moving = dated(rules);
  return anyOf([
    ...given(rules).map((rule) => `replayed.${rule.name} IS NOT NULL`),
    ...counted(
      'disqualifying_cleared',
      moving.filter((rule) => rule.cleared),
    ),
    ...counted(
      'disqualifying',
      moving.filter((rule) => !rule.cleared),
    ),
  ]);
}

const dimensionNames = (plan: SqlPlan): readonly string[] =>
  sqlNames(
    'dimension',
    plan.ruleSet.dimensions.map((dimension) => dimension.id),
  );

const given = (rules: readonly PlannedRule[]): readonly PlannedRule[] => rules.filter(({ rule }) => !isDated(rule));
const dated = (rules: readonly PlannedRule[]): readonly PlannedRule[] => rules.filter(({ rule }) => isDated(rule));

/** Rules all added up. */
function sumSql(name: string, rules: readonly PlannedRule[], sums: Sums): string {
  const fixed = given(rules).map((rule) => `coalesce(replayed.${rule.name}, 0e0)`);
  const moving = dated(rules);
  const terms = [...fixed, ...(moving.length === 0 ? [] : [worthSql(name, moving, sums)])];
  return terms.length === 0 ? '0e0' : terms.join(' + ');
}

function bestSql(rules: readonly PlannedRule[], plan: SqlPlan, sums: Sums): string {
  if (rules.length === 0) return '0e0';
  const values = [
    ...given(rules).map((rule) => `coalesce(replayed.${rule.name}, ${NOTHING})`),
    ...dated(rules).map((rule) => {
      const worth = worthSql(rule.name, [rule], sums);
      return `CASE WHEN ${ruleStandsSql(rule, sums)} THEN ${worth} ELSE ${NOTHING} END`;
    }),
  ];
  return `coalesce(nullif(${greatest(plan.dialect, ...values)}, ${NOTHING}), 0e0)`;
}

/** Below all values: of a rule without a standing award. */
const NOTHING = '-9e99';

function within(plan: SqlPlan, { min, max }: Limits, value: string): string {
  const above = min === undefined ? value : greatest(plan.dialect, value, numberLiteral(min));
  return max === undefined ? above : least(plan.dialect, above, numberLiteral(max));
}
