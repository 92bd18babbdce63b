import { Temporal } from 'temporal-polyfill';
import { requireZone } from './zone.ts';

/** A time during which the clocks of a zone are neither put forward nor back; `toMs` is not in it. */
export interface ClockPiece {
  readonly fromMs: number;
  readonly toMs: number;
  /** From UTC. */
  readonly offsetMs: number;
}

/** The time between two instants in such pieces, ascending and without gaps. */
export function clockPieces(timeZone: string, fromMs: number, toMs: number): readonly ClockPiece[] {
  const zone = requireZone(timeZone);
  const pieces: ClockPiece[] = [];
  let startMs = fromMs;
  while (startMs < toMs) {
    const endMs = Math.min(toMs, nextChangeMs(timeZone, startMs));
    pieces.push({ fromMs: startMs, toMs: endMs, offsetMs: zone.offsetMsAt(startMs) });
    startMs = endMs;
  }
  return pieces;
}

/** Infinity: never again. */
function nextChangeMs(timeZone: string, atMs: number): number {
  if (timeZone === 'UTC') return Number.POSITIVE_INFINITY;
  const here = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone);
  return here.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
}
