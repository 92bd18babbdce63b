/** The head of a file: its columns, its first rows, and what they are proposed to mean. */
import { basename } from 'node:path';
import type { DelimitedMapping, FileReading, InspectedFile, InspectedTable } from '../../api/import.ts';
import type { PresetName } from '../../api/import-presets.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { ReadableWorkshop } from '../../db/workshop.ts';
import { sizeOf } from './data-files.ts';
import { earlierMapping } from './earlier-mapping.ts';
import { inspectColumn } from './inspect-column.ts';
import { fileHeadings } from './presets/find-headings.ts';
import { matchPreset, missingHeadings, presetOf } from './presets/match-preset.ts';
import { undecidedColumn } from './presets/undecided-column.ts';
import { type InspectedColumn, proposeByPreset, proposeMapping } from './propose-mapping.ts';
import { readRows } from './read-rows.ts';
import { type SniffedFile, sniffFile } from './sniff-source.ts';
import { badSource, type SourceFault } from './source-fault.ts';
import { UNWATCHED } from './source-text.ts';

const ROWS_INSPECTED = 20_000;
const ROWS_SHOWN = 20;

/** A file that cannot be read is refused by itself; the others of the choice are not. */
export async function inspectFile(
  path: string,
  name: string,
  reading: FileReading,
  workshop: ReadableWorkshop | null,
): Promise<InspectedFile> {
  const inspected = await inspectTable(path, name, reading, workshop);
  return inspected.ok ? inspected.value : { kind: 'refused', file: name, detail: inspected.error.detail };
}

async function inspectTable(
  path: string,
  name: string,
  _reading: FileReading,
  workshop: ReadableWorkshop | null,
): Promise<Result<InspectedTable, SourceFault>> {
  const facts = await sizeOf(path);
  if (!facts.ok) return facts;
  const sniffed = await sniffFile(path, name, UNWATCHED);
  if (!sniffed.ok) return sniffed;
  const looked = await lookAtRows(sniffed.value);
  if (!looked.ok) return looked;
  const { encoding, delimiter } = sniffed.value;
  const { columns, preview } = looked.value;
  const { mapping, preset } = proposeMapping(columns);
  return ok({
    kind: 'table',
    file: name,
    sizeBytes: facts.value.sizeBytes,
    encoding,
    delimiter,
    sheets: [],
    sheet: null,
    warnings: [],
    columns: columns.map(({ isUnique: _isUnique, values: _values, ...column }) => column),
    preview,
    proposed: mapping,
    preset,
    earlier: workshop === null ? null : earlierMapping(workshop, sniffed.value.headings),
  });
}

/** The mapping that the screen proposes for a file which it recognises as `wanted`; a fault names the headings that it lacks. */
export async function mappingByPreset(
  path: string,
  _reading: FileReading,
  wanted: PresetName | 'auto',
): Promise<Result<DelimitedMapping, SourceFault>> {
  const file = basename(path);
  const sniffed = await sniffFile(path, file, UNWATCHED);
  if (!sniffed.ok) return sniffed;
  const { headings } = sniffed.value;
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
  const looked = lacked.length > 0 ? null : await lookAtRows(sniffed.value);
  if (looked?.ok === false) return looked;
  const columns = looked?.value.columns ?? [];
  const mapping = looked === null ? null : proposeByPreset(preset, columns);
  if (mapping !== null) {
    const undecided = undecidedColumn(mapping, columns);
    return undecided === null ? ok(mapping) : fail(undecidedFault(file, undecided));
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

async function lookAtRows(
  file: SniffedFile,
): Promise<
  Result<
    { readonly columns: readonly InspectedColumn[]; readonly preview: readonly (readonly string[])[] },
    SourceFault
  >
> {
  const preview: (readonly string[])[] = [];
  const columns = file.headings.map(inspectColumn);
  let rows = 0;
  const read = await readRows(file, UNWATCHED, (cells, { row, line }) => {
    if (row === 0) return null;
    rows += 1;
    if (preview.length < ROWS_SHOWN) preview.push(cells);
    for (const [index, column] of columns.entries()) column.see(cells[index] ?? '', line);
    return rows < ROWS_INSPECTED ? null : 'enough';
  });
  if (!read.ok) return read;
  return ok({ preview, columns: columns.map((column, index) => column.finish(index, rows)) });
}
