/** Questions about where the line is drawn, on their way to where the history is held. */
import { readSettings } from '../../../db/queries/settings.ts';
import type { Handler } from '../../dispatch.ts';
import { reply } from '../../failure.ts';
import { type AnalysisParts, createAsk } from '../analysis-handlers.ts';
import { comparedPair } from '../compared-sides.ts';
import { gapDaysOf } from '../pair/gap-days.ts';

type LineMethod = 'compare.sweep' | 'compare.ranking';

export function createLineHandlers(parts: AnalysisParts): { readonly [M in LineMethod]: Handler<M> } {
  const ask = createAsk(parts);
  return {
    'compare.sweep': (input) =>
      ask('sweep', input, (workshop) => {
        const sides = comparedPair(workshop, input);
        if (!sides.ok) return sides;
        const { level, options, valuePerSql, costPerLead, leastRate, splitMs } = input;
        const { capacityPerWeek, maturityDays } = readSettings(workshop);
        const gapDays = gapDaysOf(options.maturityDays, maturityDays);
        const terms = { capacityPerWeek, valuePerSql, costPerLead, leastRate };
        return reply({ ...sides.value, level, ...terms, splitMs, gapDays });
      }),
    'compare.ranking': (input) => ask('ranking', input, (workshop) => comparedPair(workshop, input)),
  };
}
