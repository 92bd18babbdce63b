/** The engine marks what does not exist with NaN; answers say null. */
export const numberOrNull = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;
