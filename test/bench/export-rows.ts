/** Exports of another system, a gigabyte of activities among them, through their mappings: how fast, how much memory, how soon it stops. */
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeBenchWorkshop } from './bench-workshop.ts';
import type { ImportedOnce } from './import-once.ts';
import { inAProcess } from './in-a-process.ts';
import { type BenchRow, rowOf } from './measured.ts';

const format = 'accord.mapping/1';

/** Moments of an import at which it is cancelled, as shares of the time it takes: while it looks, reads and writes. */
const CANCELLED_AT = [0.02, 0.3, 0.8];

export interface MeasuredExports {
  readonly row: BenchRow;
  readonly once: ImportedOnce;
  readonly notes: readonly string[];
}

export async function measureExports(folder: string, exports: string): Promise<MeasuredExports> {
  const events = join(exports, 'events.csv');
  const files = JSON.stringify([
    { file: join(exports, 'contacts.csv'), mapping: { format, rows: 'leads', lead: 'Contact', created: 'Since' } },
    { file: events, mapping: { format, rows: 'activities', lead: 'Who', at: 'When', type: { column: 'What' } } },
  ]);
  const path = join(folder, 'exports.accord');
  const fresh = () => {
    for (const ending of ['', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true });
    writeBenchWorkshop(path, null);
  };
  fresh();
  const once = await inAProcess<ImportedOnce>('import-once.ts', path, files);
  const stopped: number[] = [];
  for (const share of CANCELLED_AT) {
    fresh();
    const cancelled = await inAProcess<ImportedOnce>('import-once.ts', path, files, String(once.ms * share));
    stopped.push(cancelled.stoppedInMs);
  }
  const gigabytes = statSync(events).size / 1e9;
  return {
    row: rowOf('import-exports-1m', [once.ms]),
    once,
    notes: [
      `import-exports-1m: ${once.rows.toLocaleString('en-GB')} rows, ${gigabytes.toFixed(2)} GB of activities, ${(once.rows / once.ms / 1000).toFixed(2)} million rows a second; at most ${Math.round(once.silentMs)} ms without a word of progress.`,
      `Cancelled after ${CANCELLED_AT.map((share) => `${share * 100} %`).join(', ')} of its time it had ended ${stopped.map((ms) => `${Math.round(ms)} ms`).join(', ')} later.`,
    ],
  };
}
