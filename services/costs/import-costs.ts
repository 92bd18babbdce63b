/** A file of costs into the workshop: gathered, read and stored in one transaction. */
import { inKnownSpelling } from '../../core/costs/known-spelling.ts';
import type { RejectedCost } from '../../core/costs/read-costs.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { WritableWorkshop } from '../../db/open-workshop.ts';
import { listCosts, replaceImportedCosts } from '../../db/queries/costs.ts';
import { recordImport } from '../../db/queries/imports.ts';
import { readSettings } from '../../db/queries/settings.ts';
import { inTransaction } from '../../db/transaction.ts';
import { readCostsFile } from './read-costs-file.ts';

/** `read = accepted + rejected.length`, in rows of the file. */
export interface CostsImport {
  readonly importId: number;
  readonly file: string;
  readonly encoding: string;
  /** Names of the columns that were read. */
  readonly columns: readonly string[];
  readonly read: number;
  readonly accepted: number;
  /** Cells by source and month that were written; they took the place of those that were there. */
  readonly cells: number;
  readonly rejected: readonly RejectedCost[];
  readonly warnings: readonly string[];
}

/** The error, in plain words, means that nothing was changed. A file of which no row can be read is one. */
export async function importCosts(
  workshop: WritableWorkshop,
  path: string,
  nowMs: number,
): Promise<Result<CostsImport, string>> {
  const read = await readCostsFile(path, readSettings(workshop).timeZone);
  if (!read.ok) return fail(`${read.error.detail} Nothing was changed.`);
  const { source, costs, columns, accepted, rejected, warnings } = read.value;
  const [first] = rejected;
  if (accepted === 0)
    return fail(
      first === undefined
        ? `${source.name} has no rows. Nothing was changed.`
        : `${source.name}: no row can be read; the first is on line ${first.line}${first.column === null ? '' : `, column “${first.column}”`}: ${first.reason} Nothing was changed.`,
    );
  const counts = `Costs: ${read.value.read} read, ${accepted} accepted, ${rejected.length} rejected.`;
  const stored = inTransaction(workshop, () => {
    const importId = recordImport(workshop, {
      atMs: nowMs,
      sources: [source],
      tables: [],
      warnings: [counts, ...warnings],
      mapping: null,
      rejected: [],
    });
    replaceImportedCosts(workshop, importId, inKnownSpelling(costs, listCosts(workshop)));
    return importId;
  });
  if (!stored.ok) return fail(stored.error.detail);
  return ok({
    importId: stored.value,
    file: source.name,
    encoding: source.encoding,
    columns,
    read: read.value.read,
    accepted,
    cells: costs.length,
    rejected,
    warnings,
  });
}
