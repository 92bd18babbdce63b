/**
 * Compiling: from history and rule set to what the awards of each lead are read with. Points, `max`, decay, limits,
 * thresholds, minimums and `enabled` are read at replay, so a lever on them never comes back here. Nothing is worked out
 * for each activity: that is done when a lead is read, so a changed condition, window or pause costs its tests only.
 */
import { createKept } from '../conditions/kept.ts';
import { activityTable, leadTable, type Table } from '../conditions/table.ts';
import type { History } from '../history/history.ts';
import type { Rule, RuleSet } from '../rule-set/rule-set.ts';
import { type AwardPlan, type PlanTables, planAwards } from './award-plan.ts';
import type { AwardSource, LeadSignatures } from './award-source.ts';
import { type AwardStream, readStream } from './award-stream.ts';
import { hourOf } from './decay.ts';
import { deriveFacts } from './facts.ts';
import { leadSignatures } from './lead-signatures.ts';
import type { StaticRule } from './lead-values.ts';
import { openAwards } from './open-awards.ts';
import { type LeadFacts, OUTCOMES, type ReplayOptions } from './replay-result.ts';
import { sharedCopy, sharedInt32, sharedUint8 } from './shared-columns.ts';

export interface CompiledReplay {
  readonly history: History;
  readonly options: ReplayOptions;
  readonly facts: LeadFacts;
  readonly leads: SharedLeads;
  /** What `openAwards` reads with, here or on another thread. */
  readonly awardPlan: AwardPlan;
  /** A reader of the awards of one lead after the other; each call has scratch columns of its own. */
  readonly openAwards: () => AwardSource;
  readonly signatures: LeadSignatures;
  /** Slot of each activity and inactivity rule, by rule id: their order in the rule set, whether enabled or not. */
  readonly slotByRule: ReadonlyMap<string, number>;
  /** All awards of all leads, built when first asked for: many bytes an activity. */
  readonly stream: AwardStream;
  /** Parts by what they depend on: a later compilation takes over those that still hold. */
  readonly parts: CompiledParts;
}

/** Compiles; parts of `previous` (same history) that still hold are taken over. `givenFacts`: in place of those derived. */
export function compileReplay(
  history: History,
  ruleSet: RuleSet,
  options: ReplayOptions,
  previous?: CompiledReplay,
  givenFacts?: LeadFacts,
): CompiledReplay {
  const before = previous?.history === history ? previous : undefined;
  const sameLeads = before !== undefined && sameOptions(before.options, options) ? before : undefined;
  const facts = givenFacts ?? sameLeads?.facts ?? deriveFacts(history, options);
  const leads = sameLeads?.leads ?? shareLeads(history, facts);
  const tables: PlanTables = {
    leads: leadTable(history, before?.parts.tables.leads),
    activities: activityTable(history, before?.parts.tables.activities),
    distinct: createKept(before?.parts.tables.distinct.asked),
  };
  const told = tellApart(history, ruleSet, before);
  const plan = planAwards(history, ruleSet, facts.asOfMs, tables);
  const timed = ruleSet.rules.filter((rule) => !isStatic(rule));
  const open = (): AwardSource => openAwards(plan);
  let stream: AwardStream | undefined;
  return {
    history,
    options,
    facts,
    leads,
    awardPlan: plan,
    openAwards: open,
    signatures: told.signatures,
    slotByRule: new Map(timed.map((rule, slot) => [rule.id, slot])),
    get stream() {
      stream ??= readStream(open(), facts.horizonMs, 0, history.leads.count);
      return stream;
    },
    parts: { tables, ...told.parts, key: compiledKey(ruleSet) },
  };
}

/** Whether a replay of this rule set needs no compilation. */
export const isCompiledFor = (compiled: CompiledReplay, ruleSet: RuleSet): boolean =>
  compiled.parts.key === compiledKey(ruleSet);

/** What the replay's loop reads of each lead, in shared memory. */
export interface SharedLeads {
  readonly createdAtMs: Float64Array;
  /** Whole UTC hour of the creation. */
  readonly createdHour: Int32Array;
  /** 0: does not exist at `asOf`. */
  readonly exists: Uint8Array;
  /** 1: its score is read, but it is not replayed. */
  readonly isCustomer: Uint8Array;
}

interface CompiledParts {
  readonly key: string;
  readonly tables: PlanTables;
  /** What the signatures depend on, and the table that they were read from. */
  readonly signatureKey: string;
  readonly signatureTable: Table;
}

function tellApart(history: History, ruleSet: RuleSet, before: CompiledReplay | undefined) {
  const rules = ruleSet.rules.filter(isStatic);
  const signatureKey = JSON.stringify(rules.map((rule) => [rule.id, partKey(rule, ruleSet)]));
  if (before?.parts.signatureKey === signatureKey)
    return { signatures: before.signatures, parts: { signatureKey, signatureTable: before.parts.signatureTable } };
  const signatureTable = leadTable(history, before?.parts.signatureTable);
  return { signatures: leadSignatures(rules, signatureTable), parts: { signatureKey, signatureTable } };
}

const CUSTOMER = OUTCOMES.indexOf('customer');

function shareLeads(history: History, facts: LeadFacts): SharedLeads {
  const { count } = history.leads;
  const createdAtMs = sharedCopy(history.leads.createdAtMs);
  const createdHour = sharedInt32(count);
  const isCustomer = sharedUint8(count);
  for (let lead = 0; lead < count; lead += 1) {
    createdHour[lead] = hourOf(createdAtMs[lead] ?? 0);
    isCustomer[lead] = facts.outcome[lead] === CUSTOMER ? 1 : 0;
  }
  return { createdAtMs, createdHour, exists: facts.exists, isCustomer };
}

const isStatic = (rule: Rule): rule is StaticRule => rule.kind !== 'activity' && rule.kind !== 'inactivity';

const sameOptions = (left: ReplayOptions, right: ReplayOptions): boolean =>
  left.asOfMs === right.asOfMs &&
  left.fromMs === right.fromMs &&
  left.toMs === right.toMs &&
  left.maturityDays === right.maturityDays &&
  left.horizon === right.horizon &&
  JSON.stringify(left.scope) === JSON.stringify(right.scope);

/** Everything that the part of one rule depends on, and nothing that is a lever. */
function partKey(rule: Rule, ruleSet: RuleSet): string {
  switch (rule.kind) {
    case 'attribute':
      return JSON.stringify([rule.kind, rule.if]);
    case 'bands':
      return JSON.stringify([rule.kind, rule.attribute, rule.if, rule.bands.map(({ from, to }) => [from, to])]);
    case 'counter':
      return JSON.stringify([rule.kind, rule.attribute, rule.if]);
    case 'activity': {
      const { on, distinctBy, every, withinDays, cooldownDays } = rule;
      return JSON.stringify([
        rule.kind,
        rule.if,
        on,
        distinctBy,
        every,
        withinDays,
        cooldownDays,
        isCleared(rule, ruleSet),
      ]);
    }
    case 'inactivity':
      return JSON.stringify([rule.kind, rule.if, rule.on, rule.afterDays, rule.max, isCleared(rule, ruleSet)]);
  }
}

const isCleared = (rule: Rule, ruleSet: RuleSet): boolean => ruleSet.recycle?.clear.includes(rule.dimension) === true;

/** Equal for rule sets that differ in levers only: one compilation serves them all. */
export const compiledKey = (ruleSet: RuleSet): string =>
  JSON.stringify([ruleSet.recycle?.on, ruleSet.ignore, ruleSet.rules.map((rule) => [rule.id, partKey(rule, ruleSet)])]);
