/**
 * The history held hot: compiled for the scenario and for its baseline, replayed at each request. Lives in the replay
 * worker; the command line and tests use it directly.
 */
import type { FramePair, LeadDetail, LeadRow, Page, SwapRow } from '../../api/contract.ts';
import type { History } from '../../core/history/history.ts';
import { type LeadNaming, leadNaming } from '../../core/history/naming.ts';
import { cohortCalendar } from '../../core/measures/by-time.ts';
import { type CohortFacts, cohortFacts } from '../../core/measures/frame-of-counts.ts';
import type { SwapName } from '../../core/measures/swap-set.ts';
import { type CompiledReplay, compileReplay, isCompiledFor } from '../../core/replay/compile.ts';
import { replay } from '../../core/replay/replay.ts';
import type { LeadFacts, LevelReplay, ReplayOptions, ReplayResult } from '../../core/replay/replay-result.ts';
import { asOfWarnings } from '../../core/replay/warnings.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { ruleSetWarnings } from '../../core/rule-set/rule-set-warnings.ts';
import { leadDetail } from './lead-detail.ts';
import { type LeadQuery, listLeads } from './lead-list.ts';
import { createReplayEngine, type EngineFrame } from './packed/replay-engine.ts';
import { swapRows } from './swap-rows.ts';

export interface Question {
  readonly scenario: RuleSet;
  readonly baseline: RuleSet;
  readonly level: string;
  readonly options: ReplayOptions;
}

export interface ReplaySession {
  readonly frame: (question: Question) => FramePair;
  readonly swap: (question: Question, list: SwapName, offset: number, limit: number) => Page<SwapRow>;
  readonly leads: (ruleSet: RuleSet, query: LeadQuery) => Page<LeadRow>;
  /** Null when the history has no such lead. */
  readonly lead: (ruleSet: RuleSet, id: string) => LeadDetail | null;
  /** How often a second thread took part. */
  readonly timesHelped: () => number;
  /** Ends the threads that it started. */
  readonly close: () => void;
}

/** `kernelWorkerUrl`: of a second thread for histories that are worth one; null: one thread only. */
export function createReplaySession(
  history: History,
  clockMs: () => number,
  kernelWorkerUrl: URL | null = null,
): ReplaySession {
  const engine = createReplayEngine(kernelWorkerUrl);
  // Two rule sets that are compared have most rules in common: what one compiled the other takes over.
  const compiled = createCompiledPair(history);
  const cohorts = createCohorts(history);
  let baselineFrame: (EngineFrame & { readonly key: string }) | undefined;
  let scores: { readonly key: string; readonly compiled: CompiledReplay; readonly result: ReplayResult } | undefined;
  const levelsByKey = new Map<string, readonly LevelReplay[]>();
  let naming: LeadNaming | undefined;
  const names = (): LeadNaming => {
    naming ??= leadNaming(history);
    return naming;
  };
  const ask = (of: CompiledReplay, ruleSet: RuleSet, level: string, baseline: Uint8Array | null): EngineFrame =>
    engine.frame(of, {
      ruleSet,
      levelIndex: levelIndex(ruleSet, level),
      cohort: cohorts.of(of.facts),
      warnings: [...cohorts.warnings(of.facts), ...ruleSetWarnings(ruleSet, history)],
      baseline,
    });
  /** Whom the baseline's level holds is kept from frame to frame: only the scenario moves. */
  const baselineOf = ({ baseline, options, level }: Question): EngineFrame => {
    const key = JSON.stringify([baseline, options, level]);
    if (baselineFrame?.key === key) return baselineFrame;
    const asked = { key, ...ask(compiled.of('baseline', baseline, options), baseline, level, null) };
    baselineFrame = asked;
    return asked;
  };
  /** Scores now, which no frame shows, take the plain kernel. */
  const scoresNow = (ruleSet: RuleSet) => {
    const key = JSON.stringify(ruleSet);
    if (scores?.key === key) return scores;
    const of = compiled.of('scenario', ruleSet, DEFAULT);
    const replayed = { key, compiled: of, result: replay(of, ruleSet) };
    scores = replayed;
    return replayed;
  };
  const resultOf = (which: Which, ruleSet: RuleSet, options: ReplayOptions): ReplayResult => {
    const of = compiled.of(which, ruleSet, options);
    const key = JSON.stringify([ruleSet, options]);
    const levels = levelsByKey.get(key) ?? engine.levels(of, ruleSet);
    // Two lists side by side ask for the same two rule sets again and again.
    if (!levelsByKey.has(key) && levelsByKey.size >= 2) levelsByKey.clear();
    levelsByKey.set(key, levels);
    return { facts: of.facts, now: NO_SCORES, nowByDimension: [], levels };
  };
  return {
    frame: (question) => {
      const startMs = clockMs();
      const ofBaseline = baselineOf(question);
      const ofScenario = ask(
        compiled.of('scenario', question.scenario, question.options),
        question.scenario,
        question.level,
        ofBaseline.reached,
      );
      return {
        scenario: ofScenario.frame,
        baseline: ofBaseline.frame,
        swap: ofScenario.swap,
        computedInMs: clockMs() - startMs,
      };
    },
    swap: (question, list, offset, limit) =>
      swapRows({
        history,
        naming: names(),
        scenario: resultOf('scenario', question.scenario, question.options),
        scenarioLevel: levelIndex(question.scenario, question.level),
        baseline: resultOf('baseline', question.baseline, question.options),
        baselineLevel: levelIndex(question.baseline, question.level),
        list,
        offset,
        limit,
      }),
    leads: (ruleSet, query) =>
      listLeads(history, names(), scoresNow(ruleSet).result, levelIndex(ruleSet, query.level), query),
    lead: (ruleSet, id) => {
      const { compiled: of, result } = scoresNow(ruleSet);
      return leadDetail(of, ruleSet, result, names(), id);
    },
    timesHelped: engine.timesHelped,
    close: engine.close,
  };
}

const NO_SCORES = new Float64Array(0);

const DEFAULT: ReplayOptions = { horizon: 'outcome' };

/** −1 when the rule set has no such level: then nobody reaches it. */
const levelIndex = (ruleSet: RuleSet, id: string): number => ruleSet.levels.findIndex((level) => level.id === id);

type Which = 'scenario' | 'baseline';

/** What was compiled last for each of the two rule sets on the table. */
function createCompiledPair(history: History) {
  const last: { [W in Which]?: CompiledReplay } = {};
  return {
    of: (which: Which, ruleSet: RuleSet, options: ReplayOptions): CompiledReplay => {
      const candidates = [last[which], last.scenario, last.baseline].filter((one) => one !== undefined);
      const sameMoment = candidates.filter((one) => JSON.stringify(one.options) === JSON.stringify(options));
      const found =
        sameMoment.find((one) => isCompiledFor(one, ruleSet)) ??
        compileReplay(history, ruleSet, options, sameMoment[0] ?? candidates[0]);
      last[which] = found;
      return found;
    },
  };
}

/** What of the leads does not depend on a rule set, kept while the options stay. */
function createCohorts(history: History) {
  let last:
    | { readonly facts: LeadFacts; readonly cohort: CohortFacts; readonly warnings: readonly string[] }
    | undefined;
  const held = (facts: LeadFacts) => {
    if (last?.facts === facts) return last;
    const found = {
      facts,
      cohort: cohortFacts(facts, cohortCalendar(history, facts)),
      warnings: asOfWarnings(history, facts.asOfMs),
    };
    last = found;
    return found;
  };
  return {
    of: (facts: LeadFacts): CohortFacts => held(facts).cohort,
    warnings: (facts: LeadFacts): readonly string[] => held(facts).warnings,
  };
}
