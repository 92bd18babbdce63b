/** What every part of the generator must know of a rule set: its names, where cells are found, what clears what. */
import type { Rule, RuleSet, StageName } from '../rule-set/rule-set.ts';
import { type CellsSql, cellsSql } from './condition-sql.ts';
import { type DataColumns, sqlInputs } from './sql-inputs.ts';
import { type SqlDialect, sqlNames, textLiteral } from './sql-text.ts';

export interface SqlPlan {
  readonly ruleSet: RuleSet;
  readonly dialect: SqlDialect;
  readonly attributes: CellsSql;
  readonly properties: CellsSql;
  /** Columns of `properties` that the rules compare. */
  readonly propertyColumns: readonly string[];
  /** Enabled rules in the order of the rule set. */
  readonly rules: readonly PlannedRule[];
  /** Null where no recycle can clear anything. */
  readonly recycleStages: readonly StageName[] | null;
}

export interface PlannedRule {
  readonly rule: Rule;
  /** From 1; 0 is no rule. */
  readonly number: number;
  readonly name: string;
  /** Whether a recycle clears its awards. */
  readonly cleared: boolean;
}

export function sqlPlan(ruleSet: RuleSet, columns: DataColumns, dialect: SqlDialect): SqlPlan {
  const inputs = sqlInputs(ruleSet, columns);
  const clear = ruleSet.recycle?.clear ?? [];
  const enabled = ruleSet.rules.filter((rule) => rule.enabled);
  const names = sqlNames(
    'rule',
    enabled.map((rule) => rule.id),
  );
  const rules = enabled.map((rule, index) => ({
    rule,
    number: index + 1,
    name: names[index] ?? '',
    cleared: isDated(rule) && clear.includes(rule.dimension),
  }));
  return {
    ruleSet,
    dialect,
    attributes: cellsSql(inputs.attributes, columns.attributes, columns.timeZone, dialect),
    properties: cellsSql(inputs.properties, columns.properties, columns.timeZone, dialect),
    propertyColumns: inputs.properties.map((column) => column.sqlName),
    rules,
    recycleStages: rules.some((planned) => planned.cleared) ? (ruleSet.recycle?.on ?? null) : null,
  };
}

/** Activity and inactivity rules: their awards have instants of their own, decay, and can be cleared. */
export const isDated = (rule: Rule): boolean => rule.kind === 'activity' || rule.kind === 'inactivity';

/**
 * Columns that every award carries. `epoch` counts the recycles up to its instant; `cleared_at_ms` is the next one.
 */
export const carried = (plan: SqlPlan): readonly string[] => [
  'lead',
  'at_ms',
  'created_ms',
  'read_to_ms',
  ...(plan.recycleStages === null ? [] : ['epoch', 'cleared_at_ms']),
];

/** `epoch` and `cleared_at_ms` at an instant, for the lead in the alias `replayed`; empty where nothing is cleared. */
export function recycleColumns(plan: SqlPlan, instant: string): readonly string[] {
  if (plan.recycleStages === null) return [];
  return [`${epochAt(plan, instant)} AS epoch`, `${clearedAfter(plan, instant)} AS cleared_at_ms`];
}

export const epochAt = (plan: SqlPlan, instant: string): string =>
  plan.dialect === 'duckdb'
    ? `coalesce(len(list_filter(replayed.recycles, lambda r: r <= ${instant})), 0)`
    : `(SELECT count(*) FROM stages AS r WHERE r.lead = replayed.lead AND r.at_ms <= ${instant} AND ${isRecycle(plan)})`;

const clearedAfter = (plan: SqlPlan, instant: string): string =>
  plan.dialect === 'duckdb'
    ? `list_min(list_filter(replayed.recycles, lambda r: r > ${instant}))`
    : `(SELECT min(r.at_ms) FROM stages AS r WHERE r.lead = replayed.lead AND r.at_ms > ${instant}` +
      ` AND r.at_ms <= replayed.read_to_ms AND ${isRecycle(plan)})`;

export const isRecycle = (plan: SqlPlan): string =>
  `r.stage IN (${(plan.recycleStages ?? []).map(textLiteral).join(', ')})`;
