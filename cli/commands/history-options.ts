/** The options that say which history a command reads and how it is replayed, read and checked alike for all of them. */
import { DEFAULT_REFERENCE_DATE_MS } from '../../core/history/build-history.ts';
import { type ReplayOptions, withMaturity } from '../../core/replay/replay-result.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { readInstant } from '../../core/time/instant.ts';
import { zoneOf } from '../../core/time/zone.ts';

export interface HistoryOptions {
  readonly source: { readonly kind: 'data' | 'workshop'; readonly path: string };
  /** Null: the workshop's own; UTC for a data folder. */
  readonly timeZone: string | null;
  readonly referenceDateMs: number;
  /**
   * Dates without an offset are read in the history's time zone, which a workshop brings along, as it does the days that a
   * lead may take (null: it says none), where none are given.
   */
  readonly replayIn: (timeZone: string, maturityDays: number | null) => ReplayOptions;
}

const textOption = { type: 'string' } as const;

/** For `parseArgs`. */
export const HISTORY_OPTIONS = {
  data: textOption,
  workshop: textOption,
  'as-of': textOption,
  from: textOption,
  to: textOption,
  'reference-date': textOption,
  'time-zone': textOption,
  'maturity-days': textOption,
  horizon: textOption,
} as const;

export type GivenHistory = Partial<Record<keyof typeof HISTORY_OPTIONS, string>>;

/** The failure says what is wrong with the use of the command. */
export function readHistoryOptions(given: GivenHistory): Result<HistoryOptions, string> {
  if ((given.data === undefined) === (given.workshop === undefined)) {
    return fail('give the history: either --data DIR or --workshop FILE');
  }
  const timeZone = given['time-zone'] ?? null;
  if (timeZone !== null && zoneOf(timeZone) === null) {
    return fail(`--time-zone: "${timeZone}" is no time zone; an example is Europe/Berlin`);
  }
  if (timeZone !== null && given.workshop !== undefined) {
    return fail('--time-zone goes with --data; a workshop has its own time zone');
  }
  const unreadable = INSTANT_OPTIONS.find((option) => instantOf(given, option, 'UTC') === null);
  if (unreadable !== undefined) {
    return fail(`--${unreadable}: "${given[unreadable]}" is no date; write 2026-01-31 or 2026-01-31T18:00:00Z`);
  }
  const maturityDays = readDays(given['maturity-days']);
  if (!maturityDays.ok) return maturityDays;
  const horizon = given.horizon ?? 'outcome';
  if (horizon !== 'outcome' && horizon !== 'handover') {
    return fail(`--horizon: "${horizon}" is neither outcome nor handover`);
  }
  return ok({
    source:
      given.data === undefined ? { kind: 'workshop', path: given.workshop ?? '' } : { kind: 'data', path: given.data },
    timeZone,
    referenceDateMs: instantOf(given, 'reference-date', timeZone ?? 'UTC') ?? DEFAULT_REFERENCE_DATE_MS,
    replayIn: (zone, workshopDays) => {
      const asOfMs = instantOf(given, 'as-of', zone);
      const fromMs = instantOf(given, 'from', zone);
      const toMs = instantOf(given, 'to', zone);
      const asked: ReplayOptions = {
        horizon,
        ...(typeof asOfMs === 'number' ? { asOfMs } : {}),
        ...(typeof fromMs === 'number' ? { fromMs } : {}),
        ...(typeof toMs === 'number' ? { toMs } : {}),
        ...(maturityDays.value === undefined ? {} : { maturityDays: maturityDays.value }),
      };
      return withMaturity(asked, workshopDays);
    },
  });
}

const INSTANT_OPTIONS = ['as-of', 'from', 'to', 'reference-date'] as const;
type InstantOption = (typeof INSTANT_OPTIONS)[number];

/** Undefined: not given. Null: given and unreadable. */
function instantOf(given: GivenHistory, option: InstantOption, timeZone: string): number | null | undefined {
  const text = given[option];
  return text === undefined ? undefined : readInstant(text.trim(), timeZone);
}

/** From 0 to 36,500 days. */
function readDays(text: string | undefined): Result<number | undefined, string> {
  if (text === undefined) return ok(undefined);
  const days = Number(text);
  if (text.trim() === '' || !Number.isFinite(days) || days < 0 || days > 36_500) {
    return fail(`--maturity-days: "${text}" is no number of days from 0 to 36,500`);
  }
  return ok(days);
}
