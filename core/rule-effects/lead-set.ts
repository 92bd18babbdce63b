/** Sets of leads, a bit each: two of a million leads are compared in a millisecond. */
export type LeadSet = Int32Array;

export const emptyLeadSet = (leads: number): LeadSet => new Int32Array(Math.ceil(leads / 32));

export function addLead(set: LeadSet, lead: number): void {
  const word = lead >> 5;
  set[word] = (set[word] ?? 0) | (1 << (lead & 31));
}

/** How many leads are in both. */
export function sizeOfBoth(one: LeadSet, other: LeadSet): number {
  let size = 0;
  for (let word = 0; word < one.length; word += 1) size += bitsOf((one[word] ?? 0) & (other[word] ?? 0));
  return size;
}

/** The number of bits that are 1, added up pair by pair (Warren, Hacker's Delight, 5–1). */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
