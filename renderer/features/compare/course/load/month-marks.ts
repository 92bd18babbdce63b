/**
 * Places of the weeks at which a month begins, in equal steps of months, at least `apart` weeks from one another and from the
 * end. `months`: of each week the month that it begins in.
 */
export const monthMarks = (months: readonly string[], apart: number): readonly number[] => {
  const begins = months.flatMap((month, week) => (week === 0 || month !== months[week - 1] ? [week] : []));
  // The first one may begin in the middle of its month.
  const whole = (begins[1] ?? apart) < apart ? begins.slice(1) : begins;
  const every = Math.max(1, Math.ceil(apart / 4));
  return whole.filter((week, index) => index % every === 0 && week <= months.length - apart * 0.8);
};
