/** Acts that leads of a history commonly do and that rules reward: what could bring another lead further. */
import { keepEither, typeMask } from '../conditions/cell-mask.ts';
import { conditionMask } from '../conditions/row-mask.ts';
import { activityTable, type RowMask, type Table } from '../conditions/table.ts';
import { type History, MISSING } from '../history/history.ts';
import type { ActivityFilter, ActivityRule, RuleSet } from '../rule-set/rule-set.ts';

export interface CommonAct {
  readonly rule: ActivityRule;
  /** An activity of the history that the rule counts: an act of the same kind with the same properties. The newest. */
  readonly row: number;
  /** Activities that the rule counts, up to `asOf`. */
  readonly rows: number;
}

/** More would be a list to read, not a hint. */
const MOST_ACTS = 6;

/** Of the rules that give points and do not disqualify, those whose acts are the most frequent; most frequent first. */
export function commonActs(history: History, ruleSet: RuleSet, asOfMs: number): readonly CommonAct[] {
  const table = activityTable(history);
  const { atMs } = history.activities;
  const isLeftOut = new Uint8Array(table.rows);
  for (const filter of ruleSet.ignore) keepEither(isLeftOut, filterMask(filter, table));
  const rules = ruleSet.rules.filter(
    (rule): rule is ActivityRule => rule.kind === 'activity' && rule.enabled && !rule.disqualifies && rule.points > 0,
  );
  return rules
    .flatMap((rule): CommonAct[] => {
      const mask = filterMask(rule.on, table);
      let rows = 0;
      let newest = -1;
      for (let row = 0; row < mask.length; row += 1) {
        if (mask[row] !== 1 || isLeftOut[row] === 1 || (atMs[row] ?? 0) > asOfMs) continue;
        rows += 1;
        if (newest === -1 || (atMs[row] ?? 0) > (atMs[newest] ?? 0)) newest = row;
      }
      return newest === -1 ? [] : [{ rule, row: newest, rows }];
    })
    .sort((left, right) => right.rows - left.rows)
    .slice(0, MOST_ACTS);
}

function filterMask({ type, if: condition }: ActivityFilter, table: Table): RowMask {
  const mask = conditionMask(condition, table);
  if (type === undefined) return mask;
  const passes = typeMask(type, table);
  const codes = table.column('type')?.codes;
  for (let row = 0; row < mask.length; row += 1) if (passes[(codes?.[row] ?? MISSING) + 1] !== 1) mask[row] = 0;
  return mask;
}
