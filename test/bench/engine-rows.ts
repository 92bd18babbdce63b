/** What the levers cost inside the engine: the session of the replay worker, without the worker's post. */
import { performance } from 'node:perf_hooks';
import type { History } from '../../core/history/history.ts';
import { compileReplay } from '../../core/replay/compile.ts';
import { DEFAULT_OPTIONS, type LeadFacts } from '../../core/replay/replay-result.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { createReplayEngine } from '../../services/replay/packed/replay-engine.ts';
import { createSecondThread } from '../../services/replay/packed/second-thread.ts';
import { createReplaySession, type Question } from '../../services/replay/replay-session.ts';
import { answersOf, type LevelAnswer, requireEqual } from './answers.ts';
import { kernelRows } from './kernel-rows.ts';
import type { Measured } from './measured.ts';
import { KERNEL_WORKER, type PackedBytes, packStandard } from './pack-standard.ts';
import {
  standardRuleSet,
  withActivityPoints,
  withAttributePoints,
  withHalfLife,
  withPricingPages,
  withThreshold,
} from './standard-rule-set.ts';

export interface Engine {
  readonly rows: readonly Measured[];
  readonly facts: LeadFacts;
  /** Of the standard rule set, by the kernel on two threads. */
  readonly answers: readonly LevelAnswer[];
  readonly bytes: PackedBytes;
  readonly close: () => void;
}

/** `size`: how the rows' names end, as in `frame-100k-1w`. */
export function createEngine(history: History, size: '100k' | '1m'): Engine {
  const closing: (() => void)[] = [];
  const levers = (workerUrl: URL | null, move: Move): Measured['run'] => {
    const session = createReplaySession(history, () => performance.now(), workerUrl);
    closing.push(session.close);
    return eachMove((question) => void session.frame(question), move);
  };
  const kernel = kernelRows(history, size);
  closing.push(kernel.close);
  const { facts, answers } = checkedAnswers(history, size);
  const byActivity: Move = ({ scenario, ...question }, figure) => ({
    ...question,
    scenario: withActivityPoints(scenario, figure),
  });
  const frames: readonly Measured[] = [
    { name: `frame-${size}-1w`, run: levers(null, byActivity) },
    { name: `frame-${size}-2w`, run: levers(KERNEL_WORKER, byActivity) },
    ...kernel.rows,
  ];
  return {
    rows: size === '1m' ? [...frames, ...largeRows(history, size, levers, byActivity, closing)] : frames,
    facts,
    answers,
    bytes: kernel.bytes,
    close: () => {
      for (const close of closing) close();
    },
  };
}

function largeRows(
  history: History,
  size: '100k' | '1m',
  levers: (workerUrl: URL | null, move: Move) => Measured['run'],
  byActivity: Move,
  closing: (() => void)[],
): readonly Measured[] {
  const scenario = levers(KERNEL_WORKER, byActivity);
  const byThreshold =
    (from: number): Move =>
    ({ scenario: ruleSet, ...question }, figure) => ({
      ...question,
      scenario: withThreshold(ruleSet, from + figure),
    });
  const byAttribute: Move = ({ scenario: ruleSet, ...question }, figure) => ({
    ...question,
    scenario: withAttributePoints(ruleSet, figure),
  });
  return [
    { name: `threshold-${size}`, run: levers(KERNEL_WORKER, byThreshold(20)) },
    { name: `attribute-${size}`, run: levers(KERNEL_WORKER, byAttribute) },
    { name: `sweep-${size}`, run: levers(KERNEL_WORKER, otherLevel) },
    {
      name: `scenarios3-${size}`,
      run: () => {
        for (let place = 0; place < 3; place += 1) scenario();
      },
    },
    { name: `half-life-${size}`, run: levers(KERNEL_WORKER, byHalfLife) },
    { name: `lead-${size}`, run: eachLead(history, closing) },
    { name: `recompile-${size}`, slow: true, run: levers(KERNEL_WORKER, byCondition) },
    { name: `compile-${size}`, run: () => packStandard(history, KERNEL_WORKER).packed.close() },
  ];
}

/** One lead's timeline and ledger, another lead each time. */
function eachLead(history: History, closing: (() => void)[]): () => void {
  const session = createReplaySession(history, () => performance.now());
  closing.push(session.close);
  const standard = standardRuleSet();
  let asked = 0;
  return () => {
    asked += 1;
    const id = history.leads.ids[(asked * LEADS_APART) % history.leads.count] ?? '';
    if (session.lead(standard, id) === null) throw new Error(`no lead ${id}`);
  };
}

/** A prime, so that leads from everywhere are asked for. */
const LEADS_APART = 611_953;

/** Another figure at every move, so that nothing can be remembered. */
type Move = (question: Question, figure: number) => Question;

function eachMove(ask: (question: Question) => void, move: Move): () => void {
  const standard = standardRuleSet();
  const question: Question = { scenario: standard, baseline: standard, level: 'mql', options: DEFAULT_OPTIONS };
  let moves = 0;
  return () => {
    moves += 1;
    ask(move(question, 1 + (moves % 37)));
  };
}

/** The charts turn to the other level: its whole sweep, bands, months and weeks, of the scenario and of its baseline. */
const otherLevel: Move = (question, figure) => ({ ...question, level: figure % 2 === 0 ? 'mql' : 'hot' });

/** Pages of prices are others: the awards of one rule are read anew. */
const byCondition: Move = ({ scenario, ...question }, figure) => ({
  ...question,
  scenario: withPricingPages(scenario, SECTIONS[figure % SECTIONS.length] ?? ''),
});
const SECTIONS = ['product', 'about', 'events'];

const byHalfLife: Move = ({ scenario, ...question }, figure) => ({
  ...question,
  scenario: withHalfLife(scenario, 20 + figure),
});

/** The kernel on one thread and on two must answer the same before either is timed. */
function checkedAnswers(
  history: History,
  size: string,
): { readonly facts: LeadFacts; readonly answers: readonly LevelAnswer[] } {
  const standard: RuleSet = standardRuleSet();
  const compiled = compileReplay(history, standard, DEFAULT_OPTIONS);
  const [ofOne, ofTwo] = [null, KERNEL_WORKER].map((workerUrl) => {
    const secondThread = workerUrl === null ? null : createSecondThread(workerUrl);
    const engine = createReplayEngine({ secondThread });
    const answers = answersOf(
      {
        facts: compiled.facts,
        levels: engine.levels({
          side: 'scenario',
          ruleSet: standard,
          options: DEFAULT_OPTIONS,
          compiled: () => compiled,
        }),
      },
      standard,
    );
    engine.close();
    secondThread?.close();
    return answers;
  });
  if (ofOne === undefined || ofTwo === undefined) throw new Error('no answers');
  requireEqual(`frame-${size}-1w`, ofOne, ofTwo);
  return { facts: compiled.facts, answers: ofTwo };
}
