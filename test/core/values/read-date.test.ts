import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantText, readInstant } from '../../../core/time/instant.ts';
import { twoDigits } from '../../../core/values/clock-text.ts';
import { MONTH_NAMES, monthOf } from '../../../core/values/month-names.ts';
import { DATE_FORMS, type DateForm, readDate } from '../../../core/values/read-date.ts';

const read = (cell: string, form: DateForm): string => {
  const date = readDate(cell, form);
  return date.ok ? date.value : `refused: ${date.error}`;
};

describe('a date that nobody can mistake', () => {
  it.each([
    ['2021-04-15', '2021-04-15'],
    ['2021-04-15 23:03:00', '2021-04-15T23:03:00'],
    ['2021-04-15T23:03:00.123456Z', '2021-04-15T23:03:00.123456Z'],
    ['2013-09-26T06:56:35+0000', '2013-09-26T06:56:35+0000'],
    ['2021/4/5 9:07', '2021-04-05T09:07'],
    ['2021.04.15', '2021-04-15'],
    ['20210415', '2021-04-15'],
    ['20210415T230300Z', '2021-04-15T23:03:00Z'],
    ['202104152303', '2021-04-15T23:03'],
    ['15 Apr, 2021 00:03:00', '2021-04-15T00:03:00'],
    ['Apr 15 2021', '2021-04-15'],
    ['15-Apr-21', '2021-04-15'],
    ['15-APR-69', '1969-04-15'],
    ['15Apr2021', 'refused: This is not written as a date.'],
    ['April 15th, 2021 at 2:30 PM', '2021-04-15T14:30'],
    ['Apr 15, 2021, 12:00 AM', '2021-04-15T00:00'],
    ['Apr 15, 2021 12:05 p.m.', '2021-04-15T12:05'],
    ['Thu, 15 Apr 2021 00:03:00 +0200', '2021-04-15T00:03:00+0200'],
    ['Thu Apr 15 2021 00:03:00 GMT+0200 (Central European Summer Time)', '2021-04-15T00:03:00+0200'],
    ['Thu Apr 15 00:03:00 UTC 2021', '2021-04-15T00:03:00Z'],
    ['15 aprilie 2021', '2021-04-15'],
    ['1º aprile 2021 14:30', '2021-04-01T14:30'],
    ['giovedì 15 aprile 2021', '2021-04-15'],
    ['15 października 2021 r.', '2021-10-15'],
    ['15 pazdziernika 2021', '2021-10-15'],
    ['15 мая 2021 г., 14:30', '2021-05-15T14:30'],
    ['чт, 15 апр. 2021', '2021-04-15'],
    ['2021-Apr-15', '2021-04-15'],
    ['29 Feb 2020', '2020-02-29'],
  ])('%s', (cell, iso) => {
    expect(read(cell, 'plain')).toBe(iso);
    expect(read(cell, 'dmy')).toBe(iso);
    expect(read(cell, 'mdy')).toBe(iso);
  });
});

describe('three numbers', () => {
  it.each<[string, DateForm, string]>([
    ['03/04/2021', 'dmy', '2021-04-03'],
    ['03/04/2021', 'mdy', '2021-03-04'],
    ['3.4.2021 9:05', 'dmy', '2021-04-03T09:05'],
    ['4/3/21 1:05:09 pm', 'mdy', '2021-04-03T13:05:09'],
    ['21/04/15', 'ymd', '2021-04-15'],
    ['21/04/15', 'dmy', '2015-04-21'],
    ['31-12-68', 'dmy', '2068-12-31'],
    ['31-12-69', 'dmy', '1969-12-31'],
  ])('%s as %s', (cell, form, iso) => {
    expect(read(cell, form)).toBe(iso);
  });
});

describe('a date as a number', () => {
  it.each<[string, DateForm, string]>([
    ['1', 'excel-1900', '1900-01-01'],
    ['59', 'excel-1900', '1900-02-28'],
    ['61', 'excel-1900', '1900-03-01'],
    ['45631', 'excel-1900', '2024-12-05'],
    ['45631.0', 'excel-1900', '2024-12-05'],
    ['45631,75', 'excel-1900', '2024-12-05T18:00:00'],
    ['45631.0000000001', 'excel-1900', '2024-12-05T00:00:00'],
    ['2958465.5', 'excel-1900', '9999-12-31T12:00:00'],
    ['1618444980', 'epoch-seconds', '2021-04-15T00:03:00.000Z'],
    ['1618444980.9876', 'epoch-seconds', '2021-04-15T00:03:00.987Z'],
    ['1618444980123', 'epoch-milliseconds', '2021-04-15T00:03:00.123Z'],
    ['-1', 'epoch-seconds', '1969-12-31T23:59:59.000Z'],
  ])('%s as %s', (cell, form, iso) => {
    expect(read(cell, form)).toBe(iso);
  });
});

describe('what is no date says why', () => {
  it.each<[string, DateForm, string]>([
    ['soon', 'plain', 'This is not written as a date.'],
    ['15 Foo 2021', 'plain', '“Foo” is no month.'],
    ['03/04/2021', 'plain', 'It is not said whether the day or the month stands first.'],
    ['13/04/2021', 'mdy', 'There is no month 13.'],
    ['29 Feb 2021', 'plain', 'There is no day 29 in month 2 of 2021.'],
    ['0000-01-01', 'plain', 'There is no year 0.'],
    ['2021-04-15 24:00', 'plain', 'There is no hour 24.'],
    ['2021-04-15 13:00 PM', 'plain', 'There is no hour 13 PM.'],
    ['2021-04-15 12:61', 'plain', 'There is no minute 61.'],
    ['2016-12-31 23:59:60Z', 'plain', 'Second 60 is a leap second, which no clock here counts; write 59.'],
    ['2021-04-15 12:00 CEST', 'plain', '“12:00 CEST” after the date is no time of day.'],
    ['2021-04-15 12:00+99:00', 'plain', '“+99:00” is no offset from UTC.'],
    ['2010-10-14T12:00:00.000Z-0300', 'plain', '“Z-0300” says two offsets from UTC.'],
    ['60', 'excel-1900', 'Day 60 of a spreadsheet is 29 February 1900, which never was.'],
    ['0', 'excel-1900', 'Spreadsheets count days from 1 (1900-01-01) to 2958465 (9999-12-31).'],
    ['soon', 'epoch-seconds', 'This is no number of seconds since 1970.'],
  ])('%s as %s', (cell, form, reason) => {
    expect(read(cell, form)).toBe(`refused: ${reason}`);
  });

  it('whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100, unit: 'binary' }), fc.constantFrom(...DATE_FORMS), (cell, form) => {
        const date = readDate(cell.trim(), form);
        expect(date.ok ? readInstant(date.value, 'UTC') : date.error).not.toBeNull();
      }),
    );
  });
});

describe('the names of months', () => {
  it('mean one month each, in any case', () => {
    for (const [index, names] of MONTH_NAMES.entries())
      for (const name of names) expect([name, monthOf(name.toUpperCase())]).toEqual([name, index + 1]);
  });
});

describe('a date written in any form', () => {
  const instants = fc.record({
    year: fc.integer({ min: 1000, max: 9998 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
    second: fc.integer({ min: 0, max: 59 }),
    name: fc.nat(),
    separator: fc.constantFrom('-', '/', '.', ' '),
    padded: fc.boolean(),
    is12h: fc.boolean(),
    shape: fc.integer({ min: 0, max: 6 }),
  });
  it('reads back as it was', () => {
    fc.assert(
      fc.property(instants, (one) => {
        const { year, separator: by, shape } = one;
        const [day, month] = [one.day, one.month].map((value) => (one.padded ? twoDigits(value) : `${value}`));
        const names = MONTH_NAMES[one.month - 1] ?? [];
        const name = names[one.name % names.length] ?? '';
        const [cell = '', form] = (
          [
            [`${year}${by}${month}${by}${day}`, 'plain'],
            [`${day}${by}${month}${by}${year}`, 'dmy'],
            [`${month}${by}${day}${by}${year}`, 'mdy'],
            [`${day} ${name}, ${year}`, 'plain'],
            [`${name} ${day}, ${year}`, 'dmy'],
            [`${day}-${name}-${year}`, 'mdy'],
            [`${year}${twoDigits(one.month)}${twoDigits(one.day)}`, 'plain'],
          ] as const
        )[shape] ?? ['', 'plain'];
        const hour = one.is12h ? `${one.hour % 12 || 12}` : twoDigits(one.hour);
        const half = one.is12h ? (one.hour < 12 ? ' AM' : ' pm') : '';
        const clock = `${hour}:${twoDigits(one.minute)}:${twoDigits(one.second)}${half}`;
        const written = new Date(Date.UTC(year, one.month - 1, one.day, one.hour, one.minute, one.second));
        expect([cell, read(`${cell} ${clock}`, form ?? 'plain')]).toEqual([cell, written.toISOString().slice(0, 19)]);
      }),
    );
  });
  it('as a day of a spreadsheet reads back to the millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1900, 2, 1), max: Date.UTC(2200, 0, 1) }), (wallMs) => {
        const serial = (wallMs - Date.UTC(1899, 11, 30)) / 86_400_000;
        const date = readDate(serial.toFixed(12), 'excel-1900');
        expect(date.ok && readInstant(date.value, 'UTC')).toBe(wallMs);
      }),
    );
  });
  it('is an instant as core/time has it: gap forward, overlap earlier', () => {
    const at = (cell: string, form: DateForm) =>
      instantText(readInstant(read(cell, form), 'Europe/Berlin') ?? Number.NaN);
    expect(at('29.03.2026 02:30', 'dmy')).toBe('2026-03-29T01:30:00.000Z');
    expect(at('10/25/2026 2:30 AM', 'mdy')).toBe('2026-10-25T00:30:00.000Z');
    expect(at('46110.5', 'excel-1900')).toBe('2026-03-29T10:00:00.000Z');
    expect(at('1774744200', 'epoch-seconds')).toBe('2026-03-29T00:30:00.000Z');
  });
});
