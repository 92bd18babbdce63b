/** A file of costs in any CSV dialect, with the line of every row. Costs are few: all of it is held at once. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CostsRow } from '../../core/costs/costs-table.ts';
import { type ReadCosts, readCosts } from '../../core/costs/read-costs.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { ImportSource } from '../../db/queries/imports.ts';
import { foreignFormat } from '../table/foreign-format.ts';
import { createTableGatherer } from '../table/gather-table.ts';
import { inspectText } from '../table/inspect-text.ts';
import { readHead } from '../table/read-head.ts';
import { type TableFault, tableFault, tableFaultOfError } from '../table/table-fault.ts';
import { readTextRecords } from '../table/text-records.ts';
import { warningTextOnScreen } from '../table/warning-text.ts';

export interface CostsFile extends ReadCosts {
  readonly source: ImportSource;
}

/** Rows; a table of costs by source and month has some hundreds. */
const MOST_ROWS = 1_000_000;

/** `read` counts the rows that are damaged or have too many cells too; blank lines are none. */
export async function readCostsFile(path: string, timeZone: string): Promise<Result<CostsFile, TableFault>> {
  const name = basename(path);
  try {
    const head = await readHead(path);
    const foreign = foreignFormat(head.bytes);
    if (foreign !== null)
      return fail(
        tableFault(
          'foreignFormat',
          `${name} is no table in text.`,
          'Save the costs as CSV UTF-8 and import that file.',
        ),
      );
    const inspected = await inspectText(path, name, head, { encoding: null, delimiter: null, header: 'first' });
    if (!inspected.ok) return inspected;
    const { source, heading, warnings } = inspected.value;
    if (heading === null)
      return fail(tableFault('notText', `${name} shows no heading.`, 'Put a heading on its first line.'));
    const rows: CostsRow[] = [];
    let header: readonly string[] | null = null;
    let line = 0;
    const gatherer = createTableGatherer(heading, false, (cells) => {
      if (header === null) header = cells;
      else rows.push({ line, cells });
    });
    const read = await readTextRecords(source, (record) => {
      line = record.line;
      return rows.length > MOST_ROWS ? 'enough' : gatherer.take(record);
    });
    if (!read.ok) return read;
    if (rows.length > MOST_ROWS)
      return fail(
        tableFault('tooLarge', `${name} has more than ${MOST_ROWS} rows.`, 'Sum the costs up by month first.'),
      );
    const gathered = gatherer.gathered();
    const costs = readCosts({ header: gathered.header, rows }, timeZone);
    if (!costs.ok) return fail({ kind: 'notText', detail: `${name}: ${costs.error}` });
    const damaged = gathered.rejected.map((row) => ({ line: row.line, column: null, value: null, reason: row.reason }));
    const bytes = await readFile(path);
    return ok({
      ...costs.value,
      read: costs.value.read + damaged.length,
      rejected: [...damaged, ...costs.value.rejected].sort((left, right) => left.line - right.line),
      warnings: [...[...warnings, ...gathered.warnings].map(warningTextOnScreen), ...costs.value.warnings],
      source: {
        name,
        sizeBytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        encoding: source.encoding,
      },
    });
  } catch (error) {
    const fault = tableFaultOfError(error, name);
    if (fault === null) throw error;
    return fail(fault);
  }
}
