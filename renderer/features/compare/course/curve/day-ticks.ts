const STEPS_DAYS = [5, 10, 15, 30, 60, 90, 180, 365] as const;

/** Ages on the axis, in the steps in which people count days; at most about `wanted` of them. */
export const dayTicks = (untilDays: number, wanted: number): readonly number[] => {
  const step = STEPS_DAYS.find((days) => untilDays / days <= Math.max(2, wanted)) ?? 365;
  return Array.from({ length: Math.floor(untilDays / step) + 1 }, (_, index) => index * step);
};
