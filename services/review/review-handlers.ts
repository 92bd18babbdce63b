/** The review: the version in force, on its way to where the history is held. */
import { listKeptOut } from '../../db/queries/kept-out.ts';
import { type AnalysisParts, createAsk } from '../analysis/analysis-handlers.ts';
import type { Handler } from '../dispatch.ts';
import { reply } from '../failure.ts';
import { readReviewedVersion, reviewedPeriod } from './reviewed-version.ts';

export function createReviewHandlers(parts: AnalysisParts): { readonly 'review.get': Handler<'review.get'> } {
  const ask = createAsk(parts);
  return {
    'review.get': async ({ key, start, fromMs }) => {
      const workshop = parts.open.readable();
      if (!workshop.ok) return workshop;
      const signed = readReviewedVersion(workshop.value);
      if (signed === null) return reply({ signed: null });
      const { document: agreement } = signed;
      const period = reviewedPeriod(signed, fromMs);
      const keptOut = listKeptOut(workshop.value);
      const answer = await ask('review', { level: agreement.level, options: { horizon: 'outcome' }, key }, () =>
        reply({ agreement, start, period, keptOut }),
      );
      return answer.ok ? reply({ ...answer.value, signed }) : answer;
    },
  };
}
