/** What every promise is judged against: whose leads, from when, within which period. */
import { numberAt } from '../at.ts';
import type { ReachedLeads } from '../comparison/reached-leads.ts';
import type { History } from '../history/history.ts';
import { isMeasured } from '../measures/cell.ts';
import { isDateless } from '../replay/facts.ts';
import type { LeadFacts } from '../replay/replay-result.ts';
import type { WorkingClock } from '../working-time/working-clock.ts';
import { type CalendarSpans, calendarSpans } from './calendar-spans.ts';
import { handOvers } from './hand-overs.ts';

/**
 * From when the clocks of a lead run. `rules`: from reaching the level, as if the agreement had been in force. `handover`: from
 * the `mql` stage that was really recorded. Sales follows up with its first stage but `mql`, which hands over.
 */
export type ClockStart = 'rules' | 'handover';

/** `toMs` is not in it. */
export interface PromisePeriod {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface PromiseSetting {
  readonly history: History;
  readonly facts: LeadFacts;
  readonly clock: WorkingClock;
  readonly start: ClockStart;
  /** Promises are held against what sales did; false: against a replay, in which nobody knows what it would have done. */
  readonly hasHappened: boolean;
  readonly weeks: CalendarSpans;
  readonly months: CalendarSpans;
  readonly hasDates: boolean;
  /** The leads handed over within the period at the level with this id. */
  readonly started: (level: string) => StartedLeads;
  /** The same, where it has happened of those who really were, wherever the clocks start. */
  readonly given: (level: string) => StartedLeads;
}

/** Entry k of each: one lead. */
export interface StartedLeads {
  readonly leads: Int32Array;
  /** When its clocks start. */
  readonly startMs: Float64Array;
  /** When sales first followed up, by `asOf`; NaN: not yet. May lie before the start. */
  readonly followedMs: Float64Array;
  /** 1: the moment of its hand-over is not recorded, and the first stage stands for it. */
  readonly isStartUnknown: Uint8Array;
}

export interface PromiseSettingParts {
  readonly history: History;
  readonly facts: LeadFacts;
  readonly clock: WorkingClock;
  readonly timeZone: string;
  readonly start: ClockStart;
  /** Absent: where clocks run from the real hand-over. */
  readonly hasHappened?: boolean;
  /** Id of the level at which leads are handed over. */
  readonly level: string;
  readonly period: PromisePeriod;
  readonly reached: (level: string) => ReachedLeads;
}

export function promiseSetting(parts: PromiseSettingParts): PromiseSetting {
  const { history, facts, clock, timeZone, start, period } = parts;
  const known = new Map<string, StartedLeads>();
  const startedBy = (by: ClockStart, level: string): StartedLeads => {
    const key = `${by} ${level}`;
    const found = known.get(key) ?? startedLeads({ ...parts, start: by }, level);
    known.set(key, found);
    return found;
  };
  const hasHappened = parts.hasHappened ?? start === 'handover';
  return {
    history,
    facts,
    clock,
    start,
    hasHappened,
    weeks: calendarSpans('week', period.fromMs, period.toMs, timeZone),
    months: calendarSpans('month', period.fromMs, period.toMs, timeZone),
    hasDates: !isDateless(history),
    started: (level) => startedBy(start, level),
    given: (level) => startedBy(hasHappened ? 'handover' : start, level),
  };
}

/** The leads handed over within the period at the level with this id. */
export function startedLeads(
  { history, facts, ...parts }: Omit<PromiseSettingParts, 'clock' | 'timeZone'>,
  level: string,
): StartedLeads {
  const { fromMs, toMs } = parts.period;
  const isHandOver = parts.start === 'handover';
  // Of what was really handed over no rule is asked at the level of the hand-over; above it the lead has to be there too.
  const { reachedAtMs } = isHandOver && level === parts.level ? { reachedAtMs: null } : parts.reached(level);
  const real = handOvers(history, facts.asOfMs);
  const found = { leads: [] as number[], startMs: [] as number[], followedMs: [] as number[], unknown: [] as number[] };
  for (let lead = 0; lead < history.leads.count; lead += 1) {
    if (!isMeasured(facts, lead)) continue;
    const reachedMs = reachedAtMs === null ? Number.NEGATIVE_INFINITY : numberAt(reachedAtMs, lead);
    const handedMs = isHandOver ? numberAt(real.handedMs, lead) : reachedMs;
    const startMs = Math.max(reachedMs, handedMs, numberAt(history.leads.createdAtMs, lead));
    // A comparison with NaN, of a lead that is not there, does not hold.
    if (!(startMs >= fromMs && startMs < toMs)) continue;
    found.leads.push(lead);
    found.startMs.push(startMs);
    found.followedMs.push(numberAt(isHandOver ? real.followedMs : real.firstOfSalesMs, lead));
    found.unknown.push(isHandOver ? numberAt(real.isUnknown, lead) : 0);
  }
  return {
    leads: Int32Array.from(found.leads),
    startMs: Float64Array.from(found.startMs),
    followedMs: Float64Array.from(found.followedMs),
    isStartUnknown: Uint8Array.from(found.unknown),
  };
}

const NOBODY: StartedLeads = {
  leads: new Int32Array(0),
  startMs: new Float64Array(0),
  followedMs: new Float64Array(0),
  isStartUnknown: new Uint8Array(0),
};

/** Nobody in a history without dates, where no clock tells anything. */
export const datedLeads = (setting: PromiseSetting, level: string): StartedLeads =>
  setting.hasDates ? setting.started(level) : NOBODY;
