/** Edits of cut points: where one band of an attribute ends and the next begins. */

/** By how much an arrow key moves a cut: a round number, about a twentieth of the narrower of its two bands. */
export const stepOf = (cuts: readonly number[], index: number): number => {
  const [low, high] = roomOf(cuts, index);
  const at = cuts[index] ?? 0;
  const narrow = Math.min(high - at, at - low);
  return 10 ** Math.floor(Math.log10(Math.max(narrow, Number.MIN_VALUE) / 10));
};

/** Between which values the cut can be dragged: its neighbours, and as far beyond an end as its own band is wide. */
export const roomOf = (cuts: readonly number[], index: number): readonly [number, number] => {
  const at = cuts[index] ?? 0;
  const below = cuts[index - 1];
  const above = cuts[index + 1];
  const width = Math.abs(at - (below ?? above ?? 0)) || Math.abs(at) || 1;
  return [below ?? at - width, above ?? at + width];
};

/** Moved by `share` of the width of the band it is drawn into (−1 to 1), to a whole step, and never onto a neighbour. */
export const draggedTo = (cuts: readonly number[], index: number, share: number, step: number): number => {
  const at = cuts[index] ?? 0;
  const [low, high] = roomOf(cuts, index);
  const wanted = at + share * (share < 0 ? at - low : high - at);
  return keptApart(cuts, index, tidy(Math.round(wanted / step) * step), step);
};

/** The nearest place to `wanted` that leaves a step to either neighbour; where there is no such place the cut stays. */
export const keptApart = (cuts: readonly number[], index: number, wanted: number, step: number): number => {
  const least = (cuts[index - 1] ?? Number.NEGATIVE_INFINITY) + step;
  const most = (cuts[index + 1] ?? Number.POSITIVE_INFINITY) - step;
  return least > most ? (cuts[index] ?? wanted) : tidy(Math.min(most, Math.max(least, wanted)));
};

/** A cut more, where the widest band in sight lies; above the last one when there is one cut or none. */
export const withCut = (cuts: readonly number[]): readonly number[] => {
  const last = cuts.at(-1);
  if (last === undefined) return [0];
  const gaps = cuts.slice(1).map((cut, index) => cut - (cuts[index] ?? cut));
  const widest = Math.max(...gaps);
  const at = gaps.indexOf(widest);
  if (at < 0 || widest <= 0) return [...cuts, tidy(last + (Math.abs(last) || 1))];
  const low = cuts[at] ?? last;
  return cuts.toSpliced(at + 1, 0, tidy(low + widest / 2));
};

/** Whether each is above the one before, as the profile wants them. */
export const isAscending = (cuts: readonly number[]): boolean =>
  cuts.every((cut, index) => Number.isFinite(cut) && cut > (cuts[index - 1] ?? Number.NEGATIVE_INFINITY));

/** Without the noise of binary fractions. */
const tidy = (value: number): number => Number(value.toPrecision(12));
