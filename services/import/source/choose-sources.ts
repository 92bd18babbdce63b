/** What was chosen: the tables of a data folder, or files that each need a mapping. */
import { basename } from 'node:path';
import { fail, ok, type Result } from '../../../core/result.ts';
import { inspectTable } from '../../table/inspect-table.ts';
import { type DataFiles, dataFilesAmong, findDataFiles, isDataFile, sizeOf } from './data-files.ts';
import { badSource, type SourceFault } from './source-fault.ts';
import { choiceOf } from './table-reading.ts';

export type ChosenSources =
  | { readonly kind: 'folder'; readonly files: DataFiles }
  /** `names`: the files' own, told apart where two are called the same. */
  | { readonly kind: 'files'; readonly paths: readonly string[]; readonly names: readonly string[] };

/** `paths`: a data folder, its files, or files of any system. `isMapped`: somebody has said what the columns of the files are. */
export async function chooseSources(
  paths: readonly string[],
  isMapped = false,
): Promise<Result<ChosenSources, SourceFault>> {
  const [first] = paths;
  if (first === undefined)
    return fail(badSource('No file was chosen.', 'Choose a data folder, or one or several files.'));
  for (const path of paths) {
    const facts = await sizeOf(path);
    if (!facts.ok) return facts;
    if (facts.value.isFolder && paths.length > 1)
      return fail(
        badSource(`${basename(path)} is a folder.`, 'Choose the folder by itself, or the files that are in it.'),
      );
    if (facts.value.isFolder) return asFolder(await findDataFiles(first));
  }
  if (!isMapped && (await areDataFiles(paths))) return asFolder(dataFilesAmong(paths, 'The choice'));
  return ok({ kind: 'files', paths, names: distinctNames(paths) });
}

const asFolder = (files: Result<DataFiles, SourceFault>): Result<ChosenSources, SourceFault> =>
  files.ok ? ok({ kind: 'folder', files: files.value }) : files;

/** By their names, and by the heading of the leads: another system's may be called leads.csv too. */
async function areDataFiles(paths: readonly string[]): Promise<boolean> {
  if (!paths.every(isDataFile) || new Set(paths.map((path) => basename(path))).size < paths.length) return false;
  const leads = paths.find((path) => basename(path) === 'leads.csv');
  if (leads === undefined) return false;
  const head = await inspectTable(leads, choiceOf({}), { rows: 1 });
  return head.ok && head.value.delimiter === ',' && head.value.header.includes('id');
}

function distinctNames(paths: readonly string[]): readonly string[] {
  const met = new Map<string, number>();
  return paths.map((path) => {
    const name = basename(path);
    const before = met.get(name) ?? 0;
    met.set(name, before + 1);
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}
