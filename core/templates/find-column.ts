/** Which column of a history fills a slot. */
import type { ColumnKind } from '../history/history.ts';
import { holdsWords } from '../text.ts';
import { ATTRIBUTE_SLOTS, type AttributeSlotId } from './attribute-slots.ts';
import type { NamedColumn } from './columns.ts';
import { headingKey, headingWords } from './heading-key.ts';
import type { AttributeSlot } from './slots.ts';

export const attributeSlot = (id: AttributeSlotId): AttributeSlot => ATTRIBUTE_SLOTS[id];

/**
 * The columns that may fill the slot, the surest first: those with one of its headings in the order of the slot, then those
 * that hold one of its words. Those of a kind that can be read come before all others.
 */
export function columnsFor(
  slot: AttributeSlot,
  columns: readonly NamedColumn[],
  kinds: readonly ColumnKind[],
): readonly NamedColumn[] {
  const found = [slot.column, ...slot.names]
    .map(headingKey)
    .flatMap((key) => columns.filter(({ name }) => headingKey(name) === key));
  const loose = columns.filter(({ name }) => {
    const words = headingWords(name);
    return slot.words.some((word) => holdsWords(words, headingWords(word)));
  });
  const all = [...new Set([...found, ...loose])];
  return [...all.filter(({ kind }) => kinds.includes(kind)), ...all.filter(({ kind }) => !kinds.includes(kind))];
}
