/** Which activities of a history fill a slot: by their type, by the address of the page, by their subject. */
import type { ActivityFilter } from '../rule-set/rule-set.ts';
import { foldText, holdsWords } from '../text.ts';
import { ACTIVITY_SLOTS, type ActivitySlotId } from './activity-slots.ts';
import type { Columns, CountedValue } from './columns.ts';
import { attributeSlot, columnsFor } from './find-column.ts';
import { wordFinder } from './find-words.ts';
import { headingKey, headingWords } from './heading-key.ts';
import { onColumn } from './on-column.ts';
import type { ActivitySlot } from './slots.ts';

export interface FoundActivity {
  readonly on: ActivityFilter;
  /** The property that tells; null: the type does. */
  readonly column: string | null;
  /** Types, addresses or subjects that are meant, most frequent first. */
  readonly offered: readonly CountedValue[];
}

/** Null: the history has none. */
export function findActivity(id: ActivitySlotId, columns: Columns): FoundActivity | null {
  const slot = activitySlot(id);
  const types = typesOf(slot, columns);
  return types.length > 0 ? byType(types) : (onPages(slot, columns) ?? onSubjects(slot, columns));
}

/** Where there is no history. */
export function canonicalActivity(id: ActivitySlotId): ActivityFilter {
  const slot = activitySlot(id);
  const column = attributeSlot('page').column;
  return slot.page === undefined
    ? { type: [slot.type] }
    : { type: [slot.type], if: onColumn('property', column, 'contains', slot.page) };
}

const MOST_OFFERED = 50;

const activitySlot = (id: ActivitySlotId): ActivitySlot => ACTIVITY_SLOTS[id];

const byType = (types: readonly CountedValue[]): FoundActivity => ({
  on: { type: types.map(({ value }) => value) },
  column: null,
  offered: types,
});

function typesOf(slot: ActivitySlot, columns: Columns): readonly CountedValue[] {
  // Where the page tells, the type is that of every page.
  const keys = new Set([...(slot.page === undefined ? [slot.type] : []), ...slot.names].map(headingKey));
  return columns.types.filter(({ value }) => {
    const words = headingWords(value);
    return keys.has(headingKey(value)) || slot.words.some((word) => holdsWords(words, headingWords(word)));
  });
}

function onPages(slot: ActivitySlot, columns: Columns): FoundActivity | null {
  const [page] = columnsFor(attributeSlot('page'), columns.properties, ['text']);
  if (page?.kind !== 'text' || slot.pages.length === 0) return null;
  const parts = slot.pages.map((part) => ({ part, folded: foldText(part) }));
  const met = new Set<string>();
  const offered = columns.values('activities', page.name).filter(({ value }) => {
    const address = foldText(value);
    const held = parts.filter(({ folded }) => address.includes(folded));
    for (const { part } of held) met.add(part);
    return held.length > 0;
  });
  if (offered.length === 0) return null;
  const pageViews = typesOf(ACTIVITY_SLOTS.pageVisit, columns);
  return {
    on: {
      ...(slot.onAnyType || pageViews.length === 0 ? {} : { type: pageViews.map(({ value }) => value) }),
      if: onColumn(
        'property',
        page.name,
        'contains',
        slot.pages.filter((part) => met.has(part)),
      ),
    },
    column: page.name,
    offered: offered.slice(0, MOST_OFFERED),
  };
}

function onSubjects(slot: ActivitySlot, columns: Columns): FoundActivity | null {
  if (slot.subjects.length === 0) return null;
  const find = wordFinder(slot.subjects);
  for (const { name, kind } of columnsFor(attributeSlot('subject'), columns.properties, ['text'])) {
    if (kind !== 'text') continue;
    const met = new Set<string>();
    const offered = columns.values('activities', name).filter(({ value }) => {
      const held = find(value);
      for (const word of held) met.add(word);
      return held.length > 0;
    });
    if (offered.length > 0) {
      const words = slot.subjects.filter((word) => met.has(word));
      return {
        on: { if: onColumn('property', name, 'hasWord', words) },
        column: name,
        offered: offered.slice(0, MOST_OFFERED),
      };
    }
  }
  return null;
}
