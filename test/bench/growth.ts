/** How time and memory grow with the history: each size in a process of its own, then a straight line through them. */
import { inAProcess } from './in-a-process.ts';

export interface Grown {
  readonly leads: number;
  readonly activities: number;
  /** The least of a few runs: what the machine does besides only adds. */
  readonly compileMs: number;
  readonly frameMs: number;
  /** What the compiled store holds. */
  readonly storeMb: number;
}

/** A straight line through the sizes: what there is whatever the size, and what a million activities more cost. */
export interface Fit {
  readonly fixed: number;
  readonly perMillion: number;
  readonly r2: number;
}

export interface Growth {
  readonly sizes: readonly Grown[];
  readonly fits: Readonly<Record<'compile' | 'frame' | 'store', Fit>>;
}

export async function measureGrowth(leadCounts: readonly number[]): Promise<Growth> {
  const sizes: Grown[] = [];
  for (const leads of leadCounts) sizes.push(await inAProcess<Grown>('growth-once.ts', String(leads)));
  const lineOf = (read: (grown: Grown) => number): Fit => fitOf(sizes, read);
  return {
    sizes,
    fits: {
      compile: lineOf(({ compileMs }) => compileMs),
      frame: lineOf(({ frameMs }) => frameMs),
      store: lineOf(({ storeMb }) => storeMb),
    },
  };
}

/**
 * Least squares, each size weighted by 1 / activities²: what counts is how far off the line a size is in proportion to its
 * own cost, else the largest alone would draw it.
 */
function fitOf(sizes: readonly Grown[], read: (grown: Grown) => number): Fit {
  const points = sizes.map((grown) => ({ x: grown.activities / 1e6, y: read(grown) }));
  const weighted = (value: (point: (typeof points)[number]) => number): number =>
    points.reduce((sum, point) => sum + value(point) / point.x ** 2, 0);
  const total = weighted(() => 1);
  const meanX = weighted(({ x }) => x) / total;
  const meanY = weighted(({ y }) => y) / total;
  const xx = weighted(({ x }) => (x - meanX) ** 2);
  const xy = weighted(({ x, y }) => (x - meanX) * (y - meanY));
  const perMillion = xy / xx;
  const fixed = meanY - perMillion * meanX;
  const left = weighted(({ x, y }) => (y - fixed - perMillion * x) ** 2);
  return { fixed, perMillion, r2: 1 - left / weighted(({ y }) => (y - meanY) ** 2) };
}
