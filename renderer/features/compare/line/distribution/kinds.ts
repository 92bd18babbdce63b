import type { RankedSide } from '../../../../../api/compare-line.ts';

/** What became of leads, each in a row of its own: immature and never worked are no failures, and not the same. */
export const KINDS = ['converted', 'notConverted', 'unobserved', 'immature'] as const;
export type Kind = (typeof KINDS)[number];

type Bin = RankedSide['distribution'][number];

export const leadsOf = (bin: Bin, kind: Kind): number => {
  switch (kind) {
    case 'converted':
      return bin.converted;
    case 'notConverted':
      return bin.observed - bin.converted;
    case 'unobserved':
      return bin.unobserved;
    case 'immature':
      return bin.immature;
  }
};

export const totalOf = (bins: readonly Bin[], kind: Kind): number =>
  bins.reduce((sum, bin) => sum + leadsOf(bin, kind), 0);
