/** The small half: 100,000 leads, a million activities, and the engines that are too slow for more. */
import { join } from 'node:path';
import { replayReference } from '../../core/reference/replay-reference.ts';
import { DEFAULT_OPTIONS } from '../../core/replay/replay-result.ts';
import { answersOf, requireEqual } from './answers.ts';
import { benchHistory } from './bench-history.ts';
import { writeBenchWorkshop } from './bench-workshop.ts';
import { createEngine } from './engine-rows.ts';
import { type BenchRow, measureInterleaved, rowOf } from './measured.ts';
import { measurePaint } from './paint.ts';
import { standardRuleSet } from './standard-rule-set.ts';

export interface MeasuredSize {
  readonly rows: readonly BenchRow[];
  readonly frameBytes: number;
}

export async function measure100k(folder: string): Promise<MeasuredSize> {
  const history = benchHistory(100_000);
  console.log(`${history.leads.count} leads, ${history.activities.count} activities`);
  const engine = createEngine(history, '100k');
  const standard = standardRuleSet();
  const reference = () => replayReference(history, standard, DEFAULT_OPTIONS);
  requireEqual('fast engine against reference, 100k', engine.answers, answersOf(reference(), standard));
  const rows = await measureInterleaved([
    ...engine.rows,
    { name: 'reference-100k', slow: true, run: () => void reference() },
  ]);
  const path = join(folder, '100k.accord');
  writeBenchWorkshop(path, history);
  return { rows: [...rows, ...(await paintRows(path, '100k'))], frameBytes: engine.frameBytes };
}

export const PAINT_MOVES = 40;

export async function paintRows(path: string, size: '100k' | '1m'): Promise<readonly BenchRow[]> {
  const { timesMs, p95Ms } = await measurePaint(path, 'pricing', PAINT_MOVES);
  return [rowOf(`paint-${size}`, timesMs), { ...rowOf(`paint-${size}-p95`, [p95Ms]), n: timesMs.length }];
}
