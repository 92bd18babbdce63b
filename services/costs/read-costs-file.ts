/** A file of costs of any kind, with the line of every row. Costs are few: all of it is held at once. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CostMapping } from '../../core/costs/cost-mapping.ts';
import type { CostsFault } from '../../core/costs/costs-fault.ts';
import type { CostsTable } from '../../core/costs/costs-table.ts';
import { type ReadCosts, type RejectedCost, readCosts } from '../../core/costs/read-costs.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { ImportSource } from '../../db/queries/imports.ts';
import { inspectTable } from '../table/inspect-table.ts';
import { type TableFault, tableFault, tableFaultOfError } from '../table/table-fault.ts';
import { warningTextOnScreen } from '../table/warning-text.ts';

export interface CostsFile {
  readonly source: ImportSource;
  readonly table: CostsTable;
  /** Rows that are none: damaged, or with too many cells. Blank lines are not among them. */
  readonly damaged: readonly RejectedCost[];
  readonly warnings: readonly string[];
}

/** What the file says under a mapping, its damaged rows counted in. */
export function readCostsOf(
  { table, damaged, warnings }: CostsFile,
  timeZone: string,
  mapping: CostMapping,
): Result<ReadCosts, CostsFault> {
  const read = readCosts(table, timeZone, mapping);
  if (!read.ok) return read;
  const rejected = [...damaged, ...read.value.rejected].sort((left, right) => left.line - right.line);
  return ok({
    ...read.value,
    read: read.value.read + damaged.length,
    rejected,
    warnings: [...warnings, ...read.value.warnings],
  });
}

/** Rows; a table of costs by source and month has some hundreds, one by campaign and day some ten thousands. */
const MOST_ROWS = 200_000;
const AS_FOUND = { encoding: null, delimiter: null, header: 'first', sheet: null } as const;

export async function readCostsFile(path: string): Promise<Result<CostsFile, TableFault>> {
  const name = basename(path);
  const head = await inspectTable(path, AS_FOUND, { rows: MOST_ROWS });
  if (!head.ok) return head;
  const { header, rows, rejected, warnings, isWhole, encoding } = head.value;
  if (!isWhole)
    return fail(
      rows.length < MOST_ROWS
        ? tableFault('notText', `${name} is hardly a table: over ${rejected.length - 1} of its rows are damaged.`, MEND)
        : tableFault('tooLarge', `${name} has more than ${MOST_ROWS} rows.`, 'Sum the costs up by month first.'),
    );
  try {
    const bytes = await readFile(path);
    return ok({
      table: { header, rows },
      damaged: rejected.map((row) => ({ ...row, column: null, value: null })),
      warnings: warnings.map(warningTextOnScreen),
      source: {
        name,
        sizeBytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        encoding,
      },
    });
  } catch (error) {
    const fault = tableFaultOfError(error, name);
    if (fault === null) throw error;
    return fail(fault);
  }
}

const MEND = 'Export it anew as CSV UTF-8.';
