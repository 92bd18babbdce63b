export type Direction = 'up' | 'down';

/** Swaps the item with its nearest sibling in that direction; the very same list when there is none. */
export const moved = <T extends { readonly id: string }>(
  items: readonly T[],
  id: string,
  direction: Direction,
  areSiblings: (one: T, other: T) => boolean,
): readonly T[] => {
  const from = items.findIndex((item) => item.id === id);
  const item = items[from];
  if (item === undefined) return items;
  const isSibling = (other: T) => other.id !== id && areSiblings(item, other);
  const to =
    direction === 'up'
      ? items.slice(0, from).findLastIndex(isSibling)
      : items.findIndex((other, index) => index > from && isSibling(other));
  const sibling = items[to];
  return sibling === undefined ? items : items.with(from, sibling).with(to, item);
};
