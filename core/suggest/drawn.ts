/** Drawing leads by their ids: the same seed draws the same leads, in whatever order they come. */

/** From 0 to 1, evenly, by the id and the seed alone (FNV-1a, then the last steps of MurmurHash3). */
export function shareOf(id: string, seed: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1);
  for (let place = 0; place < id.length; place += 1) hash = Math.imul(hash ^ id.charCodeAt(place), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** How often a resample holds the lead: Poisson with mean 1 (STATISTICS.md 2), at most 6. */
export function timesDrawn(id: string, seed: number): number {
  const share = shareOf(id, seed);
  let chance = Math.exp(-1);
  let upTo = chance;
  let times = 0;
  while (times < 6 && share >= upTo) {
    times += 1;
    chance /= times;
    upTo += chance;
  }
  return times;
}
