import { itemAt, numberAt } from '../at.ts';
import type { LeadFacts, ReplayResult } from '../replay/replay-result.ts';
import { cellOf, countLead, isMeasured, type OutcomeCounts, outcomeCounts } from './cell.ts';
import type { Cell } from './frame.ts';

/** Gained: the scenario alone reaches its level. Lost: the baseline alone. Kept: both. */
export type SwapName = 'gained' | 'lost' | 'kept';

/** A place for each list; leads that neither reaches are in none. */
const SETS: readonly SwapName[] = ['gained', 'lost', 'kept'];
const NONE = -1;

/**
 * The leads that two replays of one history (same options) tell apart, counted by outcome. A level index of −1 says that
 * the rule set has no such level: then nobody reaches it.
 */
export function swapCounts(
  scenario: ReplayResult,
  scenarioLevel: number,
  baseline: ReplayResult,
  baselineLevel: number,
): SwapCounts {
  const counts = outcomeCounts(SETS.length);
  eachSwap(scenario, scenarioLevel, baseline, baselineLevel, (lead, set) => {
    countLead(counts, set, numberAt(scenario.facts.outcome, lead));
  });
  return swapOf(counts);
}

/** The same from one level's instants and, by lead, 1 where the baseline reaches its own. Null: nobody is compared. */
export function swapAgainst(facts: LeadFacts, reachedAtMs: Float64Array, baseline: Uint8Array | null): SwapCounts {
  const counts = outcomeCounts(SETS.length);
  if (baseline !== null)
    for (let lead = 0; lead < reachedAtMs.length; lead += 1) {
      const reaches = !Number.isNaN(numberAt(reachedAtMs, lead));
      const had = baseline[lead] === 1;
      if ((reaches || had) && isMeasured(facts, lead))
        countLead(counts, setOf(reaches, had), numberAt(facts.outcome, lead));
    }
  return swapOf(counts);
}

export type SwapCounts = Readonly<Record<SwapName, Cell>>;

/** Sets of `counts`: gained, lost, kept. */
export const swapOf = (counts: OutcomeCounts): SwapCounts => ({
  gained: cellOf(counts, 0),
  lost: cellOf(counts, 1),
  kept: cellOf(counts, 2),
});

/** The leads of one list, as their indices in the history, ascending. Levels as for `swapCounts`. */
export function swapLeads(
  scenario: ReplayResult,
  scenarioLevel: number,
  baseline: ReplayResult,
  baselineLevel: number,
  list: SwapName,
): Int32Array {
  const wanted = SETS.indexOf(list);
  const leads = new Int32Array(scenario.facts.inCohort.length);
  let count = 0;
  eachSwap(scenario, scenarioLevel, baseline, baselineLevel, (lead, set) => {
    if (set !== wanted) return;
    leads[count] = lead;
    count += 1;
  });
  return leads.slice(0, count);
}

function eachSwap(
  scenario: ReplayResult,
  scenarioLevel: number,
  baseline: ReplayResult,
  baselineLevel: number,
  visit: (lead: number, set: number) => void,
): void {
  const { facts } = scenario;
  const reachedByScenario = reachedAt(scenario, scenarioLevel);
  const reachedByBaseline = reachedAt(baseline, baselineLevel);
  for (let lead = 0; lead < facts.inCohort.length; lead += 1) {
    const gained = !Number.isNaN(reachedByScenario?.[lead] ?? Number.NaN);
    const had = !Number.isNaN(reachedByBaseline?.[lead] ?? Number.NaN);
    if ((gained || had) && isMeasured(facts, lead)) visit(lead, setOf(gained, had));
  }
}

const setOf = (scenario: boolean, baseline: boolean): number => (scenario ? (baseline ? 2 : 0) : 1);

const reachedAt = (result: ReplayResult, level: number): Float64Array | null =>
  level === NONE ? null : itemAt(result.levels, level).reachedAtMs;
