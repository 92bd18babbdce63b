/** Offsets of a time zone, remembered a day at a time: imports ask for millions of them. */
import { Temporal } from 'temporal-polyfill';
import { DAY_MS } from '../history/history.ts';

export interface Zone {
  readonly name: string;
  /** Offset from UTC in milliseconds at an instant. */
  readonly offsetMsAt: (atMs: number) => number;
  /** Instant of a wall-clock time: in a gap moved forward by the gap, in an overlap the earlier (REPLAY.md section 1). */
  readonly instantOf: (wallMs: number) => number;
}

/** Null when the name is no IANA time zone. */
export function zoneOf(name: string): Zone | null {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const zone = makeZone(name);
  if (zone !== null) zones.set(name, zone);
  return zone;
}

/** The number of the calendar day (days since 1970-01-01) that holds the instant in the zone. */
export const calendarDay = (atMs: number, timeZone: string): number =>
  Math.floor((atMs + requireZone(timeZone).offsetMsAt(atMs)) / DAY_MS);

/** For names that were checked where they entered; an unknown one is a bug. */
export function requireZone(name: string): Zone {
  const zone = zoneOf(name);
  if (zone === null) throw new RangeError(`not a time zone: ${name}`);
  return zone;
}

const zones = new Map<string, Zone>();

function makeZone(name: string): Zone | null {
  if (name === 'UTC') return { name, offsetMsAt: () => 0, instantOf: (wallMs) => wallMs };
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
  } catch {
    return null;
  }
  return cachedZone(name);
}

function cachedZone(name: string): Zone {
  const exactOffset = (atMs: number): number =>
    Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(name).offsetNanoseconds / 1e6;
  /** Day of 1970 → its offset, or null when the clock changes near that day. */
  const offsetByDay = new Map<number, number | null>();
  const steadyOffset = (day: number): number | null => {
    let offset = offsetByDay.get(day);
    if (offset === undefined) {
      const before = exactOffset((day - 1) * DAY_MS);
      const after = exactOffset((day + 2) * DAY_MS);
      const within = exactOffset(day * DAY_MS);
      offset = before === after && before === within ? before : null;
      offsetByDay.set(day, offset);
    }
    return offset;
  };
  return {
    name,
    offsetMsAt: (atMs) => steadyOffset(Math.floor(atMs / DAY_MS)) ?? exactOffset(atMs),
    instantOf: (wallMs) => {
      const offset = steadyOffset(Math.floor(wallMs / DAY_MS));
      if (offset !== null) return wallMs - offset;
      return Temporal.Instant.fromEpochMilliseconds(wallMs)
        .toZonedDateTimeISO('UTC')
        .toPlainDateTime()
        .toZonedDateTime(name, { disambiguation: 'compatible' }).epochMilliseconds;
    },
  };
}
