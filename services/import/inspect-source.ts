/** Looks at the heads of what the user chose and says what they are; changes nothing. */
import { basename } from 'node:path';
import type { FileReading, RequestedFile, SourceInspection } from '../../api/import.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { ReadableWorkshop } from '../../db/workshop.ts';
import { chooseSources } from './choose-sources.ts';
import { sizeOf } from './data-files.ts';
import { inspectFile } from './inspect-file.ts';
import type { SourceFault } from './source-fault.ts';

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
    const files = await Promise.all(
      paths.map((path, index) => inspectFile(path, names[index] ?? basename(path), readings[index] ?? {}, workshop)),
    );
    return ok({ kind: 'files', files });
  }
  const files: { readonly name: string; readonly sizeBytes: number }[] = [];
  for (const path of Object.values(source.value.files)) {
    const facts = await sizeOf(path);
    if (!facts.ok) return fail(facts.error);
    files.push({ name: basename(path), sizeBytes: facts.value.sizeBytes });
  }
  return ok({ kind: 'folder', files });
}
