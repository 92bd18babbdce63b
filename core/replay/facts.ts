/** Derived facts of the leads: outcome and horizon (REPLAY.md section 1). They do not depend on the rule set. */
import { conditionMask } from '../conditions/row-mask.ts';
import { leadTable } from '../conditions/table.ts';
import { DAY_MS, type History } from '../history/history.ts';
import { STAGE_NAMES, type StageName } from '../rule-set/rule-set.ts';
import { calendarDay } from '../time/zone.ts';
import { DEFAULT_MATURITY_DAYS, type LeadFacts, OUTCOMES, type Outcome, type ReplayOptions } from './replay-result.ts';
import { sharedFloat64, sharedUint8 } from './shared-columns.ts';

/** `dateless`: given where `history` is a part of one, of which it cannot be told. */
export function deriveFacts(history: History, options: ReplayOptions, dateless = isDateless(history)): LeadFacts {
  const { leads, stages } = history;
  const asOfMs = options.asOfMs ?? latestInstant(history);
  const windowMs = wholeMs(options.maturityDays ?? (dateless ? 0 : DEFAULT_MATURITY_DAYS));
  const facts = emptyFacts(leads.count, asOfMs);
  const fromMs = options.fromMs ?? Number.NEGATIVE_INFINITY;
  const toMs = options.toMs ?? Number.POSITIVE_INFINITY;
  const inScope = options.scope === undefined ? null : conditionMask(options.scope, leadTable(history));
  for (let lead = 0; lead < leads.count; lead += 1) {
    const createdAtMs = leads.createdAtMs[lead] ?? Number.NaN;
    if (createdAtMs > asOfMs) continue;
    facts.exists[lead] = 1;
    facts.inCohort[lead] = createdAtMs >= fromMs && createdAtMs < toMs && inScope?.[lead] !== 0 ? 1 : 0;
    let sqlAtMs = Number.NaN;
    let workedAtMs = Number.NaN;
    let closedAtMs = Number.NaN;
    const end = stages.offsets[lead + 1] ?? 0;
    for (let row = stages.offsets[lead] ?? 0; row < end; row += 1) {
      const atMs = stages.atMs[row] ?? Number.NaN;
      if (atMs > asOfMs) break;
      const meaning = MEANINGS[stages.stage[row] ?? 0] ?? 0;
      if (Number.isNaN(workedAtMs)) workedAtMs = atMs;
      if ((meaning & IS_SQL) !== 0 && Number.isNaN(sqlAtMs)) sqlAtMs = atMs;
      if ((meaning & CLOSES) !== 0) closedAtMs = atMs;
      if ((meaning & REOPENS) !== 0 && closedAtMs < atMs) closedAtMs = Number.NaN;
      if ((meaning & IS_WON) === 0) continue;
      facts.won[lead] = 1;
      const amount = stages.amount[row] ?? Number.NaN;
      if (!Number.isNaN(amount)) facts.wonAmount[lead] = (facts.wonAmount[lead] ?? 0) + amount;
    }
    facts.sqlAtMs[lead] = sqlAtMs;
    facts.workedAtMs[lead] = workedAtMs;
    facts.closedAtMs[lead] = closedAtMs;
    facts.outcome[lead] = outcomeOf(createdAtMs, sqlAtMs, workedAtMs, asOfMs, windowMs, history.timeZone);
    if (dateless) continue;
    facts.horizonMs[lead] =
      options.horizon === 'handover'
        ? horizonOf(createdAtMs, workedAtMs, Number.NaN, Number.NaN, asOfMs)
        : horizonOf(createdAtMs, sqlAtMs, closedAtMs, workedAtMs + windowMs, asOfMs);
  }
  return facts;
}

/** Days as whole milliseconds, rounded half up. */
export const wholeMs = (days: number): number => Math.floor(days * DAY_MS + 0.5);

/** The latest `created` or `at` of the rows kept; 0 in an empty history. */
function latestInstant(history: History): number {
  let latest = Number.NEGATIVE_INFINITY;
  for (const column of instantColumns(history)) {
    for (let row = 0; row < column.length; row += 1) {
      const atMs = column[row] ?? Number.NaN;
      if (atMs > latest) latest = atMs;
    }
  }
  return latest === Number.NEGATIVE_INFINITY ? 0 : latest;
}

const IS_SQL = 1;
const CLOSES = 2;
const REOPENS = 4;
const IS_WON = 8;
const MEANING_BY_STAGE: Readonly<Record<StageName, number>> = {
  mql: REOPENS,
  sal: REOPENS,
  sql: REOPENS | IS_SQL,
  opportunity: REOPENS | IS_SQL,
  won: REOPENS | IS_SQL | IS_WON,
  lost: CLOSES,
  rejected: CLOSES,
  recycled: 0,
};
const MEANINGS = Uint8Array.from(STAGE_NAMES, (stage) => MEANING_BY_STAGE[stage]);

export const instantColumns = (history: History): readonly Float64Array[] => [
  history.leads.createdAtMs,
  history.activities.atMs,
  history.stages.atMs,
];

/** All instants of the kept rows are equal. */
export function isDateless(history: History): boolean {
  const columns = instantColumns(history);
  const first = columns.find((column) => column.length > 0)?.[0];
  return columns.every((column) => column.every((atMs) => atMs === first));
}

const placeOf = (outcome: Outcome): number => OUTCOMES.indexOf(outcome);
const CONVERTED = placeOf('converted');
const NOT_CONVERTED = placeOf('not converted');
const IMMATURE = placeOf('immature');
const UNOBSERVED = placeOf('unobserved');
const CUSTOMER = placeOf('customer');

/** Index in `OUTCOMES`. */
function outcomeOf(
  createdAtMs: number,
  sqlAtMs: number,
  workedAtMs: number,
  asOfMs: number,
  windowMs: number,
  timeZone: string,
): number {
  // Two days later it is a later day in any zone, whatever its clocks do: most leads need no look at the calendar.
  const mayBeEarlier = sqlAtMs < createdAtMs + 2 * DAY_MS;
  if (mayBeEarlier && calendarDay(sqlAtMs, timeZone) < calendarDay(createdAtMs, timeZone)) return CUSTOMER;
  const worked = !Number.isNaN(workedAtMs);
  if ((worked ? workedAtMs : createdAtMs) + windowMs > asOfMs) return IMMATURE;
  if (!worked) return UNOBSERVED;
  return sqlAtMs <= workedAtMs + windowMs ? CONVERTED : NOT_CONVERTED;
}

/** The earliest of up to three instants, of those that exist (are not NaN) and do not lie after `asOf`. */
function horizonOf(createdAtMs: number, oneMs: number, otherMs: number, thirdMs: number, asOfMs: number): number {
  let earliest = Number.POSITIVE_INFINITY;
  if (oneMs <= asOfMs) earliest = oneMs;
  if (otherMs <= asOfMs && otherMs < earliest) earliest = otherMs;
  if (thirdMs <= asOfMs && thirdMs < earliest) earliest = thirdMs;
  if (earliest === Number.POSITIVE_INFINITY) return Number.NaN;
  return earliest < createdAtMs ? createdAtMs : earliest;
}

/** In shared memory: several threads replay the leads. */
function emptyFacts(count: number, asOfMs: number): LeadFacts {
  const instants = (): Float64Array => sharedFloat64(count).fill(Number.NaN);
  return {
    asOfMs,
    exists: sharedUint8(count),
    inCohort: sharedUint8(count),
    outcome: sharedUint8(count).fill(UNOBSERVED),
    sqlAtMs: instants(),
    closedAtMs: instants(),
    workedAtMs: instants(),
    horizonMs: instants(),
    won: sharedUint8(count),
    wonAmount: sharedFloat64(count),
  };
}
