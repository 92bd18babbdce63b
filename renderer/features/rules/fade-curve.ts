import { decayHours, lifetimeHours, weightAt } from '../../../core/replay/decay.ts';
import type { Decay } from '../../../core/rule-set/rule-set.ts';

export interface CurvePoint {
  readonly day: number;
  readonly share: number;
}

const HALF_LIVES_SHOWN = 3;
const STEPS_SHOWN = 6;
const BEYOND_THE_END = 1.25;
const POINTS = 180;

/** Days that show the whole of a fading: three half-lives, a quarter beyond the end, some steps of one that never ends. */
export const spanDays = (decay: Decay): number => {
  if (decay.kind === 'none') return 30;
  if (decay.kind === 'half-life') return (decayHours(decay.days) * HALF_LIVES_SHOWN) / 24;
  const lifetime = lifetimeHours(decay);
  if (Number.isFinite(lifetime)) return (lifetime * BEYOND_THE_END) / 24;
  return decay.kind === 'steps' ? (decayHours(decay.everyDays) * STEPS_SHOWN) / 24 : 30;
};

/** The share of the points that is left, day by day over the span; the very weights that the replay uses. */
export const fadeCurve = (decay: Decay): readonly CurvePoint[] => {
  const hours = spanDays(decay) * 24;
  return Array.from({ length: POINTS + 1 }, (_, index) => {
    const age = Math.round((hours * index) / POINTS);
    return { day: age / 24, share: weightAt(decay, age) };
  });
};

/** A moment worth naming on the curve: the half-life, the middle of an even fade, the first step, the end. */
export const tellingPoint = (decay: Decay): CurvePoint | null => {
  if (decay.kind === 'none') return null;
  const hours = decay.kind === 'steps' ? decayHours(decay.everyDays) : decayHours(decay.days);
  const at = decay.kind === 'linear' ? Math.round(hours / 2) : hours;
  return { day: at / 24, share: weightAt(decay, at) };
};
