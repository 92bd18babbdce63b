/** Two scenarios at one level, B told against A: every difference with what it rests on (STATISTICS.md 1.3, 1.4, 3). */
import { levelMeasures } from '../../measures/level-measures.ts';
import type { SwapCounts } from '../../measures/swap-set.ts';
import type { LeadFacts, LevelMeasures } from '../../replay/replay-result.ts';
import type { Interval } from '../../statistics/interval.ts';
import { mcNemar } from '../../statistics/mcnemar.ts';
import { rateDifference } from '../../statistics/newcombe.ts';
import { pairedTableDifference } from '../../statistics/newcombe-paired.ts';
import { leadsToSettle, pilotToSettle } from '../../statistics/pilot.ts';
import { asResult, type ReachedLeads } from '../reached-leads.ts';
import { type ConversionDifference, conversionDifference } from './conversion-difference.ts';
import { type Finding, findingOf } from './finding.ts';
import { pairedBands } from './paired-bands.ts';
import { leadsOfEither, observedOf, swapOfPair } from './paired-leads.ts';

export interface Comparison {
  /** As `simulate` prints them. */
  readonly a: LevelMeasures;
  readonly b: LevelMeasures;
  readonly difference: ConversionDifference;
  readonly recall: RecallDifference;
  readonly swap: SwapDifference;
  readonly finding: Finding;
}

/** Of the share of the cohort's SQLs that are caught, B less A. */
export interface RecallDifference {
  readonly sqls: number;
  readonly difference: number | null;
  readonly interval: Interval | null;
  readonly midP: number | null;
}

/** Gained: B alone reaches it. Lost: A alone. Kept: both. */
export interface SwapDifference extends SwapCounts {
  /** Of the rate of the gained, less that of the lost. */
  readonly difference: number | null;
  readonly interval: Interval | null;
}

/** Both of the same history and question; `facts` say who is in the cohort. */
export function comparePair(facts: LeadFacts, a: ReachedLeads, b: ReachedLeads, level: string): Comparison {
  const ofA = levelMeasures(asResult(facts, a), 0, level);
  const ofB = levelMeasures(asResult(facts, b), 0, level);
  const swap = swapOfPair(facts, a, b);
  const bands = pairedBands(facts, a, b, leadsOfEither(facts, a, b));
  const difference = conversionDifference(swap, bands);
  const swapped = rateDifference(swap.gained, swap.lost);
  return {
    a: ofA,
    b: ofB,
    difference,
    recall: recallDifference(swap, ofA.sqls),
    swap: { ...swap, difference: swapped?.difference ?? null, interval: swapped?.interval ?? null },
    finding: findingOf({
      isSameLeads: swap.gained.leads + swap.lost.leads === 0,
      a: ofA,
      b: ofB,
      difference,
      pilotLeads: pilotToSettle(observedOf(swap), bands),
      leadsNeeded:
        difference.rate === null || difference.standardError === null
          ? null
          : leadsToSettle(difference.rate, difference.standardError, difference.observed),
    }),
  };
}

function recallDifference({ kept, lost, gained }: SwapCounts, sqls: number): RecallDifference {
  const difference = pairedTableDifference({
    both: kept.converted,
    onlyFirst: gained.converted,
    onlySecond: lost.converted,
    neither: sqls - kept.converted - lost.converted - gained.converted,
  });
  return {
    sqls,
    difference: difference?.difference ?? null,
    interval: difference?.interval ?? null,
    midP: mcNemar(gained.converted, lost.converted)?.midP ?? null,
  };
}
