/**
 * The history held hot: compiled for the scenario and for its baseline, replayed at each request. Lives in the replay
 * worker; the command line and tests use it directly.
 */
import type { FramePair, LeadDetail, LeadRow, Page, SwapRow } from '../../api/contract.ts';
import type { History } from '../../core/history/history.ts';
import { type LeadNaming, leadNaming } from '../../core/history/naming.ts';
import { type CohortCalendar, cohortCalendar } from '../../core/measures/by-time.ts';
import type { Frame } from '../../core/measures/frame.ts';
import { frameOf } from '../../core/measures/frame-of.ts';
import { type SwapName, swapCounts } from '../../core/measures/swap-set.ts';
import { type CompiledReplay, compileReplay, isCompiledFor } from '../../core/replay/compile.ts';
import { type RunReplay, replay, runOnOneThread } from '../../core/replay/replay.ts';
import type { LeadFacts, ReplayOptions, ReplayResult } from '../../core/replay/replay-result.ts';
import { asOfWarnings } from '../../core/replay/warnings.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { ruleSetWarnings } from '../../core/rule-set/rule-set-warnings.ts';
import { leadDetail } from './lead-detail.ts';
import { type LeadQuery, listLeads } from './lead-list.ts';
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

export function createReplaySession(
  history: History,
  clockMs: () => number,
  run: RunReplay = runOnOneThread,
): ReplaySession {
  // Two rule sets that are compared have most rules in common: what one compiled the other takes over.
  const compiledLast: { value: CompiledReplay | undefined } = { value: undefined };
  const scenario = createSeat(history, run, compiledLast);
  const baseline = createSeat(history, run, compiledLast);
  let naming: LeadNaming | undefined;
  const names = (): LeadNaming => {
    naming ??= leadNaming(history);
    return naming;
  };
  const both = (question: Question) => {
    const ofScenario = scenario.replayed(question.scenario, question.options, false);
    return { ofScenario, ofBaseline: baseline.replayed(question.baseline, question.options, false) };
  };
  return {
    frame: (question) => {
      const startMs = clockMs();
      const { ofScenario, ofBaseline } = both(question);
      const swap = swapCounts(
        ofScenario.result,
        levelIndex(question.scenario, question.level),
        ofBaseline.result,
        levelIndex(question.baseline, question.level),
      );
      return {
        scenario: scenario.frame(question.scenario, ofScenario, question.level),
        baseline: baseline.frame(question.baseline, ofBaseline, question.level),
        swap,
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
      const { result } = scenario.replayed(ruleSet, DEFAULT, true);
      return listLeads(history, names(), result, levelIndex(ruleSet, query.level), query);
    },
    lead: (ruleSet, id) => {
      const { compiled, result } = scenario.replayed(ruleSet, DEFAULT, true);
      return leadDetail(compiled, ruleSet, result, names(), id);
    },
  };
}

const DEFAULT: ReplayOptions = { horizon: 'outcome' };

/** −1 when the rule set has no such level: then nobody reaches it. */
const levelIndex = (ruleSet: RuleSet, id: string): number => ruleSet.levels.findIndex((level) => level.id === id);

interface Replayed {
  readonly compiled: CompiledReplay;
  readonly result: ReplayResult;
}

/** What was computed last for one of the two rule sets on the table: asked again, it is there. */
function createSeat(history: History, run: RunReplay, compiledLast: { value: CompiledReplay | undefined }) {
  let compiled: CompiledReplay | undefined;
  let last: (Replayed & { readonly key: string; readonly readsNow: boolean }) | undefined;
  let lastFrame: { readonly of: ReplayResult; readonly level: string; readonly frame: Frame } | undefined;
  let calendar: { readonly of: LeadFacts; readonly calendar: CohortCalendar } | undefined;
  return {
    replayed: (ruleSet: RuleSet, options: ReplayOptions, readsNow: boolean): Replayed => {
      const key = JSON.stringify([ruleSet, options]);
      if (last?.key === key && (last.readsNow || !readsNow)) return last;
      if (
        compiled === undefined ||
        JSON.stringify(compiled.options) !== JSON.stringify(options) ||
        !isCompiledFor(compiled, ruleSet)
      ) {
        compiled = compileReplay(history, ruleSet, options, compiled ?? compiledLast.value);
        compiledLast.value = compiled;
      }
      last = { key, readsNow, compiled, result: replay(compiled, ruleSet, readsNow, run) };
      return last;
    },
    frame: (ruleSet: RuleSet, { result }: Replayed, level: string): Frame => {
      if (lastFrame?.of === result && lastFrame.level === level) return lastFrame.frame;
      // The cohort's calendar and the warnings about dates do not depend on the rule set's numbers.
      if (calendar?.of !== result.facts)
        calendar = { of: result.facts, calendar: cohortCalendar(history, result.facts) };
      const warnings = [...asOfWarnings(history, result.facts.asOfMs), ...ruleSetWarnings(ruleSet, history)];
      const frame = frameOf(result, ruleSet, level, calendar.calendar, warnings);
      lastFrame = { of: result, level, frame };
      return frame;
    },
  };
}
