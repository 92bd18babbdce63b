import type { Band } from '../../../../core/rule-set/rule-set.ts';

const FIRST_CUT = 100;

/** Cuts the open upper end of the last band, so that the bands stay valid: "from 250" becomes "250 to 500" and "from 500". */
export const withBandAdded = (bands: readonly Band[]): readonly Band[] => {
  const last = bands.at(-1);
  if (last === undefined) return [{ points: 0 }];
  if (last.to !== undefined) return [...bands, { from: last.to, points: last.points }];
  const cut = last.from === undefined ? FIRST_CUT : last.from > 0 ? last.from * 2 : last.from + FIRST_CUT;
  return [...bands.slice(0, -1), { ...last, to: cut }, { from: cut, points: last.points }];
};
