import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { calendarSpans, isWholeSpan, spanCount, spanOf } from '../../../core/promises/calendar-spans.ts';

const DAY = 86_400_000;
const zones = fc.constantFrom('UTC', 'Europe/Warsaw', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Asia/Kolkata');
const period = fc
  .record({
    fromMs: fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2027, 0, 1) }),
    days: fc.integer({ min: 0, max: 500 }),
  })
  .map(({ fromMs, days }) => ({ fromMs, toMs: fromMs + days * DAY + 1 }));
const wallOf = (atMs: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone);

describe('weeks and months of a calendar', () => {
  it('begin on Mondays and on the first, at the first moment of that day in the zone, and hold the whole period', () => {
    fc.assert(
      fc.property(zones, period, fc.constantFrom('week' as const, 'month' as const), (zone, { fromMs, toMs }, unit) => {
        const spans = calendarSpans(unit, fromMs, toMs, zone);
        for (const edgeMs of spans.edgesMs) {
          const wall = wallOf(edgeMs, zone);
          expect(wall.startOfDay().epochMilliseconds).toBe(edgeMs);
          expect(unit === 'week' ? wall.dayOfWeek : wall.day).toBe(1);
        }
        expect(spanOf(spans, fromMs)).toBe(0);
        expect(spanOf(spans, toMs - 1)).toBe(spanCount(spans) - 1);
        expect([spanOf(spans, fromMs - 1), spanOf(spans, toMs)]).toEqual([-1, -1]);
        for (let span = 1; span < spanCount(spans) - 1; span += 1) expect(isWholeSpan(spans, span)).toBe(true);
      }),
    );
  });

  it('are the latest 260 weeks of a period with a wrong date decades back', () => {
    const [fromMs, toMs] = [Date.UTC(1970, 0, 1), Date.UTC(2026, 10, 26)];
    const spans = calendarSpans('week', fromMs, toMs, 'UTC');
    expect(spanCount(spans)).toBe(260);
    expect(spanOf(spans, fromMs)).toBe(-1);
    expect(spanOf(spans, toMs - 1)).toBe(259);
  });
});
