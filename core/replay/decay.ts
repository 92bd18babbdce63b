/** What an award is still worth as it ages (REPLAY.md, decay). Ages are whole UTC hours. */
import { HOUR_MS } from '../history/history.ts';
import type { Decay } from '../rule-set/rule-set.ts';

/** The whole UTC hour that holds an instant. */
export const hourOf = (atMs: number): number => Math.floor(atMs / HOUR_MS);

/** A decay's days in whole hours, at least one. */
export const decayHours = (days: number): number => Math.max(1, Math.round(24 * days));

/** Weight at an age of `hours` ≥ 0. */
export function weightAt(decay: Decay, hours: number): number {
  switch (decay.kind) {
    case 'none':
      return 1;
    case 'expire':
      return hours < decayHours(decay.days) ? 1 : 0;
    case 'linear':
      return Math.max(0, 1 - hours / decayHours(decay.days));
    case 'half-life':
      return 2 ** (-hours / decayHours(decay.days));
    case 'steps': {
      const steps = Math.floor(hours / decayHours(decay.everyDays));
      return decay.compound ? (1 - decay.percent / 100) ** steps : Math.max(0, 1 - (decay.percent / 100) * steps);
    }
  }
}

/** The age in hours from which the weight counts as 0; Infinity where it never does. */
export function lifetimeHours(decay: Decay): number {
  switch (decay.kind) {
    case 'none':
    case 'half-life':
      return Number.POSITIVE_INFINITY;
    case 'expire':
    case 'linear':
      return decayHours(decay.days);
    case 'steps': {
      const hours = decayHours(decay.everyDays);
      if (decay.compound) return decay.percent === 100 ? hours : Number.POSITIVE_INFINITY;
      let steps = Math.max(1, Math.floor(100 / decay.percent) - 1);
      while (1 - (decay.percent / 100) * steps > 0) steps += 1;
      return steps * hours;
    }
  }
}
