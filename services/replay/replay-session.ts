/**
 * The history held hot: compiled for the scenario and for its baseline, replayed at each request. Lives in the replay
 * worker; the command line and tests use it directly.
 */
import type { FramePair, LeadDetail, LeadRow, Page, SwapRow } from '../../api/contract.ts';
import type { SwapName } from '../../api/frame.ts';
import type { History } from '../../core/history/history.ts';
import { type LeadNaming, leadNaming } from '../../core/history/naming.ts';
import { type Frame, frameOf } from '../../core/measures/frame.ts';
import { swapSet } from '../../core/measures/swap-set.ts';
import { type CompiledReplay, compileReplay, isCompiledFor } from '../../core/replay/compile.ts';
import { replay } from '../../core/replay/replay.ts';
import type { ReplayOptions, ReplayResult } from '../../core/replay/replay-result.ts';
import { asOfWarnings } from '../../core/replay/warnings.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { ruleSetWarnings } from '../../core/rule-set/rule-set-warnings.ts';
import { type LeadQuery, listLeads } from './lead-list.ts';
import { leadDetail } from './lead-detail.ts';
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
}

export function createReplaySession(history: History, clockMs: () => number): ReplaySession {
  const scenario = createSeat(history);
  const baseline = createSeat(history);
  let naming: LeadNaming | undefined;
  const names = (): LeadNaming => {
    naming ??= leadNaming(history);
    return naming;
  };
  const both = (question: Question) => {
    const ofScenario = scenario.replayed(question.scenario, question.options);
    return { ofScenario, ofBaseline: baseline.replayed(question.baseline, question.options) };
  };
  return {
    frame: (question) => {
      const startMs = clockMs();
      const { ofScenario, ofBaseline } = both(question);
      const scenarioLevel = levelIndex(question.scenario, question.level);
      const baselineLevel = levelIndex(question.baseline, question.level);
      const { gained, lost, kept } = swapSet(ofScenario.result, scenarioLevel, ofBaseline.result, baselineLevel);
      return {
        scenario: scenario.frame(question.scenario, ofScenario, scenarioLevel),
        baseline: baseline.frame(question.baseline, ofBaseline, baselineLevel),
        swap: { gained: gained.cell, lost: lost.cell, kept: kept.cell },
        computedInMs: clockMs() - startMs,
      };
    },
    swap: (question, list, offset, limit) => {
      const { ofScenario, ofBaseline } = both(question);
      return swapRows({
        history,
        naming: names(),
        scenario: ofScenario.result,
        scenarioLevel: levelIndex(question.scenario, question.level),
        baseline: ofBaseline.result,
        baselineLevel: levelIndex(question.baseline, question.level),
        list,
        offset,
        limit,
      });
    },
    leads: (ruleSet, query) => {
      const { result } = scenario.replayed(ruleSet, DEFAULT);
      return listLeads(history, names(), result, levelIndex(ruleSet, query.level), query);
    },
    lead: (ruleSet, id) => {
      const { compiled, result } = scenario.replayed(ruleSet, DEFAULT);
      return leadDetail(compiled, ruleSet, result, names(), id);
    },
  };
}

const DEFAULT: ReplayOptions = { horizon: 'outcome' };

/** The index of the level with that id; the first level when the rule set lacks it. */
const levelIndex = (ruleSet: RuleSet, id: string): number =>
  Math.max(
    0,
    ruleSet.levels.findIndex((level) => level.id === id),
  );

interface Replayed {
  readonly compiled: CompiledReplay;
  readonly result: ReplayResult;
}

/** What was computed last for one of the two rule sets on the table: asked again, it is there. */
function createSeat(history: History) {
  let compiled: CompiledReplay | undefined;
  let last: (Replayed & { readonly key: string }) | undefined;
  let lastFrame: { readonly of: ReplayResult; readonly level: number; readonly frame: Frame } | undefined;
  return {
    replayed: (ruleSet: RuleSet, options: ReplayOptions): Replayed => {
      const key = JSON.stringify([ruleSet, options]);
      if (last?.key === key) return last;
      if (compiled === undefined || JSON.stringify(compiled.options) !== JSON.stringify(options) || !isCompiledFor(compiled, ruleSet)) {
        compiled = compileReplay(history, ruleSet, options, compiled);
      }
      last = { key, compiled, result: replay(compiled, ruleSet) };
      return last;
    },
    frame: (ruleSet: RuleSet, { result }: Replayed, level: number): Frame => {
      if (lastFrame?.of === result && lastFrame.level === level) return lastFrame.frame;
      const warnings = [...asOfWarnings(history, result.facts.asOfMs), ...ruleSetWarnings(ruleSet, history)];
      const frame = frameOf({ result, ruleSet, level, timeZone: history.timeZone, createdAtMs: history.leads.createdAtMs, warnings });
      lastFrame = { of: result, level, frame };
      return frame;
    },
  };
}
