/** Every test that is not a lint: one project for each kind, so that a kind can be run alone (`npm run unit -- --project e2e`). */
import { dirname } from 'node:path';
import { defineConfig } from 'vitest/config';
import { installedChromium } from './find-chromium.ts';

const SLOW_KINDS = ['test/contract/**', 'test/e2e/**', 'test/packaging/**'];

export default defineConfig({
  root: dirname(import.meta.dirname),
  test: {
    env: { ACCORD_CHROMIUM: process.env['ACCORD_CHROMIUM'] ?? installedChromium() ?? '' },
    allowOnly: false,
    passWithNoTests: false,
    dangerouslyIgnoreUnhandledErrors: false,
    // Two cores are the smallest machine we promise to be quick on; replay workers need room as well.
    maxWorkers: 2,
    // Node 24 has a fault where many short-lived threads free the code of WebAssembly modules (nodejs/node#64500): a test file
    // opens and closes the app dozens of times, and once in some twenty runs took the process with it.
    execArgv: ['--no-memory-protection-keys', '--no-wasm-code-gc'],
    // Waiting for something is no bound on how long it may take: where there is one, a test states it.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [...SLOW_KINDS, 'test/guards/**'],
          testTimeout: 60_000,
        },
      },
      { extends: true, test: { name: 'guards', include: ['test/guards/**/*.test.ts'], testTimeout: 120_000 } },
      { extends: true, test: { name: 'contract', include: ['test/contract/**/*.test.ts'], testTimeout: 60_000 } },
      {
        extends: true,
        // One browser at a time: a second one would only make both slow, and timings would mean nothing.
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'packaging',
          include: ['test/packaging/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
