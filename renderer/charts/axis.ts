/** Round figures for an axis: from at or below `low` to at or above `high`, about `wanted` steps of 1, 2, 2.5 or 5 × 10ⁿ. */
export const ticksBetween = (low: number, high: number, wanted: number): readonly number[] => {
  const span = high > low ? high - low : Math.max(1, Math.abs(high));
  const rough = span / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
};

/** The lowest round top of an axis of shares that holds them: half of it is a round figure too. */
export const shareTop = (highest: number): number => [0.1, 0.2, 0.4, 0.6, 0.8].find((top) => top >= highest) ?? 1;

/** The ticks that lie inside an axis whose ends are given. */
export const ticksWithin = (low: number, high: number, wanted: number): readonly number[] =>
  ticksBetween(low, high, wanted).filter((tick) => tick >= low && tick <= high);

/**
 * Two zones on one x: rates in the upper `share` of the height, counts below; never two meanings at one height.
 * Each domain is stretched so that its own figures use only its own zone.
 */
export const zones = (rates: readonly [number, number], mostCount: number, share: number) => {
  const [low, high] = rates;
  const below = ((high - low) * (1 - share)) / share;
  return {
    rate: [low - below * 1.06, high] as [number, number],
    count: [0, Math.max(1e-9, mostCount) / (1 - share - 0.06)] as [number, number],
  };
};
