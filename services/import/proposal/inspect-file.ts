/** The head of a file: its columns, its first rows, and what they are proposed to mean. */
import { basename } from 'node:path';
import type { FileReading, InspectedTable, SourceColumn } from '../../../api/import.ts';
import type { PresetName } from '../../../api/import-presets.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import type { ReadableWorkshop } from '../../../db/workshop.ts';
import { inspectTable } from '../../table/inspect-table.ts';
import type { TableHead } from '../../table/table-head.ts';
import { warningTextOnScreen } from '../../table/warning-text.ts';
import { earlierMapping } from '../mapping/earlier-mapping.ts';
import { isMendedColumn } from '../mapping/mended-columns.ts';
import { sizeOf } from '../source/data-files.ts';
import { badSource, type SourceFault } from '../source/source-fault.ts';
import { choiceOf, headingsOf, isToSay, sourceFaultOf } from '../source/table-reading.ts';
import { inspectColumn } from './inspect-column.ts';
import { fileHeadings } from './presets/find-headings.ts';
import { matchPreset, missingHeadings, presetOf } from './presets/match-preset.ts';
import { undecidedColumn } from './presets/undecided-column.ts';
import type { JoinedFile } from './propose-joins.ts';
import { type InspectedColumn, proposeByPreset, proposeMapping } from './propose-mapping.ts';

const ROWS_INSPECTED = 20_000;
const ROWS_SHOWN = 20;

export interface LookedAt {
  readonly inspected: InspectedTable;
  readonly columns: readonly InspectedColumn[];
}

/** `workshop`: where files like this may have been imported before. */
export async function inspectFile(
  path: string,
  name: string,
  reading: FileReading,
  workshop: ReadableWorkshop | null,
): Promise<Result<LookedAt, SourceFault>> {
  const facts = await sizeOf(path);
  if (!facts.ok) return facts;
  const looked = await lookAt(path, reading);
  if (!looked.ok) return looked;
  const { head, headings, columns } = looked.value;
  const { mapping, preset } = proposeMapping(columns);
  const inspected: InspectedTable = {
    kind: 'table',
    file: name,
    sizeBytes: facts.value.sizeBytes,
    encoding: head.encoding,
    delimiter: head.delimiter,
    sheets: head.sheets,
    sheet: head.sheet,
    warnings: [...head.warnings.filter(isToSay).map(warningTextOnScreen), ...rejectedWarning(head)],
    columns: columns.map(shownColumn),
    preview: head.rows.slice(0, ROWS_SHOWN).map(({ cells }) => cells),
    proposed: mapping,
    preset,
    earlier: workshop === null ? null : earlierMapping(workshop, headings),
  };
  return ok({ inspected, columns });
}

/** Above all where a stated encoding or delimiter is the wrong one. */
function rejectedWarning({ rejected, rows }: TableHead): readonly string[] {
  const [first] = rejected;
  if (first === undefined) return [];
  return [
    `${rejected.length} of the first ${rejected.length + rows.length} rows cannot be read; the first is line ${first.line}: ${first.reason}.`,
  ];
}

/** What the screen needs of a column; all its cells would be too much. */
const shownColumn = ({ isUnique: _u, values: _v, cells: _c, given: _g, ...column }: InspectedColumn): SourceColumn =>
  column;

/** The mapping that the screen proposes for a file which it recognises as `wanted`; a fault names the headings that it lacks. */
export async function mappingByPreset(
  path: string,
  reading: FileReading,
  wanted: PresetName | 'auto',
): Promise<Result<JoinedFile, SourceFault>> {
  const file = basename(path);
  const looked = await lookAt(path, reading);
  if (!looked.ok) return looked;
  const { headings, columns } = looked.value;
  const preset = wanted === 'auto' ? matchPreset(headings) : presetOf(wanted);
  if (preset === null)
    return fail(
      badSource(
        `${file} is the export of no system that Accord knows: it has the columns ${quoted(headings)}.`,
        'Write a mapping (--mapping); the History page proposes one and saves it.',
      ),
    );
  if (preset === undefined) throw new Error(`the preset ${wanted} has a name and no headings`);
  const lacked = missingHeadings(preset, fileHeadings(headings));
  const mapping = lacked.length > 0 ? null : proposeByPreset(preset, columns);
  if (mapping !== null) {
    const undecided = undecidedColumn(mapping, columns);
    return undecided === null ? ok({ mapping, columns }) : fail(undecidedFault(file, undecided));
  }
  return fail(
    badSource(
      `${file} is no export of the preset ${preset.name}: it has no column ${quoted(lacked)}.`,
      `It has ${quoted(headings)}. Choose another preset, or write a mapping.`,
    ),
  );
}

const quoted = (names: readonly string[]): string =>
  names
    .filter((name) => name !== '')
    .map((name) => `"${name}"`)
    .join(', ');

/** The screen asks; here the answer has to be written down. */
const undecidedFault = (
  file: string,
  { name, key, cell }: NonNullable<ReturnType<typeof undecidedColumn>>,
): SourceFault =>
  badSource(
    `The rows of ${file} do not tell how "${name}" is written, as in "${cell.slice(0, 60)}".`,
    `Say it in the key "${key}" of a mapping (--mapping); the History page proposes one and saves it.`,
  );

interface Looked {
  readonly head: TableHead;
  readonly headings: readonly string[];
  readonly columns: readonly InspectedColumn[];
}

async function lookAt(path: string, reading: FileReading): Promise<Result<Looked, SourceFault>> {
  const head = await inspectTable(path, choiceOf(reading), { rows: ROWS_INSPECTED });
  if (!head.ok) return fail(sourceFaultOf(head.error));
  const headings = headingsOf(head.value);
  const columns = headings.map(inspectColumn);
  for (const { cells, line } of head.value.rows)
    for (const [index, column] of columns.entries()) column.see(cells[index] ?? '', line);
  const { length } = head.value.rows;
  const finished = columns.map((column, index) => column.finish(index, length));
  return ok({ head: head.value, headings, columns: finished.filter(({ name }) => !isMendedColumn(name)) });
}
