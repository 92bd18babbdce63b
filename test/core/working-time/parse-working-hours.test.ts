import { describe, expect, it } from 'vitest';
import { createFaultList } from '../../../core/rule-set/rule-set-faults.ts';
import { parseWorkingHours } from '../../../core/working-time/parse-working-hours.ts';
import { officeHours } from '../../../core/working-time/working-hours.ts';

const read = (value: unknown) => {
  const list = createFaultList();
  const hours = parseWorkingHours(value, 'workingHours', list);
  return { hours, paths: list.faults.map(({ path }) => path) };
};
const week = (monday: unknown) => ({ timeZone: 'Europe/Warsaw', week: { monday } });

describe('working hours as people write them', () => {
  it('are read back as they are', () => {
    const hours = { ...officeHours('Asia/Kolkata'), holidays: ['2026-12-25', '2027-01-01'] };
    expect(read(JSON.parse(JSON.stringify(hours)))).toEqual({ hours, paths: [] });
  });

  it('may use any dash and leave zeros and days off out', () => {
    const { hours, paths } = read(week(['14:00 - 18:30', '8:00—12:00']));
    expect(paths).toEqual([]);
    expect(hours.week.monday).toEqual(['08:00–12:00', '14:00–18:30']);
    expect(hours.week.tuesday).toEqual([]);
  });

  it('may last until midnight', () => {
    expect(read(week(['18:00–24:00'])).hours.week.monday).toEqual(['18:00–24:00']);
  });

  it.each([
    ['a span over midnight', week(['22:00–06:00']), 'workingHours.week.monday[0]'],
    ['a span of nothing', week(['09:00–09:00']), 'workingHours.week.monday[0]'],
    ['a time that is none', week(['09:00–25:00']), 'workingHours.week.monday[0]'],
    ['words', week(['in the morning']), 'workingHours.week.monday[0]'],
    ['spans that overlap', week(['09:00–13:00', '12:00–17:00']), 'workingHours.week.monday[1]'],
    ['a week without hours', week([]), 'workingHours.week'],
    ['a day that is none', { ...week(['09:00–17:00']), week: { funday: [] } }, 'workingHours.week.funday'],
    ['a zone that is none', { ...week(['09:00–17:00']), timeZone: 'Europe/Atlantis' }, 'workingHours.timeZone'],
    ['a day that no month has', { ...week(['09:00–17:00']), holidays: ['2026-02-30'] }, 'workingHours.holidays[0]'],
    ['a holiday with a time', { ...week(['09:00–17:00']), holidays: ['2026-02-01T10:00'] }, 'workingHours.holidays[0]'],
  ])('are refused with %s, and the path', (_, value, path) => {
    expect(read(value).paths).toEqual([path]);
  });
});
