/**
 * Awards whose decay does not multiply (expire, linear, steps), kept while they stand: one ring a sum. Expiring and linear
 * sums are carried as running totals, so reading them costs the same however many awards stand.
 */
import { weightAt } from './decay.ts';
import type { AccumulatorPlan } from './score-plan.ts';

export interface AwardQueue {
  readonly reset: () => void;
  /** Hours must not go back, here and in what follows. */
  readonly add: (points: number, hour: number) => void;
  /** Standing awards, each times its weight. */
  readonly value: (hour: number) => number;
  readonly hasStanding: (hour: number) => boolean;
}

export function createAwardQueue(plan: AccumulatorPlan): AwardQueue {
  const { decay, lifetimeHours, weights } = plan;
  const kind = decay.kind === 'linear' ? LINEAR : decay.kind === 'expire' ? EXPIRE : STEPS;
  let points = new Float64Array(64);
  let hours = new Int32Array(64);
  let first = 0;
  let end = 0;
  let sum = 0;
  /** Σ points × (hour − base): with `sum` it gives Σ points × (1 − age / H) at any hour. */
  let moment = 0;
  let baseHour = 0;

  const lapse = (hour: number): void => {
    while (first < end && hour - (hours[first] ?? 0) >= lifetimeHours) {
      const given = points[first] ?? 0;
      sum -= given;
      moment -= given * ((hours[first] ?? 0) - baseHour);
      first += 1;
    }
    if (first === end) {
      // An empty queue sums to 0 exactly, whatever rounding the subtractions left.
      first = 0;
      end = 0;
      sum = 0;
      moment = 0;
    }
  };
  return {
    reset: () => {
      first = 0;
      end = 0;
      sum = 0;
      moment = 0;
    },
    add: (given, hour) => {
      lapse(hour);
      if (end === 0) baseHour = hour;
      if (end === points.length) {
        const morePoints = new Float64Array(end * 2);
        const moreHours = new Int32Array(end * 2);
        morePoints.set(points);
        moreHours.set(hours);
        points = morePoints;
        hours = moreHours;
      }
      points[end] = given;
      hours[end] = hour;
      sum += given;
      moment += given * (hour - baseHour);
      end += 1;
    },
    value: (hour) => {
      lapse(hour);
      if (end === 0) return 0;
      if (kind === EXPIRE) return sum;
      if (kind === LINEAR) return sum - (sum * (hour - baseHour) - moment) / lifetimeHours;
      let faded = 0;
      for (let place = first; place < end; place += 1) {
        const age = hour - (hours[place] ?? 0);
        faded += (points[place] ?? 0) * (age < weights.length ? (weights[age] ?? 0) : weightAt(decay, age));
      }
      return faded;
    },
    hasStanding: (hour) => {
      lapse(hour);
      return end > 0;
    },
  };
}

const EXPIRE = 0;
const LINEAR = 1;
const STEPS = 2;
