/** How time and memory grow with the history: each size in a process of its own, then a straight line through the logarithms. */
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

export interface Fit {
  /** 1: twice the activities, twice the cost. */
  readonly slope: number;
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

/** Least squares of log cost on log activities. */
function fitOf(sizes: readonly Grown[], read: (grown: Grown) => number): Fit {
  const points = sizes.map((grown) => ({ x: Math.log(grown.activities), y: Math.log(read(grown)) }));
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanX = mean(points.map(({ x }) => x));
  const meanY = mean(points.map(({ y }) => y));
  const xx = mean(points.map(({ x }) => (x - meanX) ** 2));
  const yy = mean(points.map(({ y }) => (y - meanY) ** 2));
  const xy = mean(points.map(({ x, y }) => (x - meanX) * (y - meanY)));
  return { slope: xy / xx, r2: xy ** 2 / (xx * yy) };
}
