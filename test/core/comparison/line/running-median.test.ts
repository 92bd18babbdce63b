import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRunningMedian, rankNumbers } from '../../../../core/comparison/line/running-median.ts';

it('given numbers that come and go then the median is that of those that are there', () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(numbers, fc.array(fc.nat(29), { maxLength: 60 }), (all, moves) => {
      const running = createRunningMedian(rankNumbers(Float64Array.from(all)));
      const chosen = new Set<number>();
      for (const move of moves) {
        const index = move % all.length;
        if (chosen.delete(index)) running.remove(index);
        else {
          chosen.add(index);
          running.add(index);
        }
        const sorted = [...chosen].map((one) => all[one] ?? 0).sort((one, other) => one - other);
        const middle = sorted.length >> 1;
        const upper = sorted[middle] ?? 0;
        const expected = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
        expect(running.median()).toBe(sorted.length === 0 ? null : expected);
      }
    }),
  );
});
