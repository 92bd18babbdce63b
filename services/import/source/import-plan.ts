/** What an import is to read and how, checked before anything is read. */
import type { RequestedFile } from '../../../api/import.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { parseMapping } from '../mapping/parse-mapping.ts';
import { chooseSources } from './choose-sources.ts';
import type { DataFiles } from './data-files.ts';
import type { PlannedFile } from './open-files.ts';
import { badMapping, type SourceFault } from './source-fault.ts';

export type ImportPlan =
  | { readonly kind: 'folder'; readonly files: DataFiles; readonly paths: readonly string[] }
  | { readonly kind: 'files'; readonly files: readonly PlannedFile[]; readonly paths: readonly string[] };

export async function planImport(
  requested: readonly RequestedFile<string>[],
): Promise<Result<ImportPlan, SourceFault>> {
  const isMapped = requested.some(({ mapping }) => mapping !== undefined && mapping !== null);
  const chosen = await chooseSources(
    requested.map(({ file }) => file),
    isMapped,
  );
  if (!chosen.ok) return chosen;
  if (chosen.value.kind === 'folder') {
    const { files } = chosen.value;
    return isMapped
      ? fail(badMapping('', 'A data folder is read without a mapping. Leave it out, or choose other files.'))
      : ok({ kind: 'folder', files, paths: Object.values(files) });
  }
  const files: PlannedFile[] = [];
  const { paths, names } = chosen.value;
  for (const [index, path] of paths.entries()) {
    const name = names[index] ?? path;
    const { mapping: document, reading = {} } = requested[index] ?? {};
    if (document === undefined || document === null)
      return fail(
        badMapping('', `${name} needs a mapping that says which columns are what, since it is no data folder.`),
      );
    const mapping = parseMapping(document);
    if (!mapping.ok)
      return paths.length === 1 ? mapping : fail({ ...mapping.error, detail: `${name}: ${mapping.error.detail}` });
    files.push({ path, name, reading, mapping: mapping.value });
  }
  return ok({ kind: 'files', files, paths });
}
