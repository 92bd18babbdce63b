import { quantile } from '../../statistics/quantile.ts';

/** Leads by week while they are added and moved one by one, in order all the while: a percentile costs nothing. */
export interface RunningWeeks {
  /** By week; not to be written to. */
  readonly leads: Float64Array;
  /** Weeks other than `weeks` are left out. */
  readonly add: (week: number) => void;
  readonly remove: (week: number) => void;
  readonly mean: () => number;
  /** As `Weekly` has it. */
  readonly p90: () => number;
}

export function createRunningWeeks(weeks: number): RunningWeeks {
  const leads = new Float64Array(weeks);
  const ascending = new Float64Array(weeks);
  let all = 0;
  /** How many weeks have fewer leads than `count`. */
  const fewerThan = (count: number): number => {
    let [from, to] = [0, weeks];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((ascending[middle] ?? 0) < count) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  return {
    leads,
    // The last of equals grows, the first of equals shrinks: the order stays.
    add: (week) => {
      if (week >= weeks) return;
      all += 1;
      const count = (leads[week] ?? 0) + 1;
      ascending[fewerThan(count) - 1] = count;
      leads[week] = count;
    },
    remove: (week) => {
      if (week >= weeks) return;
      all -= 1;
      const count = leads[week] ?? 0;
      ascending[fewerThan(count)] = count - 1;
      leads[week] = count - 1;
    },
    mean: () => all / weeks,
    p90: () => quantile(ascending, 0.9),
  };
}
