import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingClock } from '../../../core/working-time/working-clock.ts';
import { officeHours, type WorkingHours } from '../../../core/working-time/working-hours.ts';
import { countedMinutes, isWorkingMinute } from './minute-count.ts';
import { hoursAbout } from './random-hours.ts';

const HOUR = 3_600_000;
const at = (iso: string): number => Date.parse(iso);
const warsaw = officeHours('Europe/Warsaw');
const iso = (atMs: number): string => new Date(atMs).toISOString();
const hoursBetween = (hours: WorkingHours, from: string, to: string): number =>
  workingClock(hours).workingMsBetween(at(from), at(to)) / HOUR;
const deadline = (hours: WorkingHours, from: string, workingHours: number): string =>
  iso(workingClock(hours).instantAfter(at(from), workingHours * HOUR));

describe('working time', () => {
  it('stands still overnight: from Thursday at four to Friday at ten are two hours', () => {
    expect(hoursBetween(warsaw, '2026-11-26T16:00+01:00', '2026-11-27T10:00+01:00')).toBe(2);
  });

  it('stands still over the weekend and on a holiday', () => {
    const withHoliday = { ...warsaw, holidays: ['2026-11-30'] };
    expect(hoursBetween(warsaw, '2026-11-27T16:00+01:00', '2026-12-01T10:00+01:00')).toBe(10);
    expect(hoursBetween(withHoliday, '2026-11-27T16:00+01:00', '2026-12-01T10:00+01:00')).toBe(2);
  });

  it('is none backwards', () => {
    expect(hoursBetween(warsaw, '2026-11-27T16:00+01:00', '2026-11-26T16:00+01:00')).toBe(0);
  });

  it('counts real time: a night shift is an hour shorter when the clocks are put forward, and longer when back', () => {
    const nights: WorkingHours = { ...warsaw, week: { ...warsaw.week, sunday: ['00:00–06:00'] } };
    expect(hoursBetween(nights, '2026-03-29T00:00+01:00', '2026-03-29T12:00+02:00')).toBe(5);
    expect(hoursBetween(nights, '2026-10-25T00:00+02:00', '2026-10-25T12:00+01:00')).toBe(7);
    expect(hoursBetween(nights, '2026-11-22T00:00+01:00', '2026-11-22T12:00+01:00')).toBe(6);
  });

  it('of a span that begins within the hour skipped counts from where the clock goes on', () => {
    const early: WorkingHours = { ...warsaw, week: { ...warsaw.week, sunday: ['02:30–04:00'] } };
    expect(hoursBetween(early, '2026-03-29T00:00+01:00', '2026-03-29T12:00+02:00')).toBe(1);
  });

  it('agrees with a count minute by minute, over changed clocks and holidays, in any zone', () => {
    fc.assert(
      fc.property(hoursAbout, ({ hours, fromMs, toMs }) => {
        expect(workingClock(hours).workingMsBetween(fromMs, toMs) / 60_000).toBe(countedMinutes(hours, fromMs, toMs));
      }),
      { numRuns: 60 },
    );
  });

  it('adds up: a day split anywhere, to the millisecond, is both its parts', () => {
    fc.assert(
      fc.property(hoursAbout, fc.double({ min: 0, max: 1, noNaN: true }), ({ hours, fromMs, toMs }, share) => {
        const clock = workingClock(hours);
        const middleMs = Math.floor(fromMs + share * (toMs - fromMs));
        expect(clock.workingMsBetween(fromMs, middleMs) + clock.workingMsBetween(middleMs, toMs)).toBe(
          clock.workingMsBetween(fromMs, toMs),
        );
      }),
    );
  });

  it('does not depend on what was asked before', () => {
    fc.assert(
      fc.property(hoursAbout, fc.integer({ min: -9_000, max: 9_000 }), ({ hours, fromMs, toMs }, days) => {
        const used = workingClock(hours);
        used.workingMsBetween(fromMs + days * 24 * HOUR, fromMs + days * 24 * HOUR + 1);
        expect(used.workingMsBetween(fromMs, toMs)).toBe(workingClock(hours).workingMsBetween(fromMs, toMs));
      }),
      { numRuns: 30 },
    );
  });
});

describe('a deadline', () => {
  it('four working hours from Friday at three is Monday at eleven', () => {
    expect(deadline(warsaw, '2026-11-27T15:00+01:00', 4)).toBe(iso(at('2026-11-30T11:00+01:00')));
  });

  it('of a lead that comes at night runs from the morning', () => {
    expect(deadline(warsaw, '2026-11-26T22:00+01:00', 1)).toBe(iso(at('2026-11-27T10:00+01:00')));
  });

  it('that a day just holds is the end of that day, not the next morning', () => {
    expect(deadline(warsaw, '2026-11-26T09:00+01:00', 8)).toBe(iso(at('2026-11-26T17:00+01:00')));
  });

  it('of no hours is at once, even at night', () => {
    expect(deadline(warsaw, '2026-11-26T22:00+01:00', 0)).toBe(iso(at('2026-11-26T22:00+01:00')));
  });

  it('in a year of holidays lies beyond it', () => {
    const days = Array.from({ length: 365 }, (_, day) => iso(at('2027-01-01T00:00Z') + day * 24 * HOUR).slice(0, 10));
    expect(deadline({ ...warsaw, holidays: days }, '2026-12-31T17:00+01:00', 8)).toBe(
      iso(at('2028-01-03T17:00+01:00')),
    );
  });

  it('where nobody ever works never comes', () => {
    const never = {
      ...warsaw,
      week: { ...warsaw.week, monday: [], tuesday: [], wednesday: [], thursday: [], friday: [] },
    };
    expect(workingClock(never).instantAfter(0, 1)).toBe(Number.POSITIVE_INFINITY);
  });

  it('is the earliest instant by which the promised time has been worked', () => {
    fc.assert(
      fc.property(hoursAbout, fc.integer({ min: 1, max: 3000 }), ({ hours, fromMs }, minutes) => {
        const clock = workingClock(hours);
        const deadlineMs = clock.instantAfter(fromMs, minutes * 60_000);
        if (deadlineMs === Number.POSITIVE_INFINITY) return;
        expect(clock.workingMsBetween(fromMs, deadlineMs)).toBe(minutes * 60_000);
        expect(clock.workingMsBetween(fromMs, deadlineMs - 1)).toBe(minutes * 60_000 - 1);
        expect(isWorkingMinute(hours, deadlineMs - 60_000)).toBe(true);
      }),
    );
  });
});

describe('working days', () => {
  it('from a Thursday to the Monday after are two; within a day none', () => {
    const clock = workingClock(warsaw);
    expect(clock.workingDaysBetween(at('2026-11-26T18:00+01:00'), at('2026-11-30T00:00+01:00'))).toBe(2);
    expect(clock.workingDaysBetween(at('2026-11-26T00:00+01:00'), at('2026-11-26T23:59+01:00'))).toBe(0);
  });

  it('begin at the midnight of the zone, and leave holidays out', () => {
    const clock = workingClock({ ...warsaw, holidays: ['2026-11-27'] });
    expect(clock.workingDaysBetween(at('2026-11-25T22:59:59Z'), at('2026-11-25T23:00:00Z'))).toBe(1);
    expect(clock.workingDaysBetween(at('2026-11-26T12:00Z'), at('2026-11-27T12:00Z'))).toBe(0);
  });
});
