/** ISO 8601 texts as instants: whole milliseconds since 1970 UTC, digits beyond the millisecond cut. */
import { requireZone } from './zone.ts';

/**
 * The instant that a text names, or null when it is no ISO 8601 date or time. Without an offset it is read in
 * `timeZone` (an IANA name); a date alone is its midnight there. A blank may stand for the T.
 */
export function readInstant(text: string, timeZone: string): number | null {
  const match = ISO_8601.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, fraction, offset] = match;
  const dayMs = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // Date.UTC takes years 0–99 for 1900–1999 and rolls 30 February over: both show in the month or the year.
  const date = new Date(dayMs);
  if (Number(year) < 100) date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null;
  const milliseconds = fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
  const clockMs =
    Number(hour ?? 0) * 3_600_000 + Number(minute ?? 0) * 60_000 + Number(second ?? 0) * 1000 + milliseconds;
  const wallMs = date.getTime() + clockMs;
  return offset === undefined ? requireZone(timeZone).instantOf(wallMs) : wallMs - offsetMs(offset);
}

/** The instant as ISO 8601 with milliseconds, UTC. */
export const instantText = (atMs: number): string => new Date(atMs).toISOString();

/** A date, or a date with a time. */
export const ISO_8601 =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d+))?)?(Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?)?$/;

function offsetMs(offset: string): number {
  if (offset === 'Z') return 0;
  const sign = offset.startsWith('-') ? -1 : 1;
  const digits = offset.slice(1).replace(':', '');
  return sign * (Number(digits.slice(0, 2)) * 3_600_000 + Number(digits.slice(2) || 0) * 60_000);
}
