/**
 * `npm run bench`: what a lever's move costs, and what it would cost elsewhere, in one run on one machine.
 * `--only 100k` measures the small half, `--only coverage` how often the intervals hold the truth.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from '../../build/find-chromium.ts';
import { measureCoverage } from './coverage.ts';
import { measureGrowth } from './growth.ts';
import { thisMachine } from './machine.ts';
import { measure1m } from './measure-1m.ts';
import { measure100k } from './measure-100k.ts';
import { ratiosOf } from './ratios.ts';
import { coverageTable, publish } from './report.ts';

/** The largest has thirty million activities; three times as many would not fit the four gigabytes of a packed store. */
const GROWTH_LEADS = [10_000, 31_623, 100_000, 316_228, 1_000_000, 3_162_278];
const only = process.argv.slice(2).join(' ');
const isSmall = only === '--only 100k';

if (only === '--only coverage') {
  console.log(`\n${coverageTable(measureCoverage())}\n`);
  process.exit();
}
if (!ensureChromium()) throw new Error('the bench measures in Chromium, and there is none');
const folder = mkdtempSync(join(tmpdir(), 'accord-bench-'));
try {
  const small = await measure100k(folder);
  const notes = ['The reference, DuckDB and SQLite take seconds a run: three rounds, the others nine.'];
  const machine = thisMachine();
  if (isSmall) {
    const { rows, bandwidth } = small;
    publish({
      machine,
      rows,
      ratios: ratiosOf({ '100k': small }),
      bandwidth,
      memory: {},
      coverage: measureCoverage(),
      notes,
    });
  } else {
    const large = await measure1m(folder);
    publish({
      machine,
      rows: [...small.rows, ...large.rows],
      ratios: ratiosOf({ '100k': small, '1m': large }),
      bandwidth: large.bandwidth,
      memory: large.memory,
      coverage: measureCoverage(),
      growth: await measureGrowth(GROWTH_LEADS),
      notes: [...notes, ...large.notes],
    });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
