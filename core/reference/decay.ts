import { HOUR_MS } from '../history/history.ts';
import type { Decay } from '../rule-set/rule-set.ts';

/** Weight of an award; `counts` is false once it "becomes 0", which an underflow of a weight that never does is not. */
export interface Weight {
  readonly value: number;
  readonly counts: boolean;
}

/** REPLAY.md "Decay": by whole UTC hours, floors towards −∞. */
export function weightOf(decay: Decay, awardedAtMs: number, readAtMs: number): Weight {
  const ageHours = Math.floor(readAtMs / HOUR_MS) - Math.floor(awardedAtMs / HOUR_MS);
  switch (decay.kind) {
    case 'none':
      return { value: 1, counts: true };
    case 'expire':
      return whileAboveZero(ageHours < hoursOf(decay.days) ? 1 : 0);
    case 'linear':
      return whileAboveZero(1 - ageHours / hoursOf(decay.days));
    case 'half-life':
      return { value: 2 ** (-ageHours / hoursOf(decay.days)), counts: true };
    case 'steps': {
      const steps = Math.floor(ageHours / hoursOf(decay.everyDays));
      if (!decay.compound) return whileAboveZero(1 - (decay.percent / 100) * steps);
      const value = (1 - decay.percent / 100) ** steps;
      return decay.percent < 100 ? { value, counts: true } : whileAboveZero(value);
    }
  }
}

/** `H = max(1, round(24 × days))`. */
const hoursOf = (days: number): number => Math.max(1, Math.floor(24 * days + 0.5));

const whileAboveZero = (weight: number): Weight => ({ value: Math.max(0, weight), counts: weight > 0 });
