/** How many decimals a column of money is shown with, so that no cent that somebody paid is hidden and none is made up. */

/** Of amounts that are exact: two where any of them has cents. */
export const centDigits = (amountsCents: readonly (number | null)[]): 0 | 2 =>
  amountsCents.some((cents) => cents !== null && cents % 100 !== 0) ? 2 : 0;

/** Of quotients, which mostly have cents: two while all are below a thousand. */
export const quotientDigits = (amountsCents: readonly (number | null)[]): 0 | 2 =>
  amountsCents.every((cents) => cents === null || Math.abs(cents) < 100_000) ? 2 : 0;
