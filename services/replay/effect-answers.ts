/** What each rule does, worked out where the history is held. */
import type { RuleEffects } from '../../api/rule-effects.ts';
import type { History } from '../../core/history/history.ts';
import type { CompiledReplay } from '../../core/replay/compile.ts';
import type { ReplayOptions } from '../../core/replay/replay-result.ts';
import { type RuleAlone, rulesAlone } from '../../core/rule-effects/alone.ts';
import { leakLookup } from '../../core/rule-effects/leak-lookup.ts';
import { ruleConcerns } from '../../core/rule-effects/rule-concerns.ts';
import { effectsOf } from '../../core/rule-effects/rule-effects.ts';
import { type RuleTouches, ruleTouches } from '../../core/rule-effects/rule-touches.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { type HistoryNames, historyNames } from '../../core/rule-set/rule-set-warnings.ts';
import type { EngineFrame } from './packed/replay-engine.ts';
import type { OnProgress } from './replay-progress.ts';

export interface AskedEffects {
  readonly ruleSet: RuleSet;
  readonly options: ReplayOptions;
  /** Attributes that the workshop keeps out of rules. */
  readonly keptOut: readonly string[];
}

export interface AskedAlone {
  readonly ruleSet: RuleSet;
  /** An id of the rule set's; one that it lacks nobody reaches. */
  readonly level: string;
  readonly options: ReplayOptions;
  readonly rules: readonly string[];
}

export interface AloneAnswer {
  readonly alone: readonly RuleAlone[];
  readonly computedInMs: number;
}

export interface EffectParts {
  readonly compiled: (ruleSet: RuleSet, options: ReplayOptions) => CompiledReplay;
  /** A frame of the engine; by lead, 1 in `baseline`: a lead to compare with. */
  readonly frame: (asked: Omit<AskedAlone, 'rules'>, baseline: Uint8Array | null) => EngineFrame;
  readonly clockMs: () => number;
  readonly onProgress: OnProgress | undefined;
}

export interface EffectAnswers {
  readonly effects: (asked: AskedEffects) => RuleEffects;
  readonly alone: (asked: AskedAlone) => AloneAnswer;
  /** Lets go of what was derived from the history. */
  readonly forget: () => void;
}

/** What is sooner done than seen has no progress. */
const REPORT_FROM_MS = 500;

export function createEffectAnswers({ compiled, frame, clockMs, onProgress }: EffectParts): EffectAnswers {
  let ofHistory: HistoryFindings | undefined;
  let touches: RuleTouches | undefined;
  let reached: { readonly key: string; readonly byLead: Uint8Array } | undefined;
  const findingsOf = (history: History, options: ReplayOptions): HistoryFindings => {
    const key = JSON.stringify(options);
    if (ofHistory?.history !== history || ofHistory.key !== key)
      ofHistory = { history, key, names: historyNames(history), leakOf: leakLookup(history, options) };
    return ofHistory;
  };
  const reporting = (startMs: number, total: number) => (done: number) => {
    if (clockMs() - startMs >= REPORT_FROM_MS) onProgress?.({ phase: 'replaying', done, total });
  };
  return {
    effects: ({ ruleSet, options, keptOut }) => {
      const startMs = clockMs();
      const ofAll = compiled(ruleSet, options);
      const { history } = ofAll;
      touches = ruleTouches(ofAll, ruleSet, reporting(startMs, history.leads.count), touches);
      const effects = effectsOf(ruleSet, touches);
      const known =
        history.leads.count === 0
          ? null
          : { compiled: ofAll, touches, effects: effects.rules, keptOut, ...findingsOf(history, options) };
      return { ...effects, concerns: ruleConcerns(ruleSet, known), computedInMs: clockMs() - startMs };
    },
    alone: ({ rules, ...asked }) => {
      const startMs = clockMs();
      const key = JSON.stringify([asked.ruleSet, asked.options, asked.level]);
      if (reached?.key !== key) reached = { key, byLead: frame(asked, null).reached ?? NOBODY };
      const { byLead } = reached;
      const report = reporting(startMs, byLead.length);
      const alone = rulesAlone(
        asked.ruleSet,
        rules,
        (without) => frame({ ...asked, ruleSet: without }, byLead).swap,
        (done, of) => report(Math.floor((done / of) * byLead.length)),
      );
      return { alone, computedInMs: clockMs() - startMs };
    },
    forget: () => {
      ofHistory = undefined;
      touches = undefined;
      reached = undefined;
    },
  };
}

const NOBODY = new Uint8Array(0);

interface HistoryFindings {
  readonly history: History;
  readonly key: string;
  readonly names: HistoryNames;
  readonly leakOf: ReturnType<typeof leakLookup>;
}
