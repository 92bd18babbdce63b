const LONGEST = 40;

/**
 * An id for something with this name that none of `taken` has: the name's letters and digits, lower-cased and joined by
 * hyphens, numbered when taken. A name without any gives `otherwise`.
 */
export const freshId = (name: string, taken: readonly string[], otherwise: string): string => {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const stem = words.join('-').slice(0, LONGEST) || otherwise;
  const used = new Set(taken);
  let id = stem;
  for (let number = 2; used.has(id); number += 1) id = `${stem}-${number}`;
  return id;
};

/** A name that none of `taken` has: "Pricing page", then "Pricing page 2". */
export const freshName = (name: string, taken: readonly string[]): string => {
  const used = new Set(taken);
  let fresh = name;
  for (let number = 2; used.has(fresh); number += 1) fresh = `${name} ${number}`;
  return fresh;
};
