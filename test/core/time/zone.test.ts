import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { calendarDay, requireZone, zoneOf } from '../../../core/time/zone.ts';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Asia/Kolkata',
];
const instants = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2035, 0, 1) });

describe('a time zone', () => {
  it('has at any instant the offset that the calendar library has', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instants, (name, atMs) => {
        const exact = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(name);
        expect(requireZone(name).offsetMsAt(atMs)).toBe(exact.offsetNanoseconds / 1e6);
      }),
      { numRuns: 500 },
    );
  });

  it('reads any wall clock as the calendar library does', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instants, (name, wallMs) => {
        const wall = Temporal.Instant.fromEpochMilliseconds(wallMs).toZonedDateTimeISO('UTC').toPlainDateTime();
        const exactMs = wall.toZonedDateTime(name, { disambiguation: 'compatible' }).epochMilliseconds;
        expect(requireZone(name).instantOf(wallMs)).toBe(exactMs);
      }),
      { numRuns: 500 },
    );
  });

  it('tells days apart at its own midnight', () => {
    const lateEvening = Date.parse('2025-01-15T23:30:00Z');
    expect(calendarDay(lateEvening, 'Europe/Bucharest') - calendarDay(lateEvening, 'UTC')).toBe(1);
  });

  it('is null for a name that is none', () => {
    expect(zoneOf('Europe/Atlantis')).toBeNull();
  });
});
