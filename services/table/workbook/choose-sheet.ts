import { fail, ok, type Result } from '../../../core/result.ts';
import { type TableFault, tableFault } from '../table-fault.ts';
import type { WorkbookSheet } from './sheet-list.ts';

/** The sheet that is named, hidden or not; without a name the first that is not hidden. `name` is the file's. */
export function chooseSheet(
  sheets: readonly WorkbookSheet[],
  wanted: string | null,
  name: string,
): Result<WorkbookSheet, TableFault> {
  const sheet =
    wanted === null
      ? (sheets.find(({ isHidden }) => !isHidden) ?? sheets[0])
      : (sheets.find((one) => one.name === wanted) ?? sheets.find((one) => isSameName(one.name, wanted)));
  if (sheet !== undefined) return ok(sheet);
  return fail(
    wanted === null || sheets.length === 0
      ? tableFault('notText', `${name} has no sheet with rows.`, 'Choose a workbook with a table.')
      : tableFault(
          'noSuchSheet',
          `${name} has no sheet ${JSON.stringify(wanted)}.`,
          `Choose one of ${sheets.map((one) => JSON.stringify(one.name)).join(', ')}.`,
        ),
  );
}

/** Excel takes two names that differ in case for the same. */
const isSameName = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();
