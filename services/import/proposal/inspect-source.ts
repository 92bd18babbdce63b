/** Looks at the heads of what the user chose and says what they are; changes nothing. */
import { basename } from 'node:path';
import type { FileReading, InspectedFile, RequestedFile, SourceInspection } from '../../../api/import.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import type { ReadableWorkshop } from '../../../db/workshop.ts';
import { chooseSources } from '../source/choose-sources.ts';
import { sizeOf } from '../source/data-files.ts';
import type { SourceFault } from '../source/source-fault.ts';
import { heldKeys } from './held-keys.ts';
import { inspectFile, type LookedAt } from './inspect-file.ts';
import { proposeJoins } from './propose-joins.ts';

/** `workshop`: where files like these may have been imported before; null: none is open. */
export async function inspectSource(
  requested: readonly RequestedFile<string>[],
  workshop: ReadableWorkshop | null,
): Promise<Result<SourceInspection, SourceFault>> {
  const source = await chooseSources(requested.map(({ file }) => file));
  if (!source.ok) return source;
  if (source.value.kind === 'files') {
    const { paths, names } = source.value;
    const readings: readonly FileReading[] = requested.map(({ reading = {} }) => reading);
    const files: (LookedAt | Extract<InspectedFile, { readonly kind: 'refused' }>)[] = [];
    for (const [index, path] of paths.entries()) {
      const name = names[index] ?? basename(path);
      const looked = await inspectFile(path, name, readings[index] ?? {}, workshop);
      // A file that cannot be read is refused by itself; the others of the choice are not.
      files.push(looked.ok ? looked.value : { kind: 'refused', file: name, detail: looked.error.detail });
    }
    return ok({ kind: 'files', files: withJoins(files, workshop) });
  }
  const files: { readonly name: string; readonly sizeBytes: number }[] = [];
  for (const path of Object.values(source.value.files)) {
    const facts = await sizeOf(path);
    if (!facts.ok) return fail(facts.error);
    files.push({ name: basename(path), sizeBytes: facts.value.sizeBytes });
  }
  return ok({ kind: 'folder', files });
}

/** The files with the joins that their cells tell. */
function withJoins(
  files: readonly (LookedAt | Extract<InspectedFile, { readonly kind: 'refused' }>)[],
  workshop: ReadableWorkshop | null,
): readonly InspectedFile[] {
  const looked = files.filter((file) => 'inspected' in file);
  const joined = proposeJoins(
    looked.map(({ inspected, columns }) => ({ mapping: inspected.proposed, columns })),
    workshop === null
      ? []
      : heldKeys(
          workshop,
          looked.map(({ inspected }) => inspected.proposed),
        ),
  );
  return files.map((file) => {
    if (!('inspected' in file)) return file;
    const proposed = joined[looked.indexOf(file)] ?? file.inspected.proposed;
    return { ...file.inspected, proposed };
  });
}
