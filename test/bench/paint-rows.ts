import { inAProcess } from './in-a-process.ts';
import { type BenchRow, rowOf } from './measured.ts';
import type { Paint, Paints } from './paint.ts';

const MOVES = 120;

/** `p95`: a row of its own, whose one figure is the 95th percentile of the n moves. */
export async function paintRows(workshopPath: string, size: '100k' | '1m'): Promise<readonly BenchRow[]> {
  const paints = await inAProcess<Paints>('paint-once.ts', workshopPath, String(MOVES));
  return [
    ...rowsOf(`paint-${size}`, paints.figures),
    ...rowsOf(`charts-${size}`, paints.charts),
    ...rowsOf(`moving-paint-${size}`, paints.movingFigures),
    ...rowsOf(`moving-charts-${size}`, paints.movingCharts),
  ];
}

const rowsOf = (name: string, { timesMs, p95Ms }: Paint): readonly BenchRow[] => [
  rowOf(name, timesMs),
  { ...rowOf(`${name}-p95`, [p95Ms]), n: timesMs.length },
];
