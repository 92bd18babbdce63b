/**
 * Compiling: from history and rule set to a stream of awards for each lead. Points, `max`, decay, limits, thresholds,
 * minimums and `enabled` are read at replay, so a lever on them never comes back here; a changed condition, window or
 * pause compiles only its own rule again.
 */
import { activityTable, filterMask } from '../conditions/row-mask.ts';
import type { History } from '../history/history.ts';
import type { Rule, RuleSet } from '../rule-set/rule-set.ts';
import { STAGE_NAMES } from '../rule-set/rule-set.ts';
import type { AwardSource, LeadEntries, LeadSignatures } from './award-source.ts';
import { type AwardStream, mergeStream } from './award-stream.ts';
import { hourOf } from './decay.ts';
import { deriveFacts } from './facts.ts';
import { leadSignatures } from './lead-signatures.ts';
import { type LeadValues, leadValues } from './lead-values.ts';
import { activityOccurrences, inactivityOccurrences, type OccurrenceSource, type Occurrences } from './occurrences.ts';
import { type LeadFacts, OUTCOMES, type ReplayOptions } from './replay-result.ts';
import { sharedFloat64, sharedFrom, sharedInt32, sharedUint8 } from './shared-columns.ts';

export interface CompiledReplay {
  readonly history: History;
  readonly options: ReplayOptions;
  readonly facts: LeadFacts;
  readonly stream: AwardStream;
  readonly leads: SharedLeads;
  /** A reader of the awards of one lead after the other; each call has scratch columns of its own. */
  readonly openAwards: () => AwardSource;
  readonly signatures: LeadSignatures;
  /** What each attribute, bands and counter rule finds in each lead, by rule id. */
  readonly valuesByRule: ReadonlyMap<string, LeadValues>;
  /** Slot of each activity and inactivity rule in the stream, by rule id. */
  readonly slotByRule: ReadonlyMap<string, number>;
  /** Parts by what they depend on: a later compilation takes over those that still hold. */
  readonly parts: CompiledParts;
}

/** Compiles; parts of `previous` (same history and options) that still hold are taken over. */
export function compileReplay(
  history: History,
  ruleSet: RuleSet,
  options: ReplayOptions,
  previous?: CompiledReplay,
): CompiledReplay {
  const reusable =
    previous !== undefined && previous.history === history && sameOptions(previous.options, options)
      ? previous
      : undefined;
  const facts = reusable?.facts ?? deriveFacts(history, options);
  const leads = reusable?.leads ?? shareLeads(history, facts);
  const before = reusable?.parts ?? EMPTY_PARTS;
  const clears = clearsByDimension(history, ruleSet, facts.asOfMs);
  const ignoreKey = JSON.stringify(ruleSet.ignore);
  let kept: Uint8Array | undefined;
  const values = new Map<string, LeadValues>();
  const occurrences = new Map<string, Occurrences>();
  const valuesByRule = new Map<string, LeadValues>();
  const slots: Occurrences[] = [];
  const slotByRule = new Map<string, number>();
  for (const rule of ruleSet.rules) {
    const key = partKey(rule, ruleSet, ignoreKey);
    if (rule.kind === 'activity' || rule.kind === 'inactivity') {
      kept ??= keptActivities(history, ruleSet);
      const source: OccurrenceSource = {
        history,
        asOfMs: facts.asOfMs,
        kept,
        clearsOf: clears.ofDimension(rule.dimension),
      };
      const found =
        before.occurrences.get(key) ??
        (rule.kind === 'activity' ? activityOccurrences(rule, source) : inactivityOccurrences(rule, source));
      occurrences.set(key, found);
      slotByRule.set(rule.id, slots.length);
      slots.push(found);
    } else {
      const found = before.values.get(key) ?? leadValues(rule, history);
      values.set(key, found);
      valuesByRule.set(rule.id, found);
    }
  }
  const stream = mergeStream(history.leads.count, slots, clears.all, facts.horizonMs);
  return {
    history,
    options,
    facts,
    stream,
    leads,
    openAwards: () => sourceOf(stream),
    signatures: leadSignatures(history.leads.count, valuesByRule),
    valuesByRule,
    slotByRule,
    parts: { values, occurrences, key: streamKey(ruleSet) },
  };
}

function sourceOf({ offsets, atMs, slot, ordinal }: AwardStream): AwardSource {
  const entries: LeadEntries = { atMs: new Float64Array(0), slot: new Uint16Array(0), ordinal: new Int32Array(0) };
  return {
    leadCount: offsets.length - 1,
    entries,
    read: (lead) => {
      const start = offsets[lead] ?? 0;
      const end = offsets[lead + 1] ?? 0;
      entries.atMs = atMs.subarray(start, end);
      entries.slot = slot.subarray(start, end);
      entries.ordinal = ordinal.subarray(start, end);
      return end - start;
    },
  };
}

/** Whether a replay of this rule set needs no compilation. */
export const isCompiledFor = (compiled: CompiledReplay, ruleSet: RuleSet): boolean =>
  compiled.parts.key === streamKey(ruleSet);

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
  readonly values: ReadonlyMap<string, LeadValues>;
  readonly occurrences: ReadonlyMap<string, Occurrences>;
}

const CUSTOMER = OUTCOMES.indexOf('customer');

function shareLeads(history: History, facts: LeadFacts): SharedLeads {
  const { count, createdAtMs } = history.leads;
  return {
    createdAtMs: sharedFrom(sharedFloat64(count), (lead) => createdAtMs[lead] ?? 0),
    createdHour: sharedFrom(sharedInt32(count), (lead) => hourOf(createdAtMs[lead] ?? 0)),
    exists: sharedFrom(sharedUint8(count), (lead) => facts.exists[lead] ?? 0),
    isCustomer: sharedFrom(sharedUint8(count), (lead) => (facts.outcome[lead] === CUSTOMER ? 1 : 0)),
  };
}

const EMPTY_PARTS: CompiledParts = { key: '', values: new Map(), occurrences: new Map() };

const sameOptions = (left: ReplayOptions, right: ReplayOptions): boolean =>
  left.asOfMs === right.asOfMs &&
  left.fromMs === right.fromMs &&
  left.toMs === right.toMs &&
  left.maturityDays === right.maturityDays &&
  left.horizon === right.horizon;

/** Everything that the part of one rule depends on, and nothing that is a lever. */
function partKey(rule: Rule, ruleSet: RuleSet, ignoreKey: string): string {
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
        ignoreKey,
        clearKey(rule, ruleSet),
      ]);
    }
    case 'inactivity':
      return JSON.stringify([
        rule.kind,
        rule.if,
        rule.on,
        rule.afterDays,
        rule.max,
        ignoreKey,
        clearKey(rule, ruleSet),
      ]);
  }
}

const clearKey = (rule: Rule, ruleSet: RuleSet): string =>
  ruleSet.recycle?.clear.includes(rule.dimension) === true ? JSON.stringify(ruleSet.recycle.on) : '';

function streamKey(ruleSet: RuleSet): string {
  const ignoreKey = JSON.stringify(ruleSet.ignore);
  return JSON.stringify([ruleSet.recycle, ruleSet.rules.map((rule) => [rule.id, partKey(rule, ruleSet, ignoreKey)])]);
}

function keptActivities(history: History, ruleSet: RuleSet): Uint8Array {
  const table = activityTable(history);
  const kept = new Uint8Array(table.rows).fill(1);
  for (const filter of ruleSet.ignore) {
    const ignored = filterMask(filter, table);
    for (let row = 0; row < kept.length; row += 1) if (ignored[row] === 1) kept[row] = 0;
  }
  return kept;
}

/** Recycle instants up to `asOf`, by lead. */
function clearsByDimension(history: History, ruleSet: RuleSet, asOfMs: number) {
  const { stages } = history;
  const recycle = ruleSet.recycle;
  const clearing = new Set(recycle?.on.map((stage) => STAGE_NAMES.indexOf(stage)) ?? []);
  const byLead = new Map<number, number[]>();
  if (clearing.size > 0) {
    for (let lead = 0; lead < history.leads.count; lead += 1) {
      for (let row = stages.offsets[lead] ?? 0; row < (stages.offsets[lead + 1] ?? 0); row += 1) {
        const atMs = stages.atMs[row] ?? Number.NaN;
        if (!clearing.has(stages.stage[row] ?? 0) || atMs > asOfMs) continue;
        const instants = byLead.get(lead) ?? [];
        if (instants.at(-1) !== atMs) instants.push(atMs);
        byLead.set(lead, instants);
      }
    }
  }
  return {
    all: byLead as ReadonlyMap<number, readonly number[]>,
    ofDimension: (dimension: string) =>
      recycle?.clear.includes(dimension) === true ? (lead: number) => byLead.get(lead) ?? NONE : () => NONE,
  };
}

const NONE: readonly number[] = [];
