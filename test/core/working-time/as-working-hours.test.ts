/** A level's follow-up time, told in the hours that people work. */
import { expect, it } from 'vitest';
import { asWorkingHours } from '../../../core/working-time/as-working-hours.ts';
import { officeHours } from '../../../core/working-time/working-hours.ts';

const hours = officeHours('Europe/Warsaw');

it.each([
  ['within a day stays what it is', 4, 4],
  ['of a day is a day of work', 24, 8],
  ['of two days is two of them', 48, 16],
  ['between is rounded to whole hours', 36, 12],
])('a time %s', (_, plainHours, workingHours) => {
  expect(asWorkingHours(plainHours, hours)).toBe(workingHours);
});

it('days of work of different length count by their mean', () => {
  const week = { ...hours.week, friday: ['09:00–13:00'] as const };
  expect(asWorkingHours(24, { ...hours, week })).toBe(Math.round((4 * 8 + 4) / 5));
});
