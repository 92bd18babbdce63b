/** Questions about two sides, on their way to where the history is held. */
import { readSettings } from '../../../db/queries/settings.ts';
import type { Handler } from '../../dispatch.ts';
import { reply } from '../../failure.ts';
import { type AnalysisParts, createAsk } from '../analysis-handlers.ts';
import { comparedPair } from '../compared-sides.ts';
import { gapDaysOf } from './gap-days.ts';

type PairMethod = 'compare.pair' | 'compare.swap';

export function createPairHandlers(parts: AnalysisParts): { readonly [M in PairMethod]: Handler<M> } {
  const ask = createAsk(parts);
  return {
    'compare.pair': (input) =>
      ask('pair', input, (workshop) => {
        const sides = comparedPair(workshop, input);
        if (!sides.ok) return sides;
        const gapDays = gapDaysOf(input.options.maturityDays, readSettings(workshop).maturityDays);
        return reply({ ...sides.value, level: input.level, splitMs: input.splitMs, gapDays });
      }),
    'compare.swap': (input) =>
      ask('pairSwap', input, (workshop) => {
        const sides = comparedPair(workshop, input);
        const { list, offset, limit } = input;
        return sides.ok ? reply({ ...sides.value, list, offset, limit }) : sides;
      }),
  };
}
