/** Decay as sums: what an award adds at its instant and takes away as it ages, so that a running sum is a score. */
import type { Decay, Rule } from '../rule-set/rule-set.ts';

/** A decay in whole hours. */
export type HourDecay =
  | { readonly kind: 'none' }
  | { readonly kind: 'expire'; readonly hours: number }
  | { readonly kind: 'linear'; readonly hours: number }
  | { readonly kind: 'half-life'; readonly hours: number }
  /** Until step `steps` takes the last of it. */
  | { readonly kind: 'steps'; readonly hours: number; readonly share: number; readonly steps: number }
  /** Each step keeps `kept` of what is left; step `steps` is the last that can be told from none at all. */
  | { readonly kind: 'compound'; readonly hours: number; readonly kept: number; readonly steps: number };

/** REPLAY.md "Decay"; steps that take all at once are an expiry. */
export function hourDecay(rule: Rule): HourDecay {
  const decay: Decay = 'decay' in rule ? rule.decay : { kind: 'none' };
  switch (decay.kind) {
    case 'none':
      return decay;
    case 'expire':
    case 'linear':
    case 'half-life':
      return { kind: decay.kind, hours: wholeHours(decay.days) };
    case 'steps': {
      const hours = wholeHours(decay.everyDays);
      const share = decay.percent / 100;
      if (share >= 1) return { kind: 'expire', hours };
      if (decay.compound) {
        const kept = 1 - share;
        return { kind: 'compound', hours, kept, steps: Math.ceil(NEGLIGIBLE_HALVINGS / -Math.log2(kept)) };
      }
      let steps = Math.max(1, Math.floor(1 / share) - 1);
      while (1 - share * steps > 0) steps += 1;
      return { kind: 'steps', hours, share, steps };
    }
  }
}

/** The age in hours from which an award no longer stands; null where it always does. */
export function lifetimeHours(decay: HourDecay): number | null {
  switch (decay.kind) {
    case 'none':
    case 'half-life':
    case 'compound':
      return null;
    case 'expire':
    case 'linear':
      return decay.hours;
    case 'steps':
      return decay.hours * decay.steps;
  }
}

/** The largest number of points, halved so often, is beyond what any sum of scores can tell from 0. */
const NEGLIGIBLE_HALVINGS = 120;

const wholeHours = (days: number): number => Math.max(1, Math.floor(24 * days + 0.5));
