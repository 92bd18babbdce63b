import type { History } from '../history/history.ts';
import { qualityData } from '../quality/quality-data.ts';
import { compileReplay } from '../replay/compile.ts';
import { deriveFacts } from '../replay/facts.ts';
import { replay } from '../replay/replay.ts';
import { type LeadFacts, OUTCOMES, type ReplayOptions } from '../replay/replay-result.ts';
import { fail, ok, type Result } from '../result.ts';
import type { RuleSet } from '../rule-set/rule-set.ts';
import { candidateFeatures, leftOut } from './candidate-features.ts';
import { cardName, cardRuleSet, type PointedFeature } from './card-rule-set.ts';
import type { ChoosingLeads, Feature } from './feature.ts';
import { learnCards } from './learn/learn-cards.ts';
import type { LearnedCard, LearningData } from './learn/learning-data.ts';
import { constraintFault, learningLimits } from './learning-limits.ts';
import { nearEqual } from './near-equal.ts';
import { lessOptimism, type Optimism, optimismOf } from './optimism.ts';
import { periodFigures, proposedThreshold, type ScoreStep, scoreSteps, thresholdReaching } from './period-figures.ts';
import { type Period, type SplitHistory, splitHistory } from './periods.ts';
import type { Judged, Periods, SuggestedCard, Suggestion, SuggestionFault, SuggestionQuestion } from './suggestion.ts';

/** `total` is an upper bound: what turns out not to be needed is skipped. */
export interface SuggestionProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * Near-equal scorecards learned from a history under constraints (STATISTICS.md 5). `goOn` is asked between steps of a fraction
 * of a second; false ends it: null. The same history, in whatever order, and the same question give the same cards.
 */
export function suggest(
  history: History,
  question: SuggestionQuestion,
  goOn: (progress: SuggestionProgress) => boolean = () => true,
): Result<Suggestion, SuggestionFault> | null {
  const total = mostSteps(history, question);
  const steps = suggestInSteps(history, question);
  for (let done = 0; goOn({ done: Math.min(done, total), total }); done += 1) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
  return null;
}

function mostSteps({ leads, activities }: History, { constraints: { rules } }: SuggestionQuestion): number {
  const searching = rules * (5 + rules / 2);
  const rounding = 10 * rules;
  return Math.ceil(leads.attributes.length + activities.type.cells.length + searching + rounding + 16);
}

function* suggestInSteps(
  history: History,
  question: SuggestionQuestion,
): Generator<undefined, Result<Suggestion, SuggestionFault>> {
  const { options, constraints, present } = question;
  const fault = constraintFault(constraints);
  if (fault !== null) return fail({ kind: 'badConstraint', detail: fault });
  const data = qualityData(history, options);
  yield;
  const split = splitHistory(history, data.facts, options, question.periods, question.seed);
  if (!split.ok) return split;
  yield;
  const out = leftOut(data, question);
  yield;
  const chosen = choosingLeads(split.value.choose, history);
  const candidates = yield* candidateFeatures(data, question, out, chosen);
  const given = constraints.fixed.length === 0 ? null : givenPoints(history, question, split.value.choose);
  yield;
  const learning: LearningData = {
    leads: new Int32Array(chosen.leads.length).fill(1),
    converted: Int32Array.from(chosen.converted),
    given,
    features: candidates.map(({ rows }) => rows),
  };
  const limits = learningLimits(candidates, constraints);
  const learned = nearEqual(yield* learnCards(learning, limits));
  if (learned.length === 0) return fail({ kind: 'nothingFound', leftOut: out });
  const optimism =
    split.value.periods.kind === 'all'
      ? yield* optimismOf(learning, limits, idsOf(history, chosen), question.seed)
      : null;
  const presentSteps = present === null ? null : stepsOf(history, split.value, present);
  const presentJudged =
    presentSteps === null ? null : judgedAt(presentSteps, present?.levels[0]?.total ?? 0, split.value.periods, null);
  yield;
  const cards: SuggestedCard[] = [];
  for (const [place, { criterion, ...card }] of learned.entries()) {
    const features = pointed(card, candidates);
    const withThreshold = (threshold: number): RuleSet =>
      cardRuleSet(features, constraints.fixed, present?.ignore ?? [], threshold, cardName(features, place));
    const steps = stepsOf(history, split.value, withThreshold(0));
    const judgedWith = (threshold: number): Judged => judgedAt(steps, threshold, split.value.periods, optimism);
    const threshold = proposedThreshold(steps.choose);
    cards.push({
      ruleSet: withThreshold(threshold),
      criterion,
      ...judgedWith(threshold),
      atPresentVolume:
        presentJudged === null ? null : judgedWith(thresholdReaching(steps.choose, presentJudged.chosenOn.reached)),
    });
    yield;
  }
  return ok({ periods: split.value.periods, cards, present: presentJudged, leftOut: out, features: candidates.length });
}

const pointed = (
  { features: places, points }: Pick<LearnedCard, 'features' | 'points'>,
  features: readonly Feature[],
): readonly PointedFeature[] =>
  places.flatMap((place, index) => {
    const feature = features[place];
    return feature === undefined ? [] : [{ feature, points: points[index] ?? 0 }];
  });

/** What a lead did once sales had it follows from that, and teaches nothing: read up to the hand-over, whatever the horizon. */
function choosingLeads({ leads, facts, options }: Period, history: History): ChoosingLeads {
  const { horizonMs } = deriveHandover(history, options, facts);
  return {
    leads,
    converted: Uint8Array.from(leads, (lead) => (facts.outcome[lead] === CONVERTED ? 1 : 0)),
    horizonMs: Float64Array.from(leads, (lead) => {
      const atMs = horizonMs[lead] ?? Number.NaN;
      // Up to and including the moment the history stands at; instants are whole milliseconds.
      return Number.isNaN(atMs) ? facts.asOfMs + 1 : atMs;
    }),
  };
}

const CONVERTED = OUTCOMES.indexOf('converted');

const idsOf = ({ leads: { ids } }: History, { leads }: ChoosingLeads): readonly string[] =>
  Array.from(leads, (lead) => ids[lead] ?? '');

const deriveHandover = (history: History, options: ReplayOptions, { horizonMs, asOfMs }: LeadFacts): LeadFacts =>
  deriveFacts(history, { ...options, asOfMs, horizon: 'handover' }, horizonMs.every(Number.isNaN));

/** What the fixed rules give each lead to choose on, at its highest before the hand-over. */
function givenPoints(history: History, { constraints, present }: SuggestionQuestion, period: Period): Float64Array {
  const ruleSet = cardRuleSet([], constraints.fixed, present?.ignore ?? [], 0, '');
  const facts = deriveHandover(history, period.options, period.facts);
  const peak = peaksOf(history, ruleSet, { ...period, facts });
  return Float64Array.from(period.leads, (lead) => {
    const points = peak[lead] ?? Number.NaN;
    return Number.isNaN(points) ? 0 : Math.round(points * 100) / 100;
  });
}

/** The leads of both periods by their peak under a rule set. */
interface SplitSteps {
  readonly choose: readonly ScoreStep[];
  readonly judge: readonly ScoreStep[];
}

function stepsOf(history: History, { choose, judge }: SplitHistory, ruleSet: RuleSet): SplitSteps {
  const steps = scoreSteps(peaksOf(history, ruleSet, choose), choose);
  return { choose: steps, judge: choose === judge ? steps : scoreSteps(peaksOf(history, ruleSet, judge), judge) };
}

function judgedAt(
  { choose, judge }: SplitSteps,
  threshold: number,
  periods: Periods,
  optimism: Optimism | null,
): Judged {
  const judgedOn = periodFigures(judge, threshold);
  return {
    chosenOn: periodFigures(choose, threshold),
    judgedOn: periods.kind === 'all' && optimism !== null ? lessOptimism(judgedOn, optimism) : judgedOn,
  };
}

/** Of the first level, as any replay has them. */
function peaksOf(history: History, ruleSet: RuleSet, { options, facts }: Period): Float64Array {
  const compiled = compileReplay(history, ruleSet, options, undefined, facts);
  return replay(compiled, ruleSet, false).levels[0]?.peak ?? new Float64Array(0);
}
