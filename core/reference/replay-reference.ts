import type { History } from '../history/history.ts';
import { type LevelReplay, OUTCOMES, type ReplayOptions, type ReplayResult } from '../replay/replay-result.ts';
import type { Level, RuleSet } from '../rule-set/rule-set.ts';
import { type Award, awardsOf, type Extent } from './awards.ts';
import { type Facts, factsOf, type Standpoint, standpointOf } from './facts.ts';
import { type LeadRow, leadRows } from './lead-rows.ts';
import { agedWeight, type Score, scoreAt } from './score.ts';

interface Look {
  readonly atMs: number;
  readonly score: Score;
}

interface LeadReplay {
  readonly facts: Facts;
  /** Null for a lead that does not exist at `asOf`. */
  readonly now: Score | null;
  /** None for customers and for leads that do not exist. */
  readonly looks: readonly Look[];
}

/**
 * The replay of REPLAY.md, slow and by the text of the page: the yardstick of the columnar engine in tests.
 * Leads created after `asOf` have NaN and zeros everywhere.
 */
export function replayReference(history: History, ruleSet: RuleSet, options: ReplayOptions): ReplayResult {
  const rows = leadRows(history);
  const standpoint = standpointOf(history, rows, options);
  const leads = rows.map((lead) => replayLead(lead, ruleSet, standpoint));
  const instants = (read: (facts: Facts) => number | null): Float64Array =>
    Float64Array.from(leads, ({ facts }) => (facts.exists ? (read(facts) ?? Number.NaN) : Number.NaN));
  return {
    facts: {
      asOfMs: standpoint.asOfMs,
      exists: Uint8Array.from(leads, ({ facts }) => Number(facts.exists)),
      inCohort: Uint8Array.from(leads, ({ facts }) => Number(facts.inCohort)),
      outcome: Uint8Array.from(leads, ({ facts }) => OUTCOMES.indexOf(facts.outcome)),
      sqlAtMs: instants((facts) => facts.sqlAtMs),
      closedAtMs: instants((facts) => facts.closedAtMs),
      workedAtMs: instants((facts) => facts.workedAtMs),
      horizonMs: instants((facts) => facts.horizonMs),
      won: Uint8Array.from(leads, ({ facts }) => Number(facts.exists && facts.won)),
      wonAmount: Float64Array.from(leads, ({ facts }) => (facts.exists ? facts.wonAmount : 0)),
    },
    now: Float64Array.from(leads, ({ now }) => now?.total ?? Number.NaN),
    nowByDimension: ruleSet.dimensions.map((_dimension, index) =>
      Float64Array.from(leads, ({ now }) => now?.byDimension[index] ?? Number.NaN),
    ),
    levels: ruleSet.levels.map((level) => replayLevel(level, ruleSet, leads)),
  };
}

function replayLead(lead: LeadRow, ruleSet: RuleSet, standpoint: Standpoint): LeadReplay {
  const { asOfMs, timeZone } = standpoint;
  const facts = factsOf(lead, standpoint);
  if (!facts.exists) return { facts, now: null, looks: [] };
  const upToAsOf: Extent = { untilMs: asOfMs, inclusive: true };
  const now = scoreAt(ruleSet, awardsOf(lead, ruleSet, upToAsOf, timeZone), asOfMs);
  if (facts.outcome === 'customer') return { facts, now, looks: [] };
  const extent = facts.horizonMs === null ? upToAsOf : { untilMs: facts.horizonMs, inclusive: false };
  const awards = awardsOf(lead, ruleSet, extent, timeZone);
  const looks = lookInstants(lead.createdAtMs, awards).map((atMs) => ({ atMs, score: scoreAt(ruleSet, awards, atMs) }));
  return { facts, now, looks };
}

/** Section 3: `created`, the instants of awards, and the recycles that end an award whose weight there is above 0. */
function lookInstants(createdAtMs: number, awards: readonly Award[]): readonly number[] {
  const endings = awards.flatMap((award) =>
    award.clearedAtMs !== null && agedWeight(award, award.clearedAtMs).counts ? [award.clearedAtMs] : [],
  );
  const instants = [createdAtMs, ...awards.map((award) => award.atMs), ...endings];
  return [...new Set(instants)].filter((atMs) => atMs >= createdAtMs).sort((left, right) => left - right);
}

function replayLevel(level: Level, ruleSet: RuleSet, leads: readonly LeadReplay[]): LevelReplay {
  const holdsButForTotal = ({ score }: Look): boolean =>
    !score.disqualified &&
    ruleSet.dimensions.every((dimension, index) => {
      const least = level.dimensions[dimension.id];
      return least === undefined || atLeast(score.byDimension[index] ?? Number.NaN, least);
    });
  const considered = leads.map(({ looks }) => looks.filter(holdsButForTotal));
  return {
    reachedAtMs: Float64Array.from(
      considered,
      (looks) => looks.find(({ score }) => atLeast(score.total, level.total))?.atMs ?? Number.NaN,
    ),
    peak: Float64Array.from(considered, (looks) =>
      looks.length === 0 ? Number.NaN : Math.max(...looks.map(({ score }) => score.total)),
    ),
  };
}

/** "a ≥ b means a ≥ b − 1e-9 × max(1, |b|)". */
const atLeast = (value: number, least: number): boolean => value >= least - 1e-9 * Math.max(1, Math.abs(least));
