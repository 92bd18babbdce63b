/**
 * The awards that one activity or inactivity rule makes, before its points, its `max` and its decay are looked at: those
 * are levers and stay out of the compiled store. An activity award carries its ordinal since the rule last started afresh,
 * an inactivity award its place in the run of the clock, so that `max` is a comparison.
 */
import { comparableText } from '../conditions/cell-test.ts';
import { activityTable, conditionMask, filterMask, keepBoth, leadTable, type RowMask } from '../conditions/row-mask.ts';
import { type Growing, growingFloat64, growingInt32 } from '../history/growing-column.ts';
import { type Column, type History, MISSING } from '../history/history.ts';
import type { ActivityRule, InactivityRule } from '../rule-set/rule-set.ts';
import { wholeMs } from './facts.ts';

/** Ordered by lead, then instant. */
export interface Occurrences {
  readonly lead: Int32Array;
  readonly atMs: Float64Array;
  /** 0 for the first award. */
  readonly ordinal: Int32Array;
}

/** Recycle instants that clear the rule's dimension, by lead: ascending. */
export type ClearsOfLead = (lead: number) => readonly number[];

export interface OccurrenceSource {
  readonly history: History;
  readonly asOfMs: number;
  /** 1: activities that exist for rules (not matched by `ignore`). */
  readonly kept: RowMask;
  readonly clearsOf: ClearsOfLead;
}

export function activityOccurrences(rule: ActivityRule, source: OccurrenceSource): Occurrences {
  const { history, asOfMs } = source;
  const { offsets, atMs } = history.activities;
  const found = foundRows();
  const gate = conditionMask(rule.if, leadTable(history));
  const matches = matching(rule, source);
  const valueOfRow = rule.distinctBy === undefined ? null : distinctValues(rule.distinctBy, history);
  const windowMs = rule.withinDays === undefined ? Number.POSITIVE_INFINITY : wholeMs(rule.withinDays);
  const cooldownMs = wholeMs(rule.cooldownDays ?? 0);
  for (let lead = 0; lead < history.leads.count; lead += 1) {
    if (gate[lead] === 0) continue;
    const clears = source.clearsOf(lead);
    let nextClear = 0;
    let collected: { readonly atMs: number; readonly value: number }[] = [];
    const met = new Set<number>();
    let lastAwardMs = Number.NEGATIVE_INFINITY;
    let ordinal = 0;
    for (let row = offsets[lead] ?? 0; row < (offsets[lead + 1] ?? 0); row += 1) {
      const now = atMs[row] ?? 0;
      if (now > asOfMs) break;
      if (matches[row] === 0) continue;
      // A recycle at this very instant comes first.
      while (nextClear < clears.length && (clears[nextClear] ?? 0) <= now) {
        collected = [];
        met.clear();
        lastAwardMs = Number.NEGATIVE_INFINITY;
        ordinal = 0;
        nextClear += 1;
      }
      while (collected[0] !== undefined && now - collected[0].atMs > windowMs)
        met.delete(collected.shift()?.value ?? MISSING);
      const value = valueOfRow?.[row] ?? MISSING;
      if (valueOfRow !== null && met.has(value)) continue;
      if (now - lastAwardMs < cooldownMs) continue;
      collected.push({ atMs: now, value });
      met.add(value);
      if (collected.length < rule.every) continue;
      found.push(lead, now, ordinal);
      collected = [];
      lastAwardMs = now;
      ordinal += 1;
    }
  }
  return found.finish();
}

export function inactivityOccurrences(rule: InactivityRule, source: OccurrenceSource): Occurrences {
  const { history, asOfMs } = source;
  const { offsets, atMs } = history.activities;
  const found = foundRows();
  const gate = conditionMask(rule.if, leadTable(history));
  const matches = matching(rule, source);
  const afterMs = wholeMs(rule.afterDays);
  for (let lead = 0; lead < history.leads.count; lead += 1) {
    const createdAtMs = history.leads.createdAtMs[lead] ?? 0;
    if (gate[lead] === 0 || createdAtMs > asOfMs) continue;
    const clears = source.clearsOf(lead);
    let nextClear = 0;
    let row = offsets[lead] ?? 0;
    let clockMs = createdAtMs;
    const end = offsets[lead + 1] ?? 0;
    while (clockMs <= asOfMs) {
      while (row < end && (matches[row] === 0 || (atMs[row] ?? 0) <= clockMs)) row += 1;
      while (nextClear < clears.length && (clears[nextClear] ?? 0) <= clockMs) nextClear += 1;
      const restartMs = Math.min(
        row < end ? (atMs[row] ?? 0) : Number.POSITIVE_INFINITY,
        clears[nextClear] ?? Number.POSITIVE_INFINITY,
      );
      for (let run = 1; run <= rule.max; run += 1) {
        const awardMs = clockMs + run * afterMs;
        if (awardMs >= restartMs || awardMs > asOfMs) break;
        found.push(lead, awardMs, run - 1);
      }
      clockMs = restartMs;
    }
  }
  return found.finish();
}

const matching = (rule: ActivityRule | InactivityRule, source: OccurrenceSource): RowMask =>
  keepBoth(filterMask(rule.on, activityTable(source.history)), source.kept);

/** Row → a number that is equal for equal values; a missing value is a value of its own. */
function distinctValues(property: string, history: History): Int32Array {
  const column: Column | undefined = activityTable(history).column(property);
  if (column === undefined) return new Int32Array(history.activities.count).fill(MISSING);
  const numberByText = new Map<string, number>();
  const valueOfCode = column.cells.map((cell) => {
    const text = comparableText(cell, column.kind);
    const known = numberByText.get(text) ?? numberByText.size;
    numberByText.set(text, known);
    return known;
  });
  return column.codes.map((code) => valueOfCode[code] ?? MISSING);
}

function foundRows() {
  const lead: Growing<Int32Array> = growingInt32();
  const atMs: Growing<Float64Array> = growingFloat64();
  const ordinal: Growing<Int32Array> = growingInt32();
  return {
    push: (leadIndex: number, instantMs: number, place: number): void => {
      lead.push(leadIndex);
      atMs.push(instantMs);
      ordinal.push(place);
    },
    finish: (): Occurrences => ({ lead: lead.values(), atMs: atMs.values(), ordinal: ordinal.values() }),
  };
}
