import type { Look } from '../../../core/replay/ledger.ts';

const MOST = 1_000;

/** At most a thousand points: of each run of looks the lowest and the highest, so that no peak is lost. */
export const scorePoints = (looks: readonly Look[]): readonly Look[] => {
  if (looks.length <= MOST) return looks;
  const run = Math.ceil((looks.length * 2) / MOST);
  const chosen: Look[] = [];
  for (let start = 0; start < looks.length; start += run) {
    const part = looks.slice(start, start + run);
    const low = part.reduce((least, look) => (look.total < least.total ? look : least));
    const high = part.reduce((most, look) => (look.total > most.total ? look : most));
    chosen.push(...(low.atMs <= high.atMs ? [low, high] : [high, low]));
  }
  const last = looks.at(-1);
  return last === undefined || chosen.at(-1) === last ? chosen : [...chosen, last];
};
