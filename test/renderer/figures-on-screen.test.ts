import { describe, expect, it } from 'vitest';
import type { SweepPoint } from '../../api/frame.ts';
import { shareTop, ticksBetween, zones } from '../../renderer/charts/axis.ts';
import { csvOf, fileNameOf } from '../../renderer/charts/chart-table.ts';
import { hasRates, pointAt } from '../../renderer/features/what-if/charts/sweep-rows.ts';
import { createFormats } from '../../renderer/i18n/formats.ts';

const NARROW = '\u202f';

describe('numbers', () => {
  const format = createFormats('en-GB', 'Europe/Berlin');

  it('have narrow spaces and a true minus', () => {
    expect(format.count(1_269)).toBe(`1${NARROW}269`);
    expect(format.signed(-11)).toBe('−11');
    expect(format.signed(4)).toBe('+4');
    expect(format.signed(0.04, 0)).toBe('±0');
  });

  it('write nothing without a sign, whichever side it comes from', () => {
    expect([format.points(-0), format.points(0)]).toEqual(['0', '0']);
  });

  it('write a rate with its interval', () => {
    expect(format.rate(0.34, [0.321, 0.368])).toBe(`34${NARROW}% (32–37)`);
    expect(format.rate(1, null)).toBe(`100${NARROW}%`);
  });

  it('keep points as they were entered', () => {
    expect(format.points(7.25)).toBe('7.25');
    expect(format.points(-15)).toBe('−15');
  });

  it('shorten amounts', () => {
    expect(format.amount(2_360_000)).toBe(`2.36${NARROW}m`);
  });

  it('tell days in the zone of the workshop', () => {
    expect(format.day(Date.UTC(2025, 8, 30, 22, 30))).toBe('1 Oct');
  });

  it('follow the locale but for the spaces', () => {
    expect(createFormats('de-DE', 'UTC').decimal(1_234.5)).toBe(`1${NARROW}234,5`);
  });
});

describe('axes', () => {
  it('end at round figures that hold the data', () => {
    expect(ticksBetween(0, 37, 2)).toEqual([0, 20, 40]);
    expect(ticksBetween(5, 5, 3)).toEqual([4, 6]);
    expect(shareTop(0.57)).toBe(0.6);
    expect(shareTop(0.9)).toBe(1);
  });

  it('keep rates and counts in zones of their own', () => {
    const { rate, count } = zones([0, 0.6], 30, 0.6);
    const heightOfNoRate = (0 - rate[0]) / (rate[1] - rate[0]);
    expect(30 / count[1]).toBeLessThan(heightOfNoRate);
  });
});

describe('the sweep', () => {
  const point = (threshold: number, rate: number | null, converted = 30): SweepPoint => ({
    threshold,
    reached: 100,
    observed: rate === null ? 0 : 80,
    converted,
    rate,
    interval: rate === null ? null : [rate - 0.05, rate + 0.05],
    perWeek: 2,
  });
  const points = [point(40, 0.2), point(50, 0.3), point(60, 0.33), point(70, 0.34), point(80, 0.5)];

  it('reads a threshold between two points off the higher one', () => {
    expect(pointAt(points, 55)?.threshold).toBe(60);
    expect(pointAt(points, 99)?.threshold).toBe(80);
    expect(pointAt([], 1)).toBeUndefined();
  });

  it('draws no rates from fewer than ten SQLs, nor from outcomes nobody knows', () => {
    expect(hasRates([point(40, 0.1, 9)])).toBe(false);
    expect(hasRates([point(40, null, 0)])).toBe(false);
    expect(hasRates([point(40, 1, 80)])).toBe(true);
  });
});

describe('the figures behind a chart', () => {
  it('are a table for every spreadsheet, in which no cell can run', () => {
    const table = {
      columns: ['band', 'rate'],
      rows: [
        ['50, 60', 33.1],
        ['=1+1', null],
        ['-5', -5],
      ],
    };
    expect(csvOf(table)).toBe('band,rate\r\n"50, 60",33.1\r\n"\'=1+1",\r\n-5,-5');
  });

  it('are saved under a name that every system takes', () => {
    expect(fileNameOf('Where should the line be?')).toBe('where-should-the-line-be');
  });
});
