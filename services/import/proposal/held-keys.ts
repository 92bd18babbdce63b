/** What the leads of a workshop may be found by. */
import type { DelimitedMapping } from '../../../api/import.ts';
import { MISSING } from '../../../core/history/history.ts';
import { readHistoryWithoutActivityRows } from '../../../db/history/read-history.ts';
import type { ReadableWorkshop } from '../../../db/workshop.ts';
import type { LeadKey } from './propose-joins.ts';

/** The first so many leads tell enough. */
const LEADS_LOOKED_AT = 20_000;

/** None where no file of `mappings` is to be joined: reading the leads of a large workshop takes a moment. */
export function heldKeys(workshop: ReadableWorkshop, mappings: readonly DelimitedMapping[]): readonly LeadKey[] {
  if (mappings.every(({ rows }) => rows === 'leads')) return [];
  const { leads } = readHistoryWithoutActivityRows(workshop);
  const ids = leads.ids.slice(0, LEADS_LOOKED_AT);
  if (ids.length === 0) return [];
  return [
    { attribute: null, cells: new Set(ids), given: ids.length },
    ...leads.attributes.map(({ name, cells, codes }) => {
      const given = codes.subarray(0, LEADS_LOOKED_AT).filter((code) => code !== MISSING);
      return {
        attribute: name,
        cells: new Set(Array.from(new Set(given), (code) => cells[code] ?? '')),
        given: given.length,
      };
    }),
  ];
}
