/** A file of costs into the workshop: gathered, read and stored in one transaction. */

import type { CostsImportReport } from '../../api/costs.ts';
import type { CostMapping } from '../../core/costs/cost-mapping.ts';
import { proposeCostMapping } from '../../core/costs/cost-mapping.ts';
import { costsFaultWords } from '../../core/costs/costs-fault.ts';
import { inKnownSpelling } from '../../core/costs/known-spelling.ts';
import type { ReadCosts } from '../../core/costs/read-costs.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { WritableWorkshop } from '../../db/open-workshop.ts';
import { listCosts, replaceImportedCosts } from '../../db/queries/costs.ts';
import { recordImport } from '../../db/queries/imports.ts';
import { type CostsFile, readCostsFile, readCostsOf } from './read-costs-file.ts';
import { replacedCosts } from './replaced-costs.ts';

export interface GatheredCosts {
  readonly file: CostsFile;
  readonly reading: ReadCosts;
}

/** `mapping` null: as the heading proposes. The error, in plain words, is of a file of which no row can be read, too. */
export async function gatherCosts(
  path: string,
  timeZone: string,
  mapping: CostMapping | null,
): Promise<Result<GatheredCosts, string>> {
  const file = await readCostsFile(path);
  if (!file.ok) return fail(`${file.error.detail} Nothing was changed.`);
  const { source, table } = file.value;
  const reading = readCostsOf(file.value, timeZone, mapping ?? proposeCostMapping(table.header));
  if (!reading.ok) return fail(`${source.name}: ${costsFaultWords(reading.error, table.header)} Nothing was changed.`);
  if (reading.value.accepted > 0) return ok({ file: file.value, reading: reading.value });
  const [first] = reading.value.rejected;
  return fail(
    first === undefined
      ? `${source.name} has no rows. Nothing was changed.`
      : `${source.name}: no row can be read; the first is on line ${first.line}${first.column === null ? '' : `, column “${first.column}”`}: ${first.reason} Nothing was changed.`,
  );
}

/** Within one transaction. What the workshop held for the same sources and months gives way. */
export function storeCosts(
  workshop: WritableWorkshop,
  { file, reading }: GatheredCosts,
  nowMs: number,
): CostsImportReport {
  const { source, table } = file;
  const { columns, read, accepted, rejected, warnings } = reading;
  const known = listCosts(workshop);
  const costs = inKnownSpelling(reading.costs, known);
  const counts = `Costs: ${read} read, ${accepted} accepted, ${rejected.length} rejected.`;
  const importId = recordImport(
    workshop,
    { atMs: nowMs, sources: [source], tables: [], files: [], warnings: [counts, ...warnings] },
    { rejected: [], changed: [] },
  );
  replaceImportedCosts(workshop, importId, costs);
  return {
    importId,
    file: source.name,
    encoding: source.encoding,
    header: table.header,
    columns,
    read,
    accepted,
    cells: costs.length,
    sumCents: costs.reduce((sum, { amountCents }) => sum + amountCents, 0),
    ...replacedCosts(costs, known),
    rejected,
    warnings,
  };
}
