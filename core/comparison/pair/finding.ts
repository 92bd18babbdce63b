/** What a comparison comes to, of which one sentence is made. */
import { LEAST_SQLS } from '../../measures/least-counts.ts';
import type { LevelMeasures } from '../../replay/replay-result.ts';
import type { Interval } from '../../statistics/interval.ts';
import type { ConversionDifference } from './conversion-difference.ts';

export type Finding =
  | { readonly kind: 'sameLeads' }
  | { readonly kind: 'tooFewSqls' }
  /** The interval leaves out 0, and so do the bounds, with the error of sampling on top: edges that chance put beside 0 are no proof. */
  | { readonly kind: 'betterWhateverUnknown'; readonly better: 'a' | 'b' }
  /** It would take unknown leads that convert more often than the known ones that score alike. */
  | { readonly kind: 'betterUnlessSkipped'; readonly better: 'a' | 'b' }
  /**
   * The known leads say that one is better, the unknown ones could turn it. `pilotLeads`: how many of these, drawn at random, a
   * pilot must hand to sales; null where no pilot of them could tell.
   */
  | { readonly kind: 'cannotSettle'; readonly better: 'a' | 'b'; readonly pilotLeads: number | null }
  /**
   * The interval holds 0. `leadsNeeded`: about how many leads with a known outcome it would take in all, if the difference stayed
   * what it is; null at no difference at all.
   */
  | { readonly kind: 'noDifference'; readonly leadsNeeded: number | null };

export interface Found {
  readonly isSameLeads: boolean;
  readonly a: Pick<LevelMeasures, 'converted'>;
  readonly b: Pick<LevelMeasures, 'converted'>;
  readonly difference: ConversionDifference;
  readonly pilotLeads: number | null;
  readonly leadsNeeded: number | null;
}

export function findingOf({ isSameLeads, a, b, difference, pilotLeads, leadsNeeded }: Found): Finding {
  if (isSameLeads) return { kind: 'sameLeads' };
  if (a.converted < LEAST_SQLS || b.converted < LEAST_SQLS) return { kind: 'tooFewSqls' };
  const { interval, boundsInterval, plausible } = difference;
  const better = aheadIn(interval);
  if (better === null) return { kind: 'noDifference', leadsNeeded };
  if (aheadIn(boundsInterval) === better) return { kind: 'betterWhateverUnknown', better };
  if (aheadIn(plausible) === better) return { kind: 'betterUnlessSkipped', better };
  return { kind: 'cannotSettle', better, pilotLeads };
}

/** Whom the whole of an interval of B less A speaks for. */
function aheadIn(interval: Interval | null): 'a' | 'b' | null {
  if (interval === null) return null;
  if (interval[0] > 0) return 'b';
  return interval[1] < 0 ? 'a' : null;
}
