/** Derived facts of the leads: outcome and horizon (REPLAY.md section 1). They do not depend on the rule set. */
import { DAY_MS, type History } from '../history/history.ts';
import { STAGE_NAMES, type StageName } from '../rule-set/rule-set.ts';
import { calendarDay } from '../time/zone.ts';
import { type LeadFacts, OUTCOMES, type Outcome, type ReplayOptions } from './replay-result.ts';

export function deriveFacts(history: History, options: ReplayOptions): LeadFacts {
  const { leads, stages } = history;
  const asOfMs = options.asOfMs ?? latestInstant(history);
  const dateless = isDateless(history);
  const windowMs = wholeMs(options.maturityDays ?? (dateless ? 0 : 90));
  const facts = emptyFacts(leads.count, asOfMs);
  for (let lead = 0; lead < leads.count; lead += 1) {
    const createdAtMs = leads.createdAtMs[lead] ?? Number.NaN;
    if (createdAtMs > asOfMs) continue;
    facts.exists[lead] = 1;
    facts.inCohort[lead] =
      createdAtMs >= (options.fromMs ?? Number.NEGATIVE_INFINITY) &&
      createdAtMs < (options.toMs ?? Number.POSITIVE_INFINITY)
        ? 1
        : 0;
    let sqlAtMs = Number.NaN;
    let workedAtMs = Number.NaN;
    let closedAtMs = Number.NaN;
    for (let row = stages.offsets[lead] ?? 0; row < (stages.offsets[lead + 1] ?? 0); row += 1) {
      const atMs = stages.atMs[row] ?? Number.NaN;
      if (atMs > asOfMs) break;
      const stage = STAGE_NAMES[stages.stage[row] ?? 0] ?? 'mql';
      if (Number.isNaN(workedAtMs)) workedAtMs = atMs;
      if (SQL_STAGES.has(stage) && Number.isNaN(sqlAtMs)) sqlAtMs = atMs;
      if (CLOSING_STAGES.has(stage)) closedAtMs = atMs;
      if (REOPENING_STAGES.has(stage) && closedAtMs < atMs) closedAtMs = Number.NaN;
      if (stage === 'won') {
        facts.won[lead] = 1;
        const amount = stages.amount[row] ?? Number.NaN;
        if (!Number.isNaN(amount)) facts.wonAmount[lead] = (facts.wonAmount[lead] ?? 0) + amount;
      }
    }
    facts.sqlAtMs[lead] = sqlAtMs;
    facts.workedAtMs[lead] = workedAtMs;
    facts.closedAtMs[lead] = closedAtMs;
    const outcome = outcomeOf(createdAtMs, sqlAtMs, workedAtMs, asOfMs, windowMs, history.timeZone);
    facts.outcome[lead] = OUTCOMES.indexOf(outcome);
    facts.horizonMs[lead] = dateless
      ? Number.NaN
      : horizonOf(createdAtMs, sqlAtMs, closedAtMs, workedAtMs, asOfMs, windowMs, options.horizon);
  }
  return facts;
}

/** Days as whole milliseconds, rounded half up. */
export const wholeMs = (days: number): number => Math.floor(days * DAY_MS + 0.5);

/** The latest `created` or `at` of the rows kept; 0 in an empty history. */
function latestInstant(history: History): number {
  let latest = Number.NEGATIVE_INFINITY;
  for (const column of instantColumns(history)) for (const atMs of column) if (atMs > latest) latest = atMs;
  return latest === Number.NEGATIVE_INFINITY ? 0 : latest;
}

const SQL_STAGES: ReadonlySet<StageName> = new Set(['sql', 'opportunity', 'won']);
const CLOSING_STAGES: ReadonlySet<StageName> = new Set(['lost', 'rejected']);
const REOPENING_STAGES: ReadonlySet<StageName> = new Set(['mql', 'sal', 'sql', 'opportunity', 'won']);

export const instantColumns = (history: History): readonly Float64Array[] => [
  history.leads.createdAtMs,
  history.activities.atMs,
  history.stages.atMs,
];

/** All instants of the kept rows are equal. */
function isDateless(history: History): boolean {
  const columns = instantColumns(history);
  const first = columns.find((column) => column.length > 0)?.[0];
  return columns.every((column) => column.every((atMs) => atMs === first));
}

function outcomeOf(
  createdAtMs: number,
  sqlAtMs: number,
  workedAtMs: number,
  asOfMs: number,
  windowMs: number,
  timeZone: string,
): Outcome {
  if (!Number.isNaN(sqlAtMs) && calendarDay(sqlAtMs, timeZone) < calendarDay(createdAtMs, timeZone)) return 'customer';
  const worked = !Number.isNaN(workedAtMs);
  if ((worked ? workedAtMs : createdAtMs) + windowMs > asOfMs) return 'immature';
  if (!worked) return 'unobserved';
  return sqlAtMs <= workedAtMs + windowMs ? 'converted' : 'not converted';
}

function horizonOf(
  createdAtMs: number,
  sqlAtMs: number,
  closedAtMs: number,
  workedAtMs: number,
  asOfMs: number,
  windowMs: number,
  horizon: ReplayOptions['horizon'],
): number {
  const candidates = horizon === 'handover' ? [workedAtMs] : [sqlAtMs, closedAtMs, workedAtMs + windowMs];
  let earliest = Number.POSITIVE_INFINITY;
  for (const atMs of candidates) if (atMs <= asOfMs && atMs < earliest) earliest = atMs;
  return earliest === Number.POSITIVE_INFINITY ? Number.NaN : Math.max(earliest, createdAtMs);
}

function emptyFacts(count: number, asOfMs: number): LeadFacts {
  const instants = (): Float64Array => new Float64Array(count).fill(Number.NaN);
  return {
    asOfMs,
    exists: new Uint8Array(count),
    inCohort: new Uint8Array(count),
    outcome: new Uint8Array(count).fill(OUTCOMES.indexOf('unobserved')),
    sqlAtMs: instants(),
    closedAtMs: instants(),
    workedAtMs: instants(),
    horizonMs: instants(),
    won: new Uint8Array(count),
    wonAmount: new Float64Array(count),
  };
}
