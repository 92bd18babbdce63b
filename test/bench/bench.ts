/**
 * `npm run bench`: what a lever's move costs, and what it would cost elsewhere, in one run on one machine.
 * `--only 100k` measures the small half.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from '../../build/find-chromium.ts';
import { measureBandwidth } from './bandwidth.ts';
import { measureGrowth } from './growth.ts';
import { thisMachine } from './machine.ts';
import { measure1m } from './measure-1m.ts';
import { measure100k } from './measure-100k.ts';
import { ratiosOf } from './ratios.ts';
import { publish } from './report.ts';

const GROWTH_LEADS = [10_000, 31_623, 100_000, 316_228, 1_000_000];
const isSmall = process.argv.slice(2).join(' ') === '--only 100k';

if (!ensureChromium()) throw new Error('the bench measures in Chromium, and there is none');
const folder = mkdtempSync(join(tmpdir(), 'accord-bench-'));
try {
  const bandwidth = await measureBandwidth();
  const small = await measure100k(folder);
  const notes = ['The reference, DuckDB and SQLite take seconds a run: three rounds, the others nine.'];
  if (isSmall) {
    const ratios = ratiosOf(small.rows, bandwidth, { '100k': small.frameBytes });
    publish({ machine: thisMachine(), rows: small.rows, ratios, bandwidth, memory: {}, notes });
  } else {
    const large = await measure1m(folder);
    const growth = await measureGrowth(GROWTH_LEADS);
    const rows = [...small.rows, ...large.rows];
    const ratios = ratiosOf(rows, bandwidth, { '100k': small.frameBytes, '1m': large.frameBytes });
    const memory = { ...large.memory, 'compiled store of 1m': growth.sizes.at(-1)?.storeMb ?? Number.NaN };
    publish({
      machine: thisMachine(),
      rows,
      ratios,
      bandwidth,
      memory,
      growth,
      notes: [...notes, ...large.notes],
    });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
