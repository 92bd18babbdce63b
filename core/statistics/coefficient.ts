import { cutTo, type Interval } from './interval.ts';
import { studentPoint95 } from './student-t.ts';

/** A coefficient of agreement: 1 where all agree, 0 where they agree as often as by chance, below where they agree less. */
export interface Coefficient {
  readonly value: number;
  /** Observed agreement and that expected by chance, 0 to 1. */
  readonly observed: number;
  readonly chance: number;
  readonly standardError: number;
  /** 95 %; null where nothing tells of the spread: one lead, or all leads alike. */
  readonly interval: Interval | null;
}

interface Estimated extends Pick<Coefficient, 'value' | 'observed' | 'chance'> {
  readonly variance: number;
  /** Leads it rests on. */
  readonly units: number;
}

/** With an interval by Student's t with `units` − 1 degrees of freedom, as irrCAC has it: a panel is small. */
export function coefficientOf({ value, observed, chance, variance, units }: Estimated): Coefficient {
  const standardError = variance < ROUNDING ? 0 : Math.sqrt(variance);
  const half = units < 2 || standardError === 0 ? null : studentPoint95(units - 1) * standardError;
  return {
    value,
    observed,
    chance,
    standardError,
    interval: half === null ? null : cutTo(-1, 1, [value - half, value + half]),
  };
}

/** What is left of a variance of 0. */
const ROUNDING = 1e-15;
