/**
 * The history held hot: compiled for the scenario and for its baseline, replayed at each request. Lives in the replay
 * worker; the command line and tests use it directly.
 */
import type { FramePair, LeadRow, Page, SwapRow } from '../../api/contract.ts';
import type { LeadDetail } from '../../api/leads.ts';
import type { HistoryQuality } from '../../api/quality.ts';
import type { Cost } from '../../core/costs/cost.ts';
import { type CostReport, costReport } from '../../core/costs/cost-figures.ts';
import { type NamesMet, namesMet } from '../../core/costs/names-met.ts';
import type { History } from '../../core/history/history.ts';
import { type LeadNaming, leadNaming } from '../../core/history/naming.ts';
import type { ScoredHistory } from '../../core/lists/stands-at.ts';
import type { SwapName } from '../../core/measures/swap-set.ts';
import { compileReplay } from '../../core/replay/compile.ts';
import { deriveFacts } from '../../core/replay/facts.ts';
import { climbsOf, replay } from '../../core/replay/replay.ts';
import {
  DEFAULT_OPTIONS,
  type LevelReplay,
  type ReplayOptions,
  type ReplayResult,
  withMaturity,
} from '../../core/replay/replay-result.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { createAnalysedHistories } from '../analysis/analysed-history.ts';
import { type AnalysisAnswer, type AnalysisName, type AskedAnalysis, analyse } from '../analysis/analyses.ts';
import { historyQuality } from '../history/history-quality.ts';
import { type AskedProfile, createProfileAnswers, type ProfileAnswer } from '../history/profile-answer.ts';
import { createCompiledPair } from './compiled-pair.ts';
import { createEffectAnswers, type EffectAnswers } from './effect-answers.ts';
import { createGridAnswer, type GridAnswer } from './grid-answers.ts';
import { leadDetail } from './lead-detail.ts';
import { type LeadQuery, listLeads } from './lead-list.ts';
import {
  createReplayEngine,
  type EngineFrame,
  type EngineRequest,
  type PackedShelf,
  type Side,
} from './packed/replay-engine.ts';
import { createSecondThread, type SecondThread } from './packed/second-thread.ts';
import type { Sharing } from './packed/sharing.ts';
import type { OnProgress } from './replay-progress.ts';
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
  readonly quality: () => HistoryQuality;
  /** What each rule does, and what speaks against it. */
  readonly effects: EffectAnswers['effects'];
  /** What rules decide by themselves. */
  readonly alone: EffectAnswers['alone'];
  /** How many leads have which grade, and how they converted. */
  readonly grid: GridAnswer;
  /** Scenarios against each other. */
  readonly analyse: <N extends AnalysisName>(asked: AskedAnalysis<N>) => AnalysisAnswer<N>;
  /** What the converted leads share; a fault where the question does not fit the history. */
  readonly profile: (asked: AskedProfile) => ProfileAnswer;
  /** What leads cost; `level`: an id of the rule set's, null: none; `by`: the attribute that the costs name, null: the source. */
  readonly costs: (ruleSet: RuleSet, level: string | null, by: string | null, costs: readonly Cost[]) => CostReport;
  /** Which of these names of costs leads have. */
  readonly costNames: (by: string | null, names: readonly string[]) => NamesMet;
  /** How often a second thread took part. */
  readonly timesHelped: () => number;
  /**
   * To be called from time to time: lets the history go, with all that was derived from it lead by lead, when nothing has
   * needed it since the call before. Frames off a packed history go on without it; whatever needs it again reads it again.
   * True when something was let go.
   */
  readonly rest: () => boolean;
  /** Ends the threads that it started. */
  readonly close: () => void;
}

export interface SessionParts {
  /** Read when it is needed: a packed history on the shelf gives frames without it. Each time the same one. */
  readonly history: () => History;
  /**
   * A history of one lead, null when there is no such lead: while the whole one is not held, an answer about a lead reads
   * no other. Absent: the whole one is read.
   */
  readonly leadHistory?: (id: string) => History | null;
  readonly clockMs: () => number;
  /** The workshop's own, for questions that say none; null or absent: it says none either. */
  readonly maturityDays?: number | null;
  /** Of a second thread for histories that are worth one; null: one thread only. */
  readonly kernelWorkerUrl: URL | null;
  /** In place of one of that URL: one that is started already. The session closes it. */
  readonly secondThread?: SecondThread;
  readonly shelf: PackedShelf | null;
  /** A history with fewer is never let go: it is small beside what the app takes itself. */
  readonly restFromActivities?: number;
  readonly sharing?: Sharing;
  readonly onProgress?: OnProgress;
}

const REST_FROM_ACTIVITIES = 1_000_000;

/** A session on a history that is there, with nothing kept beside it. */
export const createReplaySession = (
  history: History,
  clockMs: () => number,
  kernelWorkerUrl: URL | null = null,
): ReplaySession => openReplaySession({ history: () => history, clockMs, kernelWorkerUrl, shelf: null });

export function openReplaySession(parts: SessionParts): ReplaySession {
  const { history, clockMs, kernelWorkerUrl, shelf, sharing, onProgress } = parts;
  const { restFromActivities = REST_FROM_ACTIVITIES } = parts;
  const secondThread = parts.secondThread ?? (kernelWorkerUrl === null ? null : createSecondThread(kernelWorkerUrl));
  const engine = createReplayEngine({
    secondThread,
    shelf,
    ...(sharing === undefined ? {} : { sharing }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  const maturityDays = parts.maturityDays ?? null;
  /** Where nobody asks for anything else. */
  const standing = withMaturity(DEFAULT_OPTIONS, maturityDays);
  const matured = (question: Question): Question => ({
    ...question,
    options: withMaturity(question.options, maturityDays),
  });
  let held: History | undefined;
  let isRested = false;
  /** Of a history with dates, once a frame has told it. */
  let asOfMs: number | undefined;
  const inUse = (): void => {
    isRested = false;
  };
  const heldHistory = (): History => {
    inUse();
    held ??= history();
    return held;
  };
  // Two rule sets that are compared have most rules in common: what one compiled the other takes over.
  const compiled = createCompiledPair(heldHistory, inUse);
  let baselineFrame: (EngineFrame & { readonly key: string }) | undefined;
  let scores: { readonly key: string; readonly result: ReplayResult } | undefined;
  const levelsByKey = new Map<string, readonly LevelReplay[]>();
  let naming: LeadNaming | undefined;
  let quality: HistoryQuality | undefined;
  const profiles = createProfileAnswers(heldHistory);
  const names = (): LeadNaming => {
    naming ??= leadNaming(heldHistory());
    return naming;
  };
  const request = (side: Side, ruleSet: RuleSet, options: ReplayOptions): EngineRequest => ({
    side,
    ruleSet,
    options,
    compiled: () => compiled.of(side, ruleSet, options),
  });
  const scenarioOf = (ruleSet: RuleSet, options: ReplayOptions): EngineRequest =>
    request('scenario', ruleSet, withMaturity(options, maturityDays));
  const effects = createEffectAnswers({
    compiled: (ruleSet, options) => scenarioOf(ruleSet, options).compiled(),
    frame: ({ ruleSet, options, level }, baseline) => engine.frame(scenarioOf(ruleSet, options), level, baseline),
    clockMs,
    onProgress,
  });
  const grid = createGridAnswer({ requestOf: scenarioOf, levels: engine.levels, clockMs });
  const analysed = createAnalysedHistories({
    history: heldHistory,
    naming: names,
    levels: (ruleSet, options) => engine.levels(request('scenario', ruleSet, options)),
    climbs: (ruleSet, options, level) =>
      climbsOf(compiled.of('scenario', ruleSet, options), ruleSet, level, (done) =>
        onProgress?.({ phase: 'replaying', done, total: heldHistory().leads.count }),
      ),
    scored: (ruleSet, options) => scoresNow(ruleSet, options),
    clockMs,
    report: (done, total) => onProgress?.({ phase: 'replaying', done, total }),
  });
  /** Whom the baseline's level holds is kept from frame to frame: only the scenario moves. */
  const baselineOf = ({ baseline, options, level }: Question): EngineFrame => {
    const key = JSON.stringify([baseline, options, level]);
    if (baselineFrame?.key === key) return baselineFrame;
    const asked = { key, ...engine.frame(request('baseline', baseline, options), level, null) };
    baselineFrame = asked;
    return asked;
  };
  /** Scores now, which no frame shows, take the plain kernel. */
  const scoresNow = (ruleSet: RuleSet, options = standing): ScoredHistory => {
    const key = JSON.stringify([ruleSet, options]);
    const ofAll = compiled.of('scenario', ruleSet, options);
    if (scores?.key === key) return { compiled: ofAll, result: scores.result };
    const total = ofAll.history.leads.count;
    const result = replay(ofAll, ruleSet, true, (done) => onProgress?.({ phase: 'replaying', done, total }));
    scores = { key, result };
    return { compiled: ofAll, result };
  };
  const resultOf = (side: Side, ruleSet: RuleSet, options: ReplayOptions): ReplayResult => {
    const key = JSON.stringify([ruleSet, options]);
    const levels = levelsByKey.get(key) ?? engine.levels(request(side, ruleSet, options));
    // Two lists side by side ask for the same two rule sets again and again.
    if (!levelsByKey.has(key) && levelsByKey.size >= 2) levelsByKey.clear();
    levelsByKey.set(key, levels);
    return { facts: compiled.of(side, ruleSet, options).facts, now: NO_SCORES, nowByDimension: [], levels };
  };
  return {
    frame: (asked) => {
      const startMs = clockMs();
      const question = matured(asked);
      const { scenario, level, options } = question;
      const ofBaseline = baselineOf(question);
      const ofScenario = engine.frame(request('scenario', scenario, options), level, ofBaseline.reached);
      // More than a week lies between its instants, so that the history has dates.
      if (options.asOfMs === undefined && ofScenario.frame.weekly.weeks > 2) asOfMs = ofScenario.frame.asOfMs;
      return {
        scenario: ofScenario.frame,
        baseline: ofBaseline.frame,
        swap: ofScenario.swap,
        computedInMs: clockMs() - startMs,
      };
    },
    swap: (asked, list, offset, limit) => {
      const { scenario, baseline, level, options } = matured(asked);
      return swapRows({
        history: heldHistory(),
        naming: names(),
        scenario: resultOf('scenario', scenario, options),
        scenarioLevel: levelIndex(scenario, level),
        baseline: resultOf('baseline', baseline, options),
        baselineLevel: levelIndex(baseline, level),
        list,
        offset,
        limit,
      });
    },
    leads: (ruleSet, query) =>
      listLeads(heldHistory(), names(), scoresNow(ruleSet).result, levelIndex(ruleSet, query.level), query),
    quality: () => {
      quality ??= historyQuality(heldHistory(), names(), standing);
      return quality;
    },
    effects: effects.effects,
    alone: effects.alone,
    grid,
    analyse: (asked) => {
      const options = withMaturity(asked.scope.options, maturityDays);
      return analyse(analysed.at({ ...asked.scope, options }), asked);
    },
    profile: (asked) => profiles.answer({ ...asked, options: withMaturity(asked.options, maturityDays) }),
    costNames: (by, costNames) => namesMet(heldHistory(), by, costNames),
    costs: (ruleSet, level, by, costs) => {
      const { facts, levels } = resultOf('scenario', ruleSet, standing);
      const index = level === null ? -1 : levelIndex(ruleSet, level);
      return costReport({ history: heldHistory(), by, facts, level: levels[index] ?? null, costs });
    },
    lead: (ruleSet, id) => {
      if (held !== undefined || asOfMs === undefined || parts.leadHistory === undefined)
        return leadDetail(compiled.of('scenario', ruleSet, standing), ruleSet, names(), id);
      const alone = parts.leadHistory(id);
      if (alone === null) return null;
      const options: ReplayOptions = { ...standing, asOfMs };
      const facts = deriveFacts(alone, options, false);
      return leadDetail(compileReplay(alone, ruleSet, options, undefined, facts), ruleSet, leadNaming(alone), id);
    },
    timesHelped: engine.timesHelped,
    rest: () => {
      if (!isRested || held === undefined || held.activities.count < restFromActivities) {
        isRested = true;
        return false;
      }
      held = undefined;
      naming = undefined;
      scores = undefined;
      levelsByKey.clear();
      compiled.forget();
      profiles.forget();
      effects.forget();
      analysed.forget();
      // It has seen the history too, and may never come to forget it; the next work starts a fresh one.
      secondThread?.close();
      return true;
    },
    close: () => {
      engine.close();
      secondThread?.close();
    },
  };
}

const NO_SCORES = new Float64Array(0);

/** −1 when the rule set has no such level: then nobody reaches it. */
const levelIndex = (ruleSet: RuleSet, id: string): number => ruleSet.levels.findIndex((level) => level.id === id);
