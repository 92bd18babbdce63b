import type { Column, History } from '../../../core/history/history.ts';
import { type LeadFacts, OUTCOMES, type Outcome, type ReplayResult } from '../../../core/replay/replay-result.ts';

export const DAY = 86_400_000;

export interface LeadCase {
  readonly outcome: Outcome;
  /** Days since 1970, as all instants here. */
  readonly reached?: number;
  readonly peak?: number;
  readonly sqlAt?: number;
  readonly wonAmount?: number;
  readonly outsideCohort?: boolean;
}

/** A replay of one level with exactly these leads. */
export function replayOf(leads: readonly LeadCase[], asOfDay = 100): ReplayResult {
  const instants = (pick: (lead: LeadCase) => number | undefined): Float64Array =>
    Float64Array.from(leads, (lead) => (pick(lead) ?? Number.NaN) * DAY);
  const facts: LeadFacts = {
    asOfMs: asOfDay * DAY,
    exists: Uint8Array.from(leads, () => 1),
    inCohort: Uint8Array.from(leads, (lead) => (lead.outsideCohort ? 0 : 1)),
    outcome: Uint8Array.from(leads, (lead) => OUTCOMES.indexOf(lead.outcome)),
    sqlAtMs: instants((lead) => lead.sqlAt),
    closedAtMs: instants(() => undefined),
    workedAtMs: instants(() => undefined),
    horizonMs: instants(() => undefined),
    won: Uint8Array.from(leads, (lead) => (lead.wonAmount === undefined ? 0 : 1)),
    wonAmount: Float64Array.from(leads, (lead) => lead.wonAmount ?? 0),
  };
  const now = Float64Array.from(leads, (lead) => lead.peak ?? 0);
  return {
    facts,
    now,
    nowByDimension: [now],
    levels: [
      {
        reachedAtMs: instants((lead) => lead.reached),
        peak: Float64Array.from(leads, (lead) => lead.peak ?? Number.NaN),
      },
    ],
  };
}

/** A history that holds nothing but when each lead was created, in days. */
export function historyOf(createdDays: readonly number[], timeZone = 'UTC', ids?: readonly string[]): History {
  const noColumn: Column = { name: 'type', kind: 'text', cells: [], codes: new Int32Array(0) };
  const offsets = new Int32Array(createdDays.length + 1);
  return {
    timeZone,
    leads: {
      count: createdDays.length,
      ids: ids ?? createdDays.map((_, index) => `L${index}`),
      createdAtMs: Float64Array.from(createdDays, (day) => day * DAY),
      attributes: [],
    },
    activities: { count: 0, offsets, atMs: new Float64Array(0), type: noColumn, properties: [] },
    stages: {
      count: 0,
      offsets,
      atMs: new Float64Array(0),
      stage: new Uint8Array(0),
      amount: new Float64Array(0),
      reason: noColumn,
    },
  };
}
