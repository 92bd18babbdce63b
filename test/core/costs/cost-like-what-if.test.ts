/** What costs are set against is what the What-if counts: on the worked cases, level by level. */
import { describe, expect, it } from 'vitest';
import { costReport } from '../../../core/costs/cost-figures.ts';
import { monthAt } from '../../../core/costs/cost-forms.ts';
import type { History } from '../../../core/history/history.ts';
import { cohortSize } from '../../../core/measures/cell.ts';
import { levelMeasures } from '../../../core/measures/level-measures.ts';
import { compileReplay } from '../../../core/replay/compile.ts';
import { replay } from '../../../core/replay/replay.ts';
import { readSpecCase, specCaseNames } from '../../support/spec-cases.ts';

const AMOUNT_CENTS = 12_345;

/** The history with one more attribute, in which all leads say the same. */
function withOneSource(history: History): History {
  const { count, attributes } = history.leads;
  const everybody = { name: 'everybody', kind: 'text', codes: new Int32Array(count), cells: ['all'] } as const;
  return { ...history, leads: { ...history.leads, attributes: [...attributes, everybody] } };
}

describe.each(specCaseNames())('the costs of %s', (name) => {
  const { history: told, ruleSet, options } = readSpecCase(name);
  const history = withOneSource(told);
  const result = replay(compileReplay(history, ruleSet, options), ruleSet);
  const months = [...new Set(Array.from(history.leads.createdAtMs, (atMs) => monthAt(atMs, history.timeZone)))];
  const costs = months.map((month) => ({ source: 'ALL', month, amountCents: AMOUNT_CENTS }));

  it.each(ruleSet.levels.map(({ id }, index) => [id, index] as const))(
    'given a cost in every month then MQLs and SQLs are those of the What-if (%s)',
    (id, index) => {
      const measures = levelMeasures(result, index, id);
      const level = result.levels[index] ?? null;
      const { total } = costReport({ history, by: 'everybody', facts: result.facts, level, costs });
      const { leads } = cohortSize(result.facts);
      expect([total.leads, total.reached, total.sqls]).toEqual([leads, measures.reached, measures.sqls]);
      expect([total.won >= measures.won, total.costCents]).toEqual([true, months.length * AMOUNT_CENTS]);
      expect(total.maturedCostCents).toBeLessThanOrEqual(total.costCents ?? 0);
      expect(total.costPerSqlCents).toBe(
        measures.sqls === 0 ? null : Math.round((total.maturedCostCents ?? 0) / measures.sqls),
      );
    },
  );
});
