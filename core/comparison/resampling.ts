import type { Resampling } from '../statistics/bootstrap.ts';

/** One seed for all: the same history and rules give the same intervals whenever they are asked for (STATISTICS.md 2). */
export const RESAMPLING: Resampling = { seed: 20_240_601, resamples: 2_000 };
