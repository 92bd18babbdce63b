/** The small half: 100,000 leads, a million activities, and the engines that are too slow for more. */
import { join } from 'node:path';
import { replayReference } from '../../core/reference/replay-reference.ts';
import { compileReplay } from '../../core/replay/compile.ts';
import { replay } from '../../core/replay/replay.ts';
import { DEFAULT_OPTIONS } from '../../core/replay/replay-result.ts';
import { answersOf, requireEqual } from './answers.ts';
import { type Bandwidth, copyRows } from './bandwidth.ts';
import { benchHistory } from './bench-history.ts';
import { writeBenchWorkshop } from './bench-workshop.ts';
import { createEngine } from './engine-rows.ts';
import { type BenchRow, measureInterleaved } from './measured.ts';
import { paintRows } from './paint-rows.ts';
import { duckDbRow, sqliteRow } from './sql-rows.ts';
import { standardRuleSet, withActivityPoints } from './standard-rule-set.ts';

export interface MeasuredSize {
  readonly rows: readonly BenchRow[];
  /** What the kernel must read and write at least. */
  readonly kernelBytes: number;
  readonly bandwidth: Bandwidth;
}

export async function measure100k(folder: string): Promise<MeasuredSize> {
  const history = benchHistory(100_000);
  console.log(`${history.leads.count} leads, ${history.activities.count} activities`);
  const path = join(folder, '100k.accord');
  writeBenchWorkshop(path, history);
  const engine = createEngine(history, '100k');
  const copies = copyRows('100k');
  const standard = standardRuleSet();
  const reference = () => replayReference(history, standard, DEFAULT_OPTIONS);
  requireEqual('reference-100k', answersOf(reference(), standard), engine.answers);
  const compiled = compileReplay(history, standard, DEFAULT_OPTIONS);
  requireEqual('plain-100k', answersOf(replay(compiled, standard, false), standard), engine.answers);
  const task = { history, facts: engine.facts, answers: engine.answers, folder };
  const databases = [await duckDbRow('duckdb-100k', task), sqliteRow('sqlite-100k', task)];
  for (const database of databases) await database.check();
  const rows = await measureInterleaved([
    ...engine.rows,
    ...copies.rows,
    { name: 'plain-100k', run: () => void replay(compiled, withActivityPoints(standard, 8), false) },
    { name: 'reference-100k', slow: true, run: () => void reference() },
    ...databases,
  ]);
  for (const { close } of [engine, copies, ...databases]) close();
  return {
    rows: [...rows, ...(await paintRows(path, '100k'))],
    kernelBytes: engine.bytes.touched,
    bandwidth: copies.bandwidthOf(rows),
  };
}
