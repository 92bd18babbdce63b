import { leastFor } from '../../replay/score-plan.ts';

/**
 * The highest threshold that a rule set can state, two decimals at most (REPLAY.md section 2), and that a total still
 * reaches (section 3), in whole hundredths: scores that fade differ in the tenth decimal, lines that people draw do not.
 */
export function statedHundredths(total: number): number {
  let hundredths = Math.round(total * 100);
  while (leastFor(hundredths / 100) > total) hundredths -= 1;
  while (leastFor((hundredths + 1) / 100) <= total) hundredths += 1;
  return hundredths;
}
