/** In a process of its own: compile and frame at one size. Argument: leads. Prints `Grown` as JSON. */
import { performance } from 'node:perf_hooks';
import { DEFAULT_OPTIONS } from '../../core/replay/replay-result.ts';
import { createReplaySession } from '../../services/replay/replay-session.ts';
import { benchHistory } from './bench-history.ts';
import type { Grown } from './growth.ts';
import { kernelRun } from './kernel-rows.ts';
import { bytesOf, packStandard } from './pack-standard.ts';
import { standardRuleSet, withActivityPoints } from './standard-rule-set.ts';

const COMPILES = 2;
const FRAMES = 5;

const history = benchHistory(Number(process.argv[2]));
const standard = standardRuleSet();
const least = (runs: number, run: (index: number) => void): number =>
  Math.min(
    ...Array.from({ length: runs }, (_, index) => {
      const startMs = performance.now();
      run(index);
      return performance.now() - startMs;
    }),
  );

const compileMs = least(COMPILES, () => packStandard(history, null).packed.close());
const store = packStandard(history, null);
kernelRun(store)();
const storeBytes = bytesOf(store).held;
store.packed.close();
const session = createReplaySession(history, () => performance.now());
const frame = (points: number): void =>
  void session.frame({
    scenario: withActivityPoints(standard, points),
    baseline: standard,
    level: 'mql',
    options: DEFAULT_OPTIONS,
  });
frame(1);
const frameMs = least(FRAMES, (index) => frame(2 + index));
const grown: Grown = {
  leads: history.leads.count,
  activities: history.activities.count,
  compileMs,
  frameMs,
  storeMb: storeBytes / 1e6,
};
console.log(JSON.stringify(grown));
