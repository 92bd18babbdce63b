/** Where tables are written down anew while they are imported: beside the workshop, which is trusted with them anyway. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';

const PART = '.import-table-';
/** No import takes so long. */
const STRAY_AFTER_MS = 24 * 60 * 60 * 1_000;

/** `file`: its place in the import. */
export const cleanPath = (workshopPath: string, file: number): string =>
  `${workshopPath}${PART}${process.pid}-${threadId}-${file}.csv`;

/** Tables that an import left behind because its process was ended. */
export function removeStrayTables(workshopPath: string, nowMs: number): void {
  const folder = dirname(workshopPath);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${basename(workshopPath)}${PART}`)) continue;
    const path = join(folder, name);
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: nowMs };
    if (nowMs - mtimeMs > STRAY_AFTER_MS) rmSync(path, { force: true });
  }
}
