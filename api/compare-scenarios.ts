/** All scenarios side by side: the part of the contract that speaks of them. */
import * as z from 'zod/mini';
import type { AgainstBaseline } from '../core/comparison/against-baseline.ts';
import type { LevelFigures } from '../core/comparison/level-figures.ts';
import type { Seat } from '../core/seat.ts';
import { analysisQuestion } from './compared.ts';

export const COMPARE_SCENARIOS_INPUTS = {
  /** The baseline, every scenario on the list as it is stored, and the historical hand-over. */
  'compare.scenarios': z.strictObject({ ...analysisQuestion }),
} as const;

export interface CompareScenariosOutputs {
  readonly 'compare.scenarios': ScenariosCompared;
}

export interface ScenariosCompared {
  readonly asOfMs: number;
  /** In the cohort, customers left out. */
  readonly leads: number;
  /** The baseline first, then the scenarios in the order in which they were made, the historical hand-over last. */
  readonly scenarios: readonly ComparedScenario[];
  readonly computedInMs: number;
}

export interface ComparedScenario extends LevelFigures {
  readonly side:
    | { readonly kind: 'baseline' }
    | { readonly kind: 'scenario'; readonly id: number }
    | { readonly kind: 'handover' };
  /** Empty for the historical hand-over, which the screen names in its own words. */
  readonly name: string;
  /** Who proposes it; null for the baseline and for the historical hand-over. */
  readonly seat: Seat | null;
  /** Of its conversion less the baseline's; null for the baseline itself, and where one has fewer than 10 SQLs. */
  readonly difference: AgainstBaseline | null;
  /** False: its rule set lacks the level, and nobody reaches it. */
  readonly hasLevel: boolean;
}
