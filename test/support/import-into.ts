/** Imports into a workshop of their own, as the command line and the worker run them. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportReport, RequestedFile, TableCounts } from '../../api/import.ts';
import { type History, MISSING } from '../../core/history/history.ts';
import { STAGE_NAMES } from '../../core/rule-set/rule-set.ts';
import { createWorkshop } from '../../db/open-workshop.ts';
import { listRejectedRows, type StoredRejectedRow } from '../../db/queries/imports.ts';
import type { WritableWorkshop } from '../../db/workshop.ts';
import { type ImportRequest, runImport } from '../../services/import/import-job.ts';

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'accord-import-'));

export function newImportWorkshop(): WritableWorkshop {
  const created = createWorkshop(join(newFolder(), 'test.accord'));
  if (!created.ok) throw new Error(created.error.detail);
  return created.value;
}

/** Answers the path. */
export function writeSource(name: string, content: string | Uint8Array): string {
  const path = join(newFolder(), name);
  writeFileSync(path, content);
  return path;
}

/** Each file in the same new folder, by its name; answers the folder. */
export function writeSources(textByName: Readonly<Record<string, string>>): string {
  const folder = newFolder();
  for (const [name, text] of Object.entries(textByName)) writeFileSync(join(folder, name), text);
  return folder;
}

export const importInto = (
  workshop: WritableWorkshop,
  files: readonly RequestedFile<string>[],
  options: Partial<ImportRequest> = {},
) => runImport(workshop, { files, nowMs: 0, ...options }, { progress: () => {}, isCancelled: () => false });

/** The report of an import that goes well, with its rejected rows; counts that do not add up fail the test that asks. */
export async function reportOf(
  workshop: WritableWorkshop,
  files: readonly RequestedFile<string>[],
  options: Partial<ImportRequest> = {},
): Promise<ImportReport & { readonly rejected: readonly StoredRejectedRow[] }> {
  const report = await importInto(workshop, files, options);
  if (!report.ok) throw new Error(report.error.detail);
  for (const counts of [...report.value.files, ...report.value.tables]) mustAddUp(counts);
  return { ...report.value, rejected: listRejectedRows(workshop, report.value.id, 0, 500).rows };
}

function mustAddUp({ table, read, accepted, rejected, duplicate, changed }: TableCounts): void {
  if (read !== accepted + rejected + duplicate || changed > accepted + duplicate)
    throw new Error(`${table}: ${read} read, ${accepted} + ${rejected} + ${duplicate}, ${changed} changed`);
}

/** Attributes by lead, missing cells left out. */
export function leadsOf({ leads }: History): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return Object.fromEntries(
    leads.ids.map((id, lead) => [
      id,
      Object.fromEntries(
        leads.attributes.flatMap(({ name, cells, codes }) => {
          const code = codes[lead] ?? MISSING;
          return code === MISSING ? [] : [[name, cells[code] ?? '']];
        }),
      ),
    ]),
  );
}

/** Each stage as `lead stage instant amount`, in the order of the history. */
export const stagesOf = ({ leads, stages }: History): readonly string[] =>
  leads.ids.flatMap((id, lead) =>
    Array.from({ length: (stages.offsets[lead + 1] ?? 0) - (stages.offsets[lead] ?? 0) }, (_, index) => {
      const row = (stages.offsets[lead] ?? 0) + index;
      const amount = stages.amount[row] ?? Number.NaN;
      const at = new Date(stages.atMs[row] ?? 0).toISOString().slice(0, 10);
      return [id, STAGE_NAMES[stages.stage[row] ?? 0], at, ...(Number.isNaN(amount) ? [] : [amount])].join(' ');
    }),
  );

/** Each activity as `lead type instant`, in the order of the history. */
export const activitiesOf = ({ leads, activities }: History): readonly string[] =>
  leads.ids.flatMap((id, lead) =>
    Array.from({ length: (activities.offsets[lead + 1] ?? 0) - (activities.offsets[lead] ?? 0) }, (_, index) => {
      const row = (activities.offsets[lead] ?? 0) + index;
      const type = activities.type.cells[activities.type.codes[row] ?? 0] ?? '';
      return `${id} ${type} ${new Date(activities.atMs[row] ?? 0).toISOString()}`;
    }),
  );
