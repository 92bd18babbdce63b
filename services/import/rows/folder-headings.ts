/** The headings of a data folder: exactly the columns of REPLAY.md section 1, and own ones. */
import { basename } from 'node:path';
import { fail, ok, type Result } from '../../../core/result.ts';
import { type DataFiles, fileNameOf, TABLE_NAMES, type TableName } from '../source/data-files.ts';
import { type RowsFile, readRows } from '../source/read-rows.ts';
import { badSource, type SourceFault } from '../source/source-fault.ts';
import { UNWATCHED } from '../source/source-text.ts';

export type Headings = Readonly<Record<TableName, readonly string[]>>;

/** The attributes or properties. */
export const ownColumns = (heading: readonly string[], table: TableName): readonly string[] =>
  heading.filter((name) => !isFixed(name, table));

const isFixed = (name: string, table: TableName): boolean =>
  COLUMNS[table].required.includes(name) || COLUMNS[table].optional.includes(name);

/** Read before all rows. An empty file has an empty heading. */
export async function readHeadings(files: DataFiles): Promise<Result<Headings, SourceFault>> {
  const headings: Record<TableName, readonly string[]> = { leads: [], activities: [], stages: [] };
  for (const table of TABLE_NAMES) {
    const path = files[table];
    if (path === undefined) continue;
    const read = await readRows(fileOf(path), UNWATCHED, (cells) => {
      headings[table] = cells;
      return 'enough';
    });
    if (!read.ok) return read;
    const fault = headingFault(table, headings[table]);
    if (fault !== null) return fail(fault);
  }
  return ok(headings);
}

export const fileOf = (path: string): RowsFile => ({ path, name: basename(path), delimiter: ',' });

function headingFault(table: TableName, heading: readonly string[]): SourceFault | null {
  const file = fileNameOf(table);
  if (heading.length === 0)
    return table === 'leads' ? badSource(`${file} is empty.`, 'It needs at least the heading "id".') : null;
  const todo = `The columns of ${file} are ${[...COLUMNS[table].required, ...COLUMNS[table].optional].join(', ')}, spelled exactly so; correct row 0 (line 1).`;
  for (const [index, name] of heading.entries()) {
    if (name.trim() === '')
      return badSource(`${file}: column ${index + 1} has no name.`, `Name it in line 1, or remove it.`);
    if (heading.indexOf(name) < index)
      return badSource(`${file} has two columns named "${name}".`, 'Rename or remove one of them in line 1.');
    if (table === 'stages' && !isFixed(name, table))
      return badSource(`${file} has the unknown column "${name}".`, todo);
  }
  const missing = COLUMNS[table].required.find((name) => !heading.includes(name));
  return missing === undefined ? null : badSource(`${file} lacks the column "${missing}".`, todo);
}

/** The columns that a table must and may have; further ones are attributes and properties, which stages have none of. */
const COLUMNS: Readonly<
  Record<TableName, { readonly required: readonly string[]; readonly optional: readonly string[] }>
> = {
  leads: { required: ['id'], optional: ['created'] },
  activities: { required: ['lead', 'at', 'type'], optional: [] },
  stages: { required: ['lead', 'at', 'stage'], optional: ['amount', 'reason'] },
};
