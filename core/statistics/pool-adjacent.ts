/** Neighbours that were pooled, or one value alone. */
export interface Block {
  /** Index of the first value, and of the last, both of the block. */
  readonly from: number;
  readonly to: number;
  /** Weighted mean of its values. */
  readonly mean: number;
  readonly weight: number;
}

/**
 * The closest values that never fall (isotonic regression, by pooling adjacent violators; STATISTICS.md 4): neighbours that fall
 * are pooled into blocks with one mean. Of the rates of score bands, lowest first and weighted with their known outcomes, a block of
 * more than one band is a stretch of scores that does not rank leads.
 */
export function poolAdjacent(values: readonly { readonly mean: number; readonly weight: number }[]): readonly Block[] {
  const blocks: Block[] = [];
  values.forEach(({ mean, weight }, index) => {
    let last: Block = { from: index, to: index, mean, weight };
    for (let before = blocks.at(-1); before !== undefined && before.mean > last.mean; before = blocks.at(-1)) {
      blocks.pop();
      last = pooled(before, last);
    }
    blocks.push(last);
  });
  return blocks;
}

function pooled(one: Block, other: Block): Block {
  const weight = one.weight + other.weight;
  const mean = weight === 0 ? one.mean : (one.mean * one.weight + other.mean * other.weight) / weight;
  return { from: one.from, to: other.to, mean, weight };
}
