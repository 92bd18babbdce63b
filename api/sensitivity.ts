/** What moves a level: the part of the contract that speaks of it. */
import * as z from 'zod/mini';
import type { Sensitivity } from '../core/sensitivity/sensitivity.ts';
import { comparedSide } from './compared.ts';
import { replayOptions } from './replay-question.ts';

export type { HeatCell, HeatMap, HeatRow } from '../core/sensitivity/heat-map.ts';
export type { ChangedFigures, HeldFigures } from '../core/sensitivity/held-figures.ts';
export type { LeverName } from '../core/sensitivity/levers.ts';
export type { RuleShares, RuleTeam } from '../core/sensitivity/rule-shares.ts';
export type { Sampled, Sensitivity } from '../core/sensitivity/sensitivity.ts';
export type { Share } from '../core/sensitivity/shapley.ts';
export type { MovedFigures, Tornado } from '../core/sensitivity/tornado.ts';

export const SENSITIVITY_INPUTS = {
  /**
   * One lever moved at a time, threshold by half-life, and what each rule is worth; changes nothing. Long: reports progress,
   * can be cancelled. The hand-over has no rules and is refused.
   */
  'sensitivity.run': z.strictObject({
    level: z.string().check(z.maxLength(1_000)),
    options: replayOptions,
    side: comparedSide,
    parts: z.array(z.enum(['tornado', 'heatMap', 'shapley'])).check(z.minLength(1), z.maxLength(3)),
    jobId: z.string().check(z.minLength(1), z.maxLength(80)),
  }),
} as const;

export interface SensitivityOutputs {
  readonly 'sensitivity.run': Sensitivity;
}
