import { type BenchRow, rowOf } from './measured.ts';
import { measurePaint } from './paint.ts';

const MOVES = 40;

/** `p95`: a row of its own, whose one figure is the 95th percentile of the n moves. */
export async function paintRows(workshopPath: string, size: '100k' | '1m'): Promise<readonly BenchRow[]> {
  const { timesMs, p95Ms } = await measurePaint(workshopPath, 'pricing', MOVES);
  return [rowOf(`paint-${size}`, timesMs), { ...rowOf(`paint-${size}-p95`, [p95Ms]), n: timesMs.length }];
}
