import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fail, ok, type Result } from '../../../core/result.ts';
import { badSource, faultOfFileError, type SourceFault } from './source-fault.ts';

export const TABLE_NAMES = ['leads', 'activities', 'stages'] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** Where the tables of a data folder lie; `leads` is always there. */
export type DataFiles = Readonly<Record<'leads', string>> & Readonly<Partial<Record<TableName, string>>>;

export const fileNameOf = (table: TableName): string => `${table}.csv`;

export async function findDataFiles(folder: string): Promise<Result<DataFiles, SourceFault>> {
  try {
    const names = new Set(await readdir(folder));
    return dataFilesAmong(
      TABLE_NAMES.map(fileNameOf)
        .filter((name) => names.has(name))
        .map((name) => join(folder, name)),
      basename(folder),
    );
  } catch (error) {
    const fault = faultOfFileError(error, folder);
    if (fault === null) throw error;
    return fail(fault);
  }
}

/** Files picked one by one count by their names. */
export function dataFilesAmong(paths: readonly string[], where: string): Result<DataFiles, SourceFault> {
  const pathOf = (table: TableName) => paths.find((path) => basename(path) === fileNameOf(table));
  const leads = pathOf('leads');
  if (leads === undefined) {
    return fail(
      badSource(
        `${where} holds no leads.csv.`,
        'A data folder holds leads.csv, and activities.csv and stages.csv where there are any; to import one other CSV file, give its mapping.',
      ),
    );
  }
  const activities = pathOf('activities');
  const stages = pathOf('stages');
  return ok({
    leads,
    ...(activities === undefined ? {} : { activities }),
    ...(stages === undefined ? {} : { stages }),
  });
}

export const isDataFile = (path: string): boolean => TABLE_NAMES.some((table) => basename(path) === fileNameOf(table));

export async function sizeOf(
  path: string,
): Promise<Result<{ readonly sizeBytes: number; readonly isFolder: boolean }, SourceFault>> {
  try {
    const facts = await stat(path);
    return ok({ sizeBytes: facts.size, isFolder: facts.isDirectory() });
  } catch (error) {
    const fault = faultOfFileError(error, basename(path));
    if (fault === null) throw error;
    return fail(fault);
  }
}
