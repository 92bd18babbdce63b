/** What earlier imports of the workshop say of files and columns like these. */
import type { DelimitedMapping, InspectedTable } from '../../../api/import.ts';
import type { ColumnKind } from '../../../core/history/history.ts';
import { listImports } from '../../../db/queries/imports.ts';
import type { ReadableWorkshop } from '../../../db/workshop.ts';
import { kindsOf } from './column-forms.ts';
import { isMendedColumn } from './mended-columns.ts';
import { parseMapping } from './parse-mapping.ts';

/** How a file with the same columns, in any order, was mapped when it was last imported; null: there was none. */
export function earlierMapping(workshop: ReadableWorkshop, headings: readonly string[]): InspectedTable['earlier'] {
  const key = columnsKey(headings);
  for (const { atMs, sources } of listImports(workshop)) {
    for (const { heading, mapping } of sources) {
      if (heading === undefined || mapping === undefined || columnsKey(heading) !== key) continue;
      const parsed = parseMapping(JSON.parse(mapping));
      if (parsed.ok) return { atMs, mapping: parsed.value };
    }
  }
  return null;
}

/** Mended rows have columns of Accord's own beside the file's. */
const columnsKey = (headings: readonly string[]): string =>
  JSON.stringify(headings.filter((name) => !isMendedColumn(name)).sort());

/** Kinds that the user has overruled or given with a form, in this import or an earlier one. */
export function overruledKinds(
  workshop: ReadableWorkshop,
  mappings: readonly DelimitedMapping[],
): Readonly<Record<'leads' | 'activities', Readonly<Record<string, ColumnKind>>>> {
  const kinds: Record<'leads' | 'activities', Record<string, ColumnKind>> = { leads: {}, activities: {} };
  const earlier = listImports(workshop)
    .toReversed()
    .flatMap(({ sources }) => sources)
    .flatMap(({ mapping }) => (mapping === undefined ? [] : [parseMapping(JSON.parse(mapping))]))
    .flatMap((parsed) => (parsed.ok ? [parsed.value] : []));
  for (const mapping of [...earlier, ...mappings])
    if (mapping.rows !== 'stages') Object.assign(kinds[mapping.rows], kindsOf(mapping));
  return kinds;
}
