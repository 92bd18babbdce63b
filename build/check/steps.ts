/** The steps of `npm test`, in order. A new check joins by a line here. */
import { ensureChromium } from '../find-chromium.ts';
import { checkNames } from './check-names.ts';
import type { Counts } from './counts.ts';
import { ROOMS } from './rooms.ts';
import { runQuietTool, runTool } from './run-command.ts';
import { runTests } from './run-tests.ts';

export interface Step {
  readonly name: string;
  readonly group: 'checks' | 'build' | 'tests';
  readonly title: string;
  readonly run: () => Counts | Promise<Counts>;
}

const asOne = (passed: boolean): Counts => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1 });

const check = (name: string, title: string, script: string, ...args: readonly string[]): Step => ({
  name,
  group: 'checks',
  title,
  run: () => asOne(runTool(script, ...args)),
});

const build = (name: string, title: string, script: string, ...args: readonly string[]): Step => ({
  ...check(name, title, script, ...args),
  group: 'build',
});

const tests = (name: string, title: string): Step => ({ name, group: 'tests', title, run: () => runTests(name) });

export const STEPS: readonly Step[] = [
  check(
    'format',
    'Format, import order and plain lint',
    '@biomejs/biome/bin/biome',
    'check',
    '--error-on-warnings',
    '.',
  ),
  check('lint', 'Lint with types', 'oxlint/bin/oxlint', '-c', 'build/oxlint.jsonc', '--type-aware', '.'),
  check('types', 'Types, room by room', 'typescript/bin/tsc', '-b'),
  check(
    'layers',
    'Arrows between the rooms',
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config',
    'build/layers.config.ts',
    '--output-type',
    'err-long',
    ...ROOMS,
  ),
  check('unused', 'Unused files, exports and packages', 'knip/bin/knip.js', '-c', 'build/knip.jsonc', '--no-progress'),
  check('lock', 'The lock file installs on every platform', '../build/check-lock.ts'),
  { name: 'names', group: 'checks', title: 'Names, lengths and words of files', run: () => asOne(checkNames()) },
  build(
    'screens',
    'Build the screens',
    'vite/bin/vite.js',
    'build',
    '-c',
    'build/vite.config.ts',
    '--logLevel',
    'warn',
  ),
  {
    name: 'shells',
    group: 'build',
    title: 'Build the shells',
    run: () => asOne(runQuietTool('rolldown/bin/cli.mjs', '-c', 'build/rolldown.config.ts')),
  },
  { name: 'browser', group: 'build', title: 'Find or install Chromium', run: () => asOne(ensureChromium()) },
  tests('unit', 'Unit and property tests'),
  tests('guards', 'Canaries: every guard must find what it guards against'),
  tests('contract', 'The contract over both transports'),
  tests('e2e', 'End to end in Chromium'),
  tests('packaging', 'The packaged files'),
];
