import type { PairCompared } from '../../../../api/compare-pair.ts';

/** Leads that either side reaches and that are too young for an outcome. */
export const earlyOf = ({ swap: { kept, lost, gained } }: Pick<PairCompared, 'swap'>): number =>
  kept.immature + lost.immature + gained.immature;
