/** The large half: a million leads, ten million activities. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyRows } from './bandwidth.ts';
import { writeBenchExports, writeBenchFolder } from './bench-csv.ts';
import { benchHistory } from './bench-history.ts';
import { writeBenchWorkshop } from './bench-workshop.ts';
import { createEngine } from './engine-rows.ts';
import { measureExports } from './export-rows.ts';
import type { ImportedOnce } from './import-once.ts';
import { inAProcess } from './in-a-process.ts';
import type { MeasuredSize } from './measure-100k.ts';
import { type BenchRow, measureInterleaved, rowOf } from './measured.ts';
import type { OpenedOnce } from './open-once.ts';
import { openRows } from './open-rows.ts';
import { paintRows } from './paint-rows.ts';
import { duckDbRow } from './sql-rows.ts';

export interface MeasuredLarge extends MeasuredSize {
  readonly memory: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
}

interface MeasuredEngines extends MeasuredSize {
  readonly packedMb: number;
}

const MEMORY_MOVES = 20;

export async function measure1m(folder: string): Promise<MeasuredLarge> {
  const path = join(folder, '1m.accord');
  const csvFolder = join(folder, 'csv');
  const engines = await measureEngines(folder, path, csvFolder);
  const opened = await measureInterleaved(openRows(path));
  const held = await inAProcess<OpenedOnce>('open-once.ts', path, String(MEMORY_MOVES));
  const painted = await paintRows(path, '1m');
  rmSync(path);
  const imported = await importRow(folder, csvFolder, held.reached);
  const exported = await measureExports(folder, join(csvFolder, 'exports'));
  return {
    rows: [...engines.rows, ...opened, imported.row, exported.row, ...painted],
    kernelBytes: engines.kernelBytes,
    bandwidth: engines.bandwidth,
    memory: {
      'app with a 1m workshop open, after 20 moves': held.residentMb,
      'the same, at most': held.peakMb,
      'of it the packed store': engines.packedMb,
      'import of 1m, at most': imported.once.peakMb,
      'import of the exports of 1m, at most': exported.once.peakMb,
    },
    notes: [
      `import-1m: ${imported.once.rows.toLocaleString('en-GB')} rows, ${(imported.once.rows / imported.once.ms / 1000).toFixed(2)} million rows a second.`,
      ...exported.notes,
    ],
  };
}

/** In a function of its own, so that its hundreds of megabytes are free before the processes of the other rows run. */
async function measureEngines(folder: string, path: string, csvFolder: string): Promise<MeasuredEngines> {
  const history = benchHistory(1_000_000);
  console.log(`${history.leads.count} leads, ${history.activities.count} activities`);
  writeBenchWorkshop(path, history);
  mkdirSync(csvFolder);
  writeBenchFolder(csvFolder, history);
  mkdirSync(join(csvFolder, 'exports'));
  writeBenchExports(join(csvFolder, 'exports'), history);
  const engine = createEngine(history, '1m');
  const copies = copyRows('1m');
  const duckDb = await duckDbRow('duckdb-1m', { history, facts: engine.facts, answers: engine.answers, folder });
  const rows = await measureInterleaved([...engine.rows, ...copies.rows, duckDb]);
  for (const { close } of [engine, copies, duckDb]) close();
  return {
    rows,
    kernelBytes: engine.bytes.touched,
    bandwidth: copies.bandwidthOf(rows),
    packedMb: engine.bytes.held / 1e6,
  };
}

/** Once: it takes many seconds. The frame of what was imported must be that of the history it was written from. */
async function importRow(
  folder: string,
  csvFolder: string,
  reached: readonly number[],
): Promise<{ readonly row: BenchRow; readonly once: ImportedOnce }> {
  const path = join(folder, 'imported.accord');
  writeBenchWorkshop(path, null);
  const once = await inAProcess<ImportedOnce>('import-once.ts', path, JSON.stringify([{ file: csvFolder }]));
  const opened = await inAProcess<OpenedOnce>('open-once.ts', path);
  if (String(opened.reached) !== String(reached))
    throw new Error(`what was imported reaches ${String(opened.reached)} instead of ${String(reached)}`);
  return { row: rowOf('import-1m', [once.ms]), once };
}
