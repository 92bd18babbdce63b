/** What moves a level, worked out on the job's thread with a connection of its own that only reads. */
import type { Reply } from '../../api/reply.ts';
import type { History } from '../../core/history/history.ts';
import { drawnLeads, historyOfLeads } from '../../core/history/sample-history.ts';
import { cohortCalendar } from '../../core/measures/by-time.ts';
import { type CompiledReplay, compileReplay, isCompiledFor } from '../../core/replay/compile.ts';
import { deriveFacts } from '../../core/replay/facts.ts';
import type { ReplayOptions } from '../../core/replay/replay-result.ts';
import type { Level, RuleSet } from '../../core/rule-set/rule-set.ts';
import { heatMap } from '../../core/sensitivity/heat-map.ts';
import { type MeasuredLeads, measuredLeads, peaksOf } from '../../core/sensitivity/measured-leads.ts';
import type { LevelRanking } from '../../core/sensitivity/ranking.ts';
import { ruleShares } from '../../core/sensitivity/rule-shares.ts';
import type { Sampled, Sensitivity, SensitivityPart } from '../../core/sensitivity/sensitivity.ts';
import { shapleyReplays } from '../../core/sensitivity/shapley.ts';
import { tornado } from '../../core/sensitivity/tornado.ts';
import { readHistory } from '../../db/history/read-history.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { refuse, reply } from '../failure.ts';
import type { JobControl } from '../jobs/serve-job.ts';
import { createReplayEngine } from '../replay/packed/replay-engine.ts';

export interface SensitivityQuestion {
  readonly ruleSet: RuleSet;
  readonly level: Level;
  readonly options: ReplayOptions;
  readonly parts: readonly SensitivityPart[];
  /** Draws the same leads and orders each time, so that the same question has the same answer. */
  readonly seed: number;
}

export interface SensitivityLimits {
  /** A hundred replays of so many leads take seconds. */
  readonly leadsMoved: number;
  /** Shares take thousands of replays, the more the more rules there are: leads times replays. */
  readonly leadReplaysShared: number;
}

const LIMITS: SensitivityLimits = { leadsMoved: 100_000, leadReplaysShared: 40_000_000 };

export function runSensitivity(
  workshop: ReadableWorkshop,
  question: SensitivityQuestion,
  control: JobControl,
): Reply<Sensitivity> {
  control.progress({ phase: 'reading', done: 0, total: null });
  return sensitivityOf(readHistory(workshop), question, control);
}

/** `cancelled` when it was stopped. */
export function sensitivityOf(
  history: History,
  { ruleSet, level, options, parts, seed }: SensitivityQuestion,
  { progress, isCancelled }: JobControl,
  { leadsMoved, leadReplaysShared }: SensitivityLimits = LIMITS,
): Reply<Sensitivity> {
  const facts = deriveFacts(history, options);
  const all = measuredLeads(facts);
  const { weeks } = cohortCalendar(history, facts);
  const on = <P extends object>(
    part: SensitivityPart,
    most: number,
    work: (ranking: LevelRanking, onStep: (done: number, total: number) => boolean) => P | null,
  ): (Sampled & P) | null => {
    if (!parts.includes(part) || isCancelled()) return null;
    progress({ phase: 'packing', done: 0, total: null });
    const drawn = drawnLeads(all.leads, most, seed);
    const isAll = drawn === all.leads;
    // What stands at the last instant of a sample would stand too early.
    const standing = { ...options, asOfMs: facts.asOfMs };
    const engine = openRanking(isAll ? history : historyOfLeads(history, drawn), ruleSet, level, standing);
    try {
      const worked = work({ ...engine.ranking, weeks }, (done, total) => {
        progress({ phase: 'varying', done, total });
        return !isCancelled();
      });
      const { leads, sqls } = engine.ranking.measured;
      return worked === null ? null : { sample: { leads: leads.length, sqls, isAll }, ...worked };
    } finally {
      engine.close();
    }
  };
  const answer: Sensitivity = {
    leads: all.leads.length,
    sqls: all.sqls,
    tornado: on('tornado', leadsMoved, tornado),
    heatMap: on('heatMap', leadsMoved, heatMap),
    shapley: on('shapley', leadsShared(ruleSet, leadReplaysShared), (ranking, onStep) =>
      ruleShares(ranking, { seed, onStep }),
    ),
  };
  return parts.some((part) => answer[part] === null)
    ? refuse('cancelled', 'Cancelled; nothing was changed.')
    : reply(answer);
}

const FEWEST_LEADS_SHARED = 2_000;

/** As many as there is time for. */
function leadsShared(ruleSet: RuleSet, leadReplays: number): number {
  const replays = shapleyReplays(ruleSet.rules.filter(({ enabled }) => enabled).length);
  return Math.max(FEWEST_LEADS_SHARED, Math.floor(leadReplays / replays));
}

interface OpenRanking {
  readonly ranking: Omit<LevelRanking, 'weeks'>;
  readonly close: () => void;
}

/** Levers are replayed off a packing that serves them all. */
function openRanking(history: History, ruleSet: RuleSet, level: Level, options: ReplayOptions): OpenRanking {
  const engine = createReplayEngine();
  let compiled: CompiledReplay = compileReplay(history, ruleSet, options);
  const compiledFor = (moved: RuleSet): CompiledReplay => {
    if (!isCompiledFor(compiled, moved)) compiled = compileReplay(history, moved, options, compiled);
    return compiled;
  };
  const measured: MeasuredLeads = measuredLeads(compiled.facts);
  const levelIndex = ruleSet.levels.findIndex(({ id }) => id === level.id);
  return {
    ranking: {
      measured,
      ruleSet,
      level,
      peaksBy: (moved) =>
        peaksOf(
          measured,
          engine.peaks({ side: 'scenario', ruleSet: moved, options, compiled: () => compiledFor(moved) }, levelIndex),
        ),
    },
    close: engine.close,
  };
}
