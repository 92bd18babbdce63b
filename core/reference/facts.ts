import { DAY_MS, type History } from '../history/history.ts';
import type { Outcome, ReplayOptions } from '../replay/replay-result.ts';
import type { StageName } from '../rule-set/rule-set.ts';
import { calendarDay } from '../time/zone.ts';
import { holds } from './conditions.ts';
import type { LeadRow, StageRow } from './lead-rows.ts';

/** What holds for all leads of one replay. Milliseconds. */
export interface Standpoint {
  readonly asOfMs: number;
  readonly windowMs: number;
  /** All instants of the kept rows are equal. */
  readonly withoutDates: boolean;
  readonly timeZone: string;
  readonly options: ReplayOptions;
}

/** Null stands for an instant that does not exist. */
export interface Facts {
  readonly exists: boolean;
  readonly inCohort: boolean;
  readonly outcome: Outcome;
  readonly sqlAtMs: number | null;
  readonly closedAtMs: number | null;
  readonly workedAtMs: number | null;
  readonly horizonMs: number | null;
  readonly won: boolean;
  readonly wonAmount: number;
}

const SQL_STAGES: readonly StageName[] = ['sql', 'opportunity', 'won'];
const CLOSING_STAGES: readonly StageName[] = ['lost', 'rejected'];
const TAKING_UP_STAGES: readonly StageName[] = ['mql', 'sal', 'sql', 'opportunity', 'won'];

/** "A number of days is turned into whole milliseconds first (rounded half up)." */
export const daysToMs = (days: number): number => Math.floor(days * DAY_MS + 0.5);

/** REPLAY.md section 1, `asOf` and the window. A history without leads stands at 1970 unless told otherwise. */
export function standpointOf(history: History, rows: readonly LeadRow[], options: ReplayOptions): Standpoint {
  const instants = rows.flatMap((lead) => [
    lead.createdAtMs,
    ...lead.activities.map((activity) => activity.atMs),
    ...lead.stages.map((stage) => stage.atMs),
  ]);
  const withoutDates = instants.every((atMs) => atMs === instants[0]);
  const latestMs = instants.reduce((latest, atMs) => Math.max(latest, atMs), instants[0] ?? 0);
  return {
    asOfMs: options.asOfMs ?? latestMs,
    windowMs: daysToMs(options.maturityDays ?? (withoutDates ? 0 : 90)),
    withoutDates,
    timeZone: history.timeZone,
    options,
  };
}

/** REPLAY.md section 1, "Derived facts of a lead". */
export function factsOf(lead: LeadRow, standpoint: Standpoint): Facts {
  const { asOfMs, options } = standpoint;
  const { createdAtMs } = lead;
  const stages = lead.stages.filter((stage) => stage.atMs <= asOfMs);
  const sqlAtMs = earliest(stages.filter((stage) => SQL_STAGES.includes(stage.stage)));
  const closedAtMs = closingInstant(stages);
  const workedAtMs = earliest(stages);
  const won = stages.filter((stage) => stage.stage === 'won');
  const exists = createdAtMs <= asOfMs;
  const fromMs = options.fromMs ?? Number.NEGATIVE_INFINITY;
  const toMs = options.toMs ?? Number.POSITIVE_INFINITY;
  return {
    exists,
    inCohort:
      exists &&
      fromMs <= createdAtMs &&
      createdAtMs < toMs &&
      holds(options.scope, lead.attribute, standpoint.timeZone),
    outcome: outcomeOf(createdAtMs, sqlAtMs, workedAtMs, standpoint),
    sqlAtMs,
    closedAtMs,
    workedAtMs,
    horizonMs: horizonOf(createdAtMs, sqlAtMs, closedAtMs, workedAtMs, standpoint),
    won: won.length > 0,
    wonAmount: won.reduce((sum, stage) => sum + (Number.isNaN(stage.amount) ? 0 : stage.amount), 0),
  };
}

function earliest(stages: readonly StageRow[]): number | null {
  return stages.length === 0 ? null : Math.min(...stages.map((stage) => stage.atMs));
}

/** `closedAt`: a lead that was taken up again at a later instant is not closed. */
function closingInstant(stages: readonly StageRow[]): number | null {
  const closings = stages.filter((stage) => CLOSING_STAGES.includes(stage.stage));
  if (closings.length === 0) return null;
  const latestMs = Math.max(...closings.map((stage) => stage.atMs));
  const takenUp = stages.some((stage) => TAKING_UP_STAGES.includes(stage.stage) && stage.atMs > latestMs);
  return takenUp ? null : latestMs;
}

function outcomeOf(
  createdAtMs: number,
  sqlAtMs: number | null,
  workedAtMs: number | null,
  standpoint: Standpoint,
): Outcome {
  const { asOfMs, windowMs, timeZone } = standpoint;
  if (sqlAtMs !== null && calendarDay(sqlAtMs, timeZone) < calendarDay(createdAtMs, timeZone)) return 'customer';
  if ((workedAtMs ?? createdAtMs) + windowMs > asOfMs) return 'immature';
  if (workedAtMs === null) return 'unobserved';
  return sqlAtMs !== null && sqlAtMs <= workedAtMs + windowMs ? 'converted' : 'not converted';
}

function horizonOf(
  createdAtMs: number,
  sqlAtMs: number | null,
  closedAtMs: number | null,
  workedAtMs: number | null,
  standpoint: Standpoint,
): number | null {
  if (standpoint.withoutDates) return null;
  const windowEndMs = workedAtMs === null ? null : workedAtMs + standpoint.windowMs;
  const candidates = standpoint.options.horizon === 'handover' ? [workedAtMs] : [sqlAtMs, closedAtMs, windowEndMs];
  const reachedMs = candidates.filter((atMs) => atMs !== null).filter((atMs) => atMs <= standpoint.asOfMs);
  return reachedMs.length === 0 ? null : Math.max(createdAtMs, Math.min(...reachedMs));
}
