import { DAY_MS } from '../../core/history/history.ts';

/** Two and a half years; every row of the bench's history lies within them, but for customers of before. */
export const BENCH_START_MS = Date.UTC(2024, 0, 1);
export const BENCH_END_MS = BENCH_START_MS + 913 * DAY_MS;
