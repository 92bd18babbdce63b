/** Whether leads score otherwise than before, and whether a score still means the same. */
import { numberAt } from '../at.ts';
import { countAtMost } from '../count-at-most.ts';
import type { History } from '../history/history.ts';
import { cellOf, countLead, IMMATURE, outcomeCounts } from '../measures/cell.ts';
import type { Cell } from '../measures/frame.ts';
import { LEAST_KNOWN } from '../measures/least-counts.ts';
import { bandEdges, leastPeak, rangeOfSample } from '../measures/thresholds.ts';
import { differenceTest } from '../profile/difference-test.ts';
import type { LeadFacts } from '../replay/replay-result.ts';
import { holm } from '../statistics/holm.ts';
import { type RateDifference, rateDifference } from '../statistics/newcombe.ts';
import { psi, type Stability } from '../statistics/stability.ts';
import { AFTER, BEFORE, periodOf, type TwoPeriods } from './two-periods.ts';

export interface BandDrift {
  /** Of the shares of the bands; null where one of the periods has nobody. */
  readonly stability: Stability | null;
  /** Cut at the threshold. Lowest first. */
  readonly bands: readonly DriftingBand[];
  /** Leads that are too young: they have had less time to score, so that none is in any band. */
  readonly tooYoung: { readonly before: number; readonly after: number };
}

export interface DriftingBand {
  readonly from: number | null;
  readonly to: number | null;
  readonly before: Cell;
  readonly after: Cell;
  /** Conversion after less before; null with fewer than `LEAST_KNOWN` known outcomes in either. */
  readonly difference: RateDifference | null;
  /** By Holm's test over all bands: below 0.05 it holds, however many bands were looked at. Null where there is no difference. */
  readonly p: number | null;
}

/** `peak`: highest scores at the agreed level, whose threshold is given. */
export function bandDrift(
  history: History,
  facts: LeadFacts,
  periods: TwoPeriods,
  peak: Float64Array,
  threshold: number,
): BandDrift {
  const tooYoung = { before: 0, after: 0 };
  const old: { readonly lead: number; readonly period: typeof BEFORE | typeof AFTER }[] = [];
  for (let lead = 0; lead < peak.length; lead += 1) {
    const period = periodOf(history, facts, periods, lead);
    if (period === -1 || Number.isNaN(numberAt(peak, lead))) continue;
    if (facts.outcome[lead] !== IMMATURE) old.push({ lead, period });
    else if (period === BEFORE) tooYoung.before += 1;
    else tooYoung.after += 1;
  }
  const peaks = old.map(({ lead }) => numberAt(peak, lead));
  const edges = bandEdges(peaks.length === 0 ? null : rangeOfSample(peaks), threshold);
  const least = edges.map(leastPeak);
  const counts = [outcomeCounts(edges.length + 1), outcomeCounts(edges.length + 1)];
  for (const { lead, period } of old)
    countLead(counts[period] ?? NOTHING, countAtMost(least, numberAt(peak, lead)), facts.outcome[lead] ?? 0);
  const found = Array.from({ length: edges.length + 1 }, (_, band): Omit<DriftingBand, 'p'> => {
    const before = cellOf(counts[BEFORE] ?? NOTHING, band);
    const after = cellOf(counts[AFTER] ?? NOTHING, band);
    const isKnown = before.observed >= LEAST_KNOWN && after.observed >= LEAST_KNOWN;
    return {
      from: edges[band - 1] ?? null,
      to: edges[band] ?? null,
      before,
      after,
      difference: isKnown ? rateDifference(after, before) : null,
    };
  });
  const ps = holm(
    found.map(({ difference, before, after }) =>
      difference === null ? null : differenceTest(known(before), known(after)),
    ),
  );
  const bands = found.map((band, index): DriftingBand => ({ ...band, p: ps[index] ?? null }));
  const occupied = bands.filter(({ before, after }) => before.leads + after.leads > 0);
  return {
    stability: psi(
      occupied.map(({ before }) => before.leads),
      occupied.map(({ after }) => after.leads),
    ),
    bands,
    tooYoung,
  };
}

const known = ({ observed, converted }: Cell) => ({ of: observed, converted });

const NOTHING = outcomeCounts(0);
