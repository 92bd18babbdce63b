/** Rounded up to two figures: a number of leads that would be needed is a size, not a count. */
export const asSize = (leads: number): number => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, leads))) - 1);
  return Math.ceil(leads / step) * step;
};
