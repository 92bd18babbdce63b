/** Questions where a difference holds, on their way to where the history is held. */
import type { Segment } from '../../../core/comparison/where/breakdown.ts';
import type { ReadableWorkshop } from '../../../db/open-workshop.ts';
import { listRuleSets } from '../../../db/queries/rule-sets.ts';
import type { Handler } from '../../dispatch.ts';
import { reply } from '../../failure.ts';
import { askedOptions } from '../../replay/asked-question.ts';
import { storedScope } from '../../scenario/scenario-state.ts';
import { type AnalysisParts, createAsk } from '../analysis-handlers.ts';
import { comparedPair, comparedSide } from '../compared-sides.ts';

type WhereMethod = 'compare.breakdown' | 'compare.holds' | 'compare.grid';

export function createWhereHandlers(parts: AnalysisParts): { readonly [M in WhereMethod]: Handler<M> } {
  const ask = createAsk(parts);
  return {
    'compare.breakdown': (input) =>
      ask('breakdown', input, (workshop) => {
        const sides = comparedPair(workshop, input);
        return sides.ok ? reply({ ...sides.value, by: input.by, segments: segmentsOf(workshop) }) : sides;
      }),
    'compare.holds': (input) => ask('holds', input, (workshop) => comparedPair(workshop, input)),
    'compare.grid': async (input) => {
      const workshop = parts.open.readable();
      if (!workshop.ok) return workshop;
      const history = parts.replayable();
      if (!history.ok) return history;
      const options = askedOptions(input.options);
      if (!options.ok) return options;
      const side = comparedSide(workshop.value, input.side);
      if (!side.ok) return side;
      if (side.value.kind === 'handover') return reply({ kind: 'handover' });
      const { ruleSet } = side.value;
      const [first, second] = ruleSet.dimensions;
      if (first === undefined) throw new Error('a rule set has a dimension');
      const [rows, columns] = second === undefined ? [null, first] : [first, second];
      const asked = {
        ruleSet,
        rows: rows === null ? null : { dimension: rows.id, cutOffs: null },
        columns: { dimension: columns.id, cutOffs: null },
        options: options.value,
      };
      const grid = await parts.client.ask(history.value.source, { kind: 'grid', asked }, `compare.grid ${input.key}`);
      if (!grid.ok) return grid;
      return reply({ kind: 'grid', rows: rows?.name ?? null, columns: columns.name, grid: grid.value });
    },
  };
}

/** Of every scenario on the list that is meant for some leads only. */
const segmentsOf = (workshop: ReadableWorkshop): readonly Segment[] =>
  listRuleSets(workshop).flatMap(({ name, scope, isRemoved }) => {
    const condition = isRemoved ? null : storedScope(scope);
    return condition === null ? [] : [{ name, condition }];
  });
