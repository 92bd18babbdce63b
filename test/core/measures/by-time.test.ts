import { describe, expect, it } from 'vitest';
import { cohortCalendar, months, weekly } from '../../../core/measures/by-time.ts';
import { DAY, historyOf, replayOf } from './replay-of.ts';

describe('the weeks', () => {
  it('given leads that reach the level then weeks are counted back from the moment of the replay', () => {
    const replay = replayOf(
      [100, 93.1, 93, 80, 99].map((reached, index) => ({
        outcome: index === 4 ? 'customer' : 'converted',
        ...(index === 4 ? {} : { reached }),
      })),
    );
    const calendar = cohortCalendar(historyOf([72, 90, 90, 72.5, 1]), replay.facts);
    // Weeks, latest first: 2 (100 and 93.1), 1 (exactly a week old), 1, 0, 0; 72 is exactly 28 days back, in the fifth.
    expect(weekly(replay, 0, calendar)).toEqual({ mean: 4 / 5, p90: 1 + 0.6, weeks: 5 });
  });

  it('given an empty cohort then there is one week with nobody', () => {
    const replay = replayOf([]);
    expect(weekly(replay, 0, cohortCalendar(historyOf([]), replay.facts))).toEqual({ mean: 0, p90: 0, weeks: 1 });
  });
});

describe('the months', () => {
  it("given a lead at midnight in the workshop's zone then the calendar there says which month it is", () => {
    // 31 January 1970 23:30 UTC is 1 February in Warsaw.
    const replay = replayOf([{ outcome: 'converted', reached: 30 + 23.5 / 24 }], 40);
    const leadsByMonth = (timeZone: string) =>
      months(replay, 0, cohortCalendar(historyOf([2], timeZone), replay.facts)).map(({ leads }) => leads);
    expect(leadsByMonth('UTC')).toEqual([1, 0]);
    expect(leadsByMonth('Europe/Warsaw')).toEqual([0, 1]);
  });

  it('given months in which nobody reaches the level then they are there all the same', () => {
    const replay = replayOf([{ outcome: 'not converted', reached: 89 }], 95);
    const rows = months(replay, 0, cohortCalendar(historyOf([3]), replay.facts));
    expect(rows.map(({ startMs, leads }) => [startMs / DAY, leads])).toEqual(
      [
        [0, 0],
        [31, 0],
        [59, 0],
        [90, 0],
      ].map(([day, leads]) => [day, day === 59 ? 1 : leads]),
    );
  });

  it('given one date decades back then only the latest 36 months are shown', () => {
    const replay = replayOf([{ outcome: 'not converted', reached: 3 }], 20_000);
    expect(months(replay, 0, cohortCalendar(historyOf([3]), replay.facts)).length).toBe(36);
  });
});
