/** Whether a promise was kept, as far as the numbers allow one to say so. */
import { LEAST_KNOWN } from '../measures/least-counts.ts';
import type { Interval } from '../statistics/interval.ts';
import { rateOf, wilsonInterval } from '../statistics/wilson.ts';

export type Verdict =
  /** As promised or better; `isSure`: the whole interval is. */
  | { readonly kind: 'held'; readonly isSure: boolean }
  /** Less than promised, though chance alone could make it so much less. */
  | { readonly kind: 'short'; readonly by: number; readonly unit: ShortUnit }
  /** Less than promised, and chance alone would not make it so. */
  | { readonly kind: 'broken'; readonly by: number; readonly unit: ShortUnit }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason };

/** Points: of a share in per cent. */
export type ShortUnit = 'points' | 'weeks' | 'leads';

export type UnknownReason =
  /** Nobody that the promise speaks of can be judged yet. */
  | 'nobody'
  /** Fewer leads than `LEAST_KNOWN`, or weeks than `LEAST_WEEKS`. */
  | 'few'
  /** All instants of the history are equal. */
  | 'noDates'
  /** Stages have dates without a time of day, so that hours cannot be told. */
  | 'noTimes'
  /** No recorded hand-over comes before what sales did. */
  | 'noHandOver'
  /** No activity is of the promised types. */
  | 'noActivities'
  /** No stage has a reason. */
  | 'noReasons';

/** Weeks are not judged by fewer of them. */
export const LEAST_WEEKS = 4;

export interface ShareFigure {
  readonly kept: number;
  /** Leads that can be judged. */
  readonly due: number;
  /** kept / due with its Wilson interval; null where nobody is due. */
  readonly rate: number | null;
  readonly interval: Interval | null;
}

export const shareOf = (kept: number, due: number): ShareFigure => ({
  kept,
  due,
  rate: rateOf(kept, due),
  interval: wilsonInterval(kept, due),
});

/** Of a promise that at least so many per cent of the leads are served as said. */
export function verdictOfShare({ rate, interval, due }: ShareFigure, leastPercent: number): Verdict {
  if (rate === null || interval === null) return unknown('nobody');
  if (due < LEAST_KNOWN) return unknown('few');
  return verdictOf(rate, interval, leastPercent / 100, { kind: 'points', by: leastPercent - rate * 100 });
}

/** Of a promise for at least `weeks` of `ofWeeks` weeks, when it held in `held` of `judged`. */
export function verdictOfWeeks(held: number, judged: number, promise: { weeks: number; ofWeeks: number }): Verdict {
  const { rate, interval } = shareOf(held, judged);
  if (rate === null || interval === null) return unknown('nobody');
  if (judged < LEAST_WEEKS) return unknown('few');
  const promised = promise.weeks / promise.ofWeeks;
  return verdictOf(rate, interval, promised, { kind: 'weeks', by: Math.ceil(promised * judged - HAIR) - held });
}

export const unknown = (reason: UnknownReason): Verdict => ({ kind: 'unknown', reason });

/** Nine of ten are not missed by the dust of a binary fraction. */
const HAIR = 1e-9;

function verdictOf(
  rate: number,
  [low, high]: Interval,
  promised: number,
  short: { readonly kind: ShortUnit; readonly by: number },
): Verdict {
  if (rate >= promised - HAIR) return { kind: 'held', isSure: low >= promised - HAIR };
  return { kind: high < promised ? 'broken' : 'short', by: short.by, unit: short.kind };
}
