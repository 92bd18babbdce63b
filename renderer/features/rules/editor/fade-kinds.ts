import type { Decay } from '../../../../core/rule-set/rule-set.ts';

const USUAL_DAYS = 30;
const USUAL_PERCENT = 25;

/** Another kind of fading with the days of the former. */
export const withFadeKind = (decay: Decay, kind: Decay['kind']): Decay => {
  if (decay.kind === kind) return decay;
  const days = decay.kind === 'none' ? USUAL_DAYS : decay.kind === 'steps' ? decay.everyDays : decay.days;
  if (kind === 'none') return { kind };
  return kind === 'steps' ? { kind, percent: USUAL_PERCENT, everyDays: days, compound: false } : { kind, days };
};
