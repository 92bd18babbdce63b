/** The desktop's main process and its workers as modules, the preload as the one CommonJS file that a sandboxed page may have. */
import { defineConfig } from 'rolldown';

const OUTPUT = { dir: 'dist/electron', sourcemap: true } as const;

export default defineConfig([
  {
    input: {
      main: 'electron/main.ts',
      'replay-worker': 'services/jobs/replay-worker.ts',
      'kernel-worker': 'services/jobs/kernel-worker.ts',
      'demo-worker': 'services/jobs/demo-worker.ts',
      'import-worker': 'services/jobs/import-worker.ts',
      'erase-worker': 'services/jobs/erase-worker.ts',
      'suggest-worker': 'services/jobs/suggest-worker.ts',
      'sensitivity-worker': 'services/jobs/sensitivity-worker.ts',
      'lists-worker': 'services/jobs/lists-worker.ts',
      'count-worker': 'services/jobs/count-worker.ts',
      'table-worker': 'services/jobs/table-worker.ts',
    },
    platform: 'node',
    external: ['electron', 'better-sqlite3', /^node:/],
    // Chunks of an earlier build would be packed along.
    output: { ...OUTPUT, format: 'esm', cleanDir: true },
  },
  {
    input: { preload: 'electron/preload.ts' },
    platform: 'browser',
    external: ['electron'],
    output: { ...OUTPUT, format: 'cjs', entryFileNames: '[name].cjs' },
  },
]);
