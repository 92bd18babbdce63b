import type { History } from '../../core/history/history.ts';
import { type CompiledReplay, compileReplay, isCompiledFor } from '../../core/replay/compile.ts';
import type { ReplayOptions } from '../../core/replay/replay-result.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import type { Side } from './packed/replay-engine.ts';

/** What was compiled last for each of the two rule sets on the table. `inUse` is told each time that it is asked for. */
export function createCompiledPair(history: () => History, inUse: () => void) {
  const last: { [S in Side]?: CompiledReplay } = {};
  return {
    of: (side: Side, ruleSet: RuleSet, options: ReplayOptions): CompiledReplay => {
      inUse();
      const candidates = [last[side], last.scenario, last.baseline].filter((one) => one !== undefined);
      const sameMoment = candidates.filter((one) => JSON.stringify(one.options) === JSON.stringify(options));
      const found =
        sameMoment.find((one) => isCompiledFor(one, ruleSet)) ??
        compileReplay(history(), ruleSet, options, sameMoment[0] ?? candidates[0]);
      last[side] = found;
      return found;
    },
    forget: (): void => {
      delete last.scenario;
      delete last.baseline;
    },
  };
}
