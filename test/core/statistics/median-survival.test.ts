import { describe, expect, it } from 'vitest';
import { kaplanMeier, type TimedCounts } from '../../../core/statistics/kaplan-meier.ts';
import { medianSurvival } from '../../../core/statistics/median-survival.ts';

/** “6 6+ 7”: + marks a time at which no more was known. */
function medianOf(text: string) {
  const words = text.split(' ').map((word) => ({ time: Number.parseInt(word, 10), isOpen: word.endsWith('+') }));
  const times = [...new Set(words.map(({ time }) => time))].toSorted((one, other) => one - other);
  const counts = times.map((time): TimedCounts => {
    const own = words.filter((word) => word.time === time);
    const censored = own.filter(({ isOpen }) => isOpen).length;
    return { time, events: own.length - censored, competing: 0, censored };
  });
  return medianSurvival(kaplanMeier(counts));
}

describe('the median of a curve with open leads', () => {
  it('given Freireich’s remissions then it is as SAS prints it, with its log-log interval', () => {
    expect(medianOf('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+')).toEqual({
      time: 23,
      low: 13,
      high: null,
    });
    expect(medianOf('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23')).toEqual({ time: 8, low: 4, high: 11 });
  });

  it('is that of the times alone when nobody is open', () => {
    expect(medianOf('1 2 3 4 5').time).toBe(3);
    expect(medianOf('2 4').time).toBe(2);
  });

  it('is not known where less than half have had the event', () => {
    expect(medianOf('1 5+ 5+ 5+')).toMatchObject({ time: null, high: null });
    expect(medianSurvival([])).toEqual({ time: null, low: null, high: null });
  });
});
