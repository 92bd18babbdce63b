/** What an import would do, by reading its files and storing nothing; of large files only the first rows are read. */
import type { ImportTrial, RejectedRow } from '../../api/import.ts';
import type { Reply } from '../../api/reply.ts';
import { ok } from '../../core/result.ts';
import { historyVersion } from '../../db/history/read-history.ts';
import type { WritableWorkshop } from '../../db/workshop.ts';
import type { JobControl } from '../jobs/serve-job.ts';
import { importBase } from './import-base.ts';
import type { ImportRequest } from './import-job.ts';
import { readDataFiles } from './rows/read-data-folder.ts';
import { readFiles } from './rows/read-files.ts';
import type { RejectedCells } from './rows/rejected-rows.ts';
import { cellHash } from './source/cell-hash.ts';
import { cleanPath } from './source/clean-path.ts';
import { sizeOf } from './source/data-files.ts';
import { planImport } from './source/import-plan.ts';
import { cancelled } from './source/source-fault.ts';
import { watchedControl } from './source/watched-control.ts';

/** Read whole, an import of this size answers at once. */
const READ_WHOLE_BYTES = 20e6;
const ROWS_OF_LARGE_FILES = 20_000;
const ROWS_SHOWN_OF_A_FILE = 20;
/** A file of another workshop's leads has as many as it has rows. */
const ROWS_LOOKED_THROUGH = 500_000;

export async function tryImport(
  workshop: WritableWorkshop,
  request: ImportRequest,
  control: JobControl,
): Promise<Reply<ImportTrial>> {
  const plan = await planImport(request.files);
  if (!plan.ok) return plan;
  const mappings = plan.value.kind === 'files' ? plan.value.files.map(({ mapping }) => mapping) : [];
  const base = importBase(workshop, historyVersion(workshop), request.timeZone, mappings);
  const isWhole = (await bytesOf(plan.value.paths)) <= READ_WHOLE_BYTES;
  const hash = cellHash(workshop, mappings, request.keyFolder);
  if (!hash.ok) return hash;
  const options = {
    ...base.options,
    hashOf: hash.value?.hashOf ?? null,
    cleanPath: (file: number) => cleanPath(workshop.path, file),
    control: await watchedControl(plan.value.paths, control),
    ...(isWhole ? {} : { rowsPerFile: ROWS_OF_LARGE_FILES }),
  };
  const read =
    plan.value.kind === 'folder'
      ? await readDataFiles(plan.value.files, options)
      : await readFiles(plan.value.files, options);
  if (!read.ok) return read;
  // Only in their order do activities show which of them the workshop holds.
  read.value.gathered.activities.each(() => {});
  if (control.isCancelled()) return { ok: false, error: cancelled() };
  return ok({
    files: read.value.files(),
    rejected: firstOfEachFile(read.value.rejected),
    isWhole,
    warnings: [...base.warnings, ...read.value.warnings],
  });
}

function firstOfEachFile(rejected: Iterable<RejectedRow & RejectedCells>): readonly RejectedRow[] {
  const first: RejectedRow[] = [];
  const shownOf = new Map<string, number>();
  let looked = 0;
  for (const { cells: _, ...row } of rejected) {
    const shown = shownOf.get(row.file) ?? 0;
    if (shown < ROWS_SHOWN_OF_A_FILE) first.push(row);
    shownOf.set(row.file, shown + 1);
    looked += 1;
    if (looked === ROWS_LOOKED_THROUGH) break;
  }
  return first;
}

async function bytesOf(paths: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const path of paths) {
    const facts = await sizeOf(path);
    bytes += facts.ok ? facts.value.sizeBytes : 0;
  }
  return bytes;
}
