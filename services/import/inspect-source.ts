/** Looks at the head of what the user chose and says what it is; changes nothing. */
import { basename } from 'node:path';
import type { SourceInspection } from '../../api/import.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { type DataFiles, dataFilesAmong, findDataFiles, isDataFile, sizeOf } from './data-files.ts';
import { inspectDelimited } from './inspect-delimited.ts';
import { sniffFile } from './sniff-source.ts';
import { badSource, type SourceFault } from './source-fault.ts';
import { UNWATCHED } from './source-text.ts';

/** What an import reads: the tables of a data folder, or one delimited file that needs a mapping. */
export type ChosenSource =
  | { readonly kind: 'folder'; readonly files: DataFiles }
  | { readonly kind: 'delimited'; readonly path: string };

/** `paths`: a data folder, its files, or one other CSV file. */
export async function chooseSource(paths: readonly string[]): Promise<Result<ChosenSource, SourceFault>> {
  const [first] = paths;
  if (first === undefined) return fail(badSource('No file was chosen.', 'Choose a data folder or a CSV file.'));
  const facts = await sizeOf(first);
  if (!facts.ok) return facts;
  if (paths.length === 1 && facts.value.isFolder) return asFolder(await findDataFiles(first));
  if (paths.length > 1) {
    const stranger = paths.find((path) => !isDataFile(path));
    if (stranger === undefined) return asFolder(dataFilesAmong(paths, 'The choice'));
    return fail(
      badSource(
        `${basename(stranger)} cannot be imported together with other files.`,
        'Import it by itself; several files at once have to be leads.csv, activities.csv and stages.csv.',
      ),
    );
  }
  if (basename(first) !== 'leads.csv') return ok({ kind: 'delimited', path: first });
  // A leads.csv of another system is told by its heading.
  const sniffed = await sniffFile(first, basename(first), UNWATCHED);
  if (!sniffed.ok) return sniffed;
  return sniffed.value.headings.includes('id') && sniffed.value.delimiter === ','
    ? ok({ kind: 'folder', files: { leads: first } })
    : ok({ kind: 'delimited', path: first });
}

export async function inspectSource(paths: readonly string[]): Promise<Result<SourceInspection, SourceFault>> {
  const source = await chooseSource(paths);
  if (!source.ok) return source;
  if (source.value.kind === 'delimited') return inspectDelimited(source.value.path);
  const files: { readonly name: string; readonly sizeBytes: number }[] = [];
  for (const path of Object.values(source.value.files)) {
    const facts = await sizeOf(path);
    if (!facts.ok) return facts;
    files.push({ name: basename(path), sizeBytes: facts.value.sizeBytes });
  }
  return ok({ kind: 'folder', files });
}

const asFolder = (files: Result<DataFiles, SourceFault>): Result<ChosenSource, SourceFault> =>
  files.ok ? ok({ kind: 'folder', files: files.value }) : files;
