/** Figures as people promise them. */

/** Down or up to a round number of leads a week: a step of about a tenth. */
export const roundDown = (leads: number): number => Math.floor(leads / stepOf(leads)) * stepOf(leads);
export const roundUp = (leads: number): number => Math.ceil(leads / stepOf(leads)) * stepOf(leads);

/** 1, 2, 5, 10, 20, … */
function stepOf(leads: number): number {
  if (leads < 20) return 1;
  const decade = 10 ** Math.floor(Math.log10(leads / 10));
  const factor = [5, 2, 1].find((one) => one * decade <= leads / 10) ?? 1;
  return factor * decade;
}

/** Per cent in steps of 5, of the share that is at least known; 0 for less than 5. */
export const fivePercentsBelow = (share: number): number => Math.floor(share * 20 + 1e-9) * 5;
