/**
 * `npm test`: everything that must hold, in order, with the time of each step.
 * The last line alone says `N passed, N failed`, whatever happens. `--only NAME` runs one step or one group of steps.
 */
import './require-node.mjs';

const { runSteps } = await import('./check/run-steps.ts');
const only = process.argv.indexOf('--only');
process.exitCode = await runSteps(only === -1 ? undefined : process.argv[only + 1]);
