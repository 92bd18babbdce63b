/** Questions about the course of time and about money, on their way to where the history is held. */
import { listCosts } from '../../../db/queries/costs.ts';
import { readSettings } from '../../../db/queries/settings.ts';
import { agreedWorkingHours } from '../../agreement/agreed-working-hours.ts';
import type { Handler } from '../../dispatch.ts';
import { reply } from '../../failure.ts';
import { type AnalysisParts, createAsk } from '../analysis-handlers.ts';
import { comparedSides } from '../compared-sides.ts';

type CourseMethod = 'compare.course' | 'compare.figures';

export function createCourseHandlers(parts: AnalysisParts): { readonly [M in CourseMethod]: Handler<M> } {
  const ask = createAsk(parts);
  return {
    'compare.course': (input) =>
      ask('course', input, (read) => {
        const sides = comparedSides(read, [input.a, input.b]);
        if (!sides.ok) return sides;
        const [a, b] = sides.value;
        if (a === undefined || b === undefined) throw new Error('both sides were asked for');
        return reply({ a, b, capacityPerWeek: readSettings(read).capacityPerWeek });
      }),
    'compare.figures': async (input) => {
      const workshop = parts.open.readable();
      if (!workshop.ok) return workshop;
      const { currency, costsBy: by, capacityPerWeek } = readSettings(workshop.value);
      const answer = await ask('figures', input, (read) => {
        const sides = comparedSides(read, input.sides);
        if (!sides.ok) return sides;
        const costs = listCosts(read).map(({ source, month, amountCents }) => ({ source, month, amountCents }));
        return reply({
          level: input.level,
          sides: sides.value,
          capacityPerWeek,
          workingHours: agreedWorkingHours(read),
          paid: { by, costs },
        });
      });
      return answer.ok ? reply({ currency, ...answer.value }) : answer;
    },
  };
}
