/** Files brought into a workshop for a test: what was reported, and what a screen would then ask for. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { DelimitedMapping, FileCounts, OnChanged, RequestedFile } from '../../api/import.ts';
import { createWorkshop } from '../../db/open-workshop.ts';
import type { WritableWorkshop } from '../../db/workshop.ts';
import { runImport } from '../../services/import/import-job.ts';
import { inspectSource } from '../../services/import/proposal/inspect-source.ts';

export function freshWorkshop(): WritableWorkshop {
  const created = createWorkshop(join(mkdtempSync(join(tmpdir(), 'accord-into-')), 'into.accord'));
  if (!created.ok) throw new Error(created.error.detail);
  return created.value;
}

/** Each file in the same new folder, by its name; answers the folder. */
export function folderOf(textByName: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'accord-files-'));
  for (const [name, text] of Object.entries(textByName)) writeFileSync(join(folder, name), text);
  return folder;
}

/** The report; counts that do not add up fail the test that asks. */
export async function importInto(
  workshop: WritableWorkshop,
  files: readonly RequestedFile<string>[],
  onChanged: OnChanged = 'keep',
) {
  const quiet = { progress: () => {}, isCancelled: () => false };
  const report = await runImport(workshop, { files, onChanged, nowMs: Date.UTC(2026, 0, 1) }, quiet);
  if (!report.ok) throw new Error(report.error.detail);
  for (const counts of [...report.value.files, ...report.value.tables]) mustAddUp(counts);
  return report.value;
}

function mustAddUp({ table, read, accepted, rejected, duplicate, changed }: Omit<FileCounts, 'file'>): void {
  if (read !== accepted + rejected + duplicate || changed > accepted + duplicate)
    throw new Error(`${table}: ${read} read, ${accepted} + ${rejected} + ${duplicate}, ${changed} changed`);
}

/** How the screen would map a file of this workshop unless it is told otherwise. */
export async function offeredFor(workshop: WritableWorkshop, path: string): Promise<Offered> {
  const inspected = await inspectSource([{ file: path }], workshop);
  if (!inspected.ok || inspected.value.kind !== 'files') throw new Error(`${basename(path)} is no file to map`);
  const [file] = inspected.value.files;
  if (file?.kind !== 'table') throw new Error(`${basename(path)} is refused: ${file?.detail}`);
  return {
    columns: file.columns.map(({ name }) => name),
    mapping: file.earlier?.mapping ?? file.proposed,
    isEarlier: file.earlier !== null,
  };
}

export interface Offered {
  readonly columns: readonly string[];
  readonly mapping: DelimitedMapping;
  readonly isEarlier: boolean;
}
