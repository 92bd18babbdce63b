import type { Level, RuleSet } from '../../../../core/rule-set/rule-set.ts';

export interface Ruler {
  readonly from: number;
  readonly to: number;
  /** Points below the lowest level. */
  readonly belowShare: number;
  /** From the lowest to the highest; `share` in points, `tint` in percent of the hue. */
  readonly parts: readonly { readonly level: Level; readonly share: number; readonly tint: number }[];
}

const HEADROOM = 1.4;
const LIGHTEST = 20;
const DARKEST = 40;

/** From the least to the most that the score can be, as far as the limits say; beyond the highest level in any case. */
export const rulerOf = ({ levels, total, dimensions }: Pick<RuleSet, 'levels' | 'total' | 'dimensions'>): Ruler => {
  const ordered = levels.toSorted((one, other) => one.total - other.total);
  const lowest = ordered[0]?.total ?? 0;
  const highest = ordered.at(-1)?.total ?? 0;
  const from = Math.min(total.min ?? 0, lowest);
  const most = total.max ?? sumOfMost(dimensions.map((dimension) => dimension.max));
  const to = most !== undefined && most > highest ? most : Math.max(roundedUp(highest * HEADROOM), highest + 10);
  const steps = Math.max(1, ordered.length - 1);
  return {
    from,
    to,
    belowShare: lowest - from,
    parts: ordered.map((level, index) => ({
      level,
      share: (ordered[index + 1]?.total ?? to) - level.total,
      tint: Math.round(LIGHTEST + ((DARKEST - LIGHTEST) * index) / steps),
    })),
  };
};

const sumOfMost = (limits: readonly (number | undefined)[]): number | undefined =>
  limits.reduce<number | undefined>(
    (sum, limit) => (sum === undefined || limit === undefined ? undefined : sum + limit),
    0,
  );

const roundedUp = (value: number): number => Math.ceil(value / 10) * 10;
