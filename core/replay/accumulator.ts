/** A running sum of awards that fade alike. */
import { weightAt } from './decay.ts';
import type { AccumulatorPlan } from './score-plan.ts';

export interface Accumulator {
  readonly reset: () => void;
  /** Hours must not go back. */
  readonly add: (points: number, hour: number) => void;
  /** Standing awards, each times its weight. */
  readonly value: (hour: number) => number;
  readonly hasStanding: (hour: number) => boolean;
}

export function createAccumulator(plan: AccumulatorPlan): Accumulator {
  switch (plan.decay.kind) {
    case 'none':
      return createPlainSum();
    case 'half-life':
      return createHalvingSum(plan);
    case 'expire':
    case 'linear':
    case 'steps':
      return createQueue(plan);
  }
}

function createPlainSum(): Accumulator {
  let sum = 0;
  let count = 0;
  return {
    reset: () => {
      sum = 0;
      count = 0;
    },
    add: (points) => {
      sum += points;
      count += 1;
    },
    value: () => sum,
    hasStanding: () => count > 0,
  };
}

/** Half-lives multiply, so one number carries all awards: ages add up because they are whole hours. */
function createHalvingSum(plan: AccumulatorPlan): Accumulator {
  const { weights, decay } = plan;
  let sum = 0;
  let count = 0;
  let hourOfSum = 0;
  const valueAt = (hour: number): number => (sum === 0 ? 0 : sum * (weights[hour - hourOfSum] ?? weightAt(decay, hour - hourOfSum)));
  return {
    reset: () => {
      sum = 0;
      count = 0;
    },
    add: (points, hour) => {
      sum = valueAt(hour) + points;
      hourOfSum = hour;
      count += 1;
    },
    value: valueAt,
    hasStanding: () => count > 0,
  };
}

/** Other decays do not multiply: awards are kept while they stand. They lapse in order, since one lifetime holds for all. */
function createQueue(plan: AccumulatorPlan): Accumulator {
  const { weights, decay, lifetimeHours } = plan;
  let points: number[] = [];
  let hours: number[] = [];
  let first = 0;
  const lapse = (hour: number): void => {
    while (first < hours.length && hour - (hours[first] ?? 0) >= lifetimeHours) first += 1;
  };
  return {
    reset: () => {
      if (hours.length > 0) {
        points = [];
        hours = [];
      }
      first = 0;
    },
    add: (given, hour) => {
      points.push(given);
      hours.push(hour);
    },
    value: (hour) => {
      lapse(hour);
      let sum = 0;
      for (let index = first; index < hours.length; index += 1) {
        const age = hour - (hours[index] ?? 0);
        sum += (points[index] ?? 0) * (weights[age] ?? weightAt(decay, age));
      }
      return sum;
    },
    hasStanding: (hour) => {
      lapse(hour);
      return first < hours.length;
    },
  };
}
