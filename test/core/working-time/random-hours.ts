import fc from 'fast-check';
import { spanText, type Weekday, type WorkingHours } from '../../../core/working-time/working-hours.ts';

/** A zone and an instant about which its clocks are put forward or back, or nothing happens at all. */
const MOMENTS: readonly (readonly [zone: string, iso: string])[] = [
  ['Europe/Warsaw', '2026-03-29T01:00:00Z'],
  ['Europe/Warsaw', '2026-10-25T01:00:00Z'],
  ['America/New_York', '2026-03-08T07:00:00Z'],
  ['America/New_York', '2026-11-01T06:00:00Z'],
  // By half an hour.
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
  // From a minute past midnight back into the day before.
  ['America/St_Johns', '2010-11-07T02:31:00Z'],
  ['Asia/Kolkata', '2026-06-15T00:00:00Z'],
  ['UTC', '2026-02-28T12:00:00Z'],
];

const minutes = fc.integer({ min: 0, max: 1440 });
/** Some edges as people write them, some anywhere. */
const edge = fc.oneof(fc.constantFrom(0, 60, 90, 120, 150, 180, 540, 1020, 1380, 1440), minutes);
const daySpans = fc
  .uniqueArray(edge, { maxLength: 4 })
  .map((edges) => edges.sort((left, right) => left - right))
  .map((edges): readonly string[] =>
    edges.flatMap((fromMinute, index) => {
      const toMinute = edges[index + 1];
      return index % 2 === 0 && toMinute !== undefined ? [spanText({ fromMinute, toMinute })] : [];
    }),
  );

export interface HoursAbout {
  readonly hours: WorkingHours;
  /** Whole minutes, up to four days from the change of the clocks. */
  readonly fromMs: number;
  readonly toMs: number;
}

export const hoursAbout: fc.Arbitrary<HoursAbout> = fc
  .record({
    moment: fc.constantFrom(...MOMENTS),
    week: fc.record<Record<Weekday, readonly string[]>>({
      monday: daySpans,
      tuesday: daySpans,
      wednesday: daySpans,
      thursday: daySpans,
      friday: daySpans,
      saturday: daySpans,
      sunday: daySpans,
    }),
    holidayAfter: fc.option(fc.integer({ min: -2, max: 2 })),
    from: fc.integer({ min: -3000, max: 1500 }),
    length: fc.integer({ min: 0, max: 4000 }),
  })
  .map(({ moment: [timeZone, iso], week, holidayAfter, from, length }) => {
    const changeMs = Date.parse(iso);
    const holidays =
      holidayAfter === null ? [] : [new Date(changeMs + holidayAfter * 86_400_000).toISOString().slice(0, 10)];
    const fromMs = changeMs + from * 60_000;
    return { hours: { timeZone, week, holidays }, fromMs, toMs: fromMs + length * 60_000 };
  });
