/** The rows of a sheet, one after the other. What the sheet says of its own size is not asked. */
import { ok, type Result } from '../../../core/result.ts';
import { type TableFault, tooWide } from '../table-fault.ts';
import { MOST_COLUMNS, type TakeRecord } from '../table-record.ts';
import type { OpenZip } from './open-zip.ts';
import { readXml } from './read-xml.ts';
import { type CellReading, cellText, columnOf } from './sheet-cell.ts';

export interface SheetRemarks {
  /** Cells such as #N/A. */
  readonly errorCells: number;
  /** Formulas that no program has worked out yet. */
  readonly emptyFormulas: number;
}

/** A row ends at its last cell that is not empty. */
export async function readSheetRecords(
  zip: OpenZip,
  name: string,
  part: string,
  reading: CellReading,
  take: TakeRecord,
  onInflated: (bytes: number) => void = () => {},
): Promise<Result<SheetRemarks, TableFault>> {
  let end: TableFault | 'enough' | null = null;
  let line = 0;
  let cells: string[] = [];
  let fault: string | null = null;
  let column = -1;
  let cell = { type: 'n', style: 0 };
  let value = '';
  let inline = '';
  let reads: 'v' | 't' | null = null;
  let hasFormula = false;
  let phonetic = 0;
  const remarks = { errorCells: 0, emptyFormulas: 0 };

  const endCell = (): void => {
    if (hasFormula && value === '' && inline === '') remarks.emptyFormulas += 1;
    if (cell.type === 'e') remarks.errorCells += 1;
    const text = cellText({ ...cell, value, inline }, reading);
    if (text === null) fault ??= `column ${column + 1}: it refers to a text that the workbook lacks`;
    else if (!text.isWellFormed() || text.includes('\0'))
      fault ??= `column ${column + 1}: it holds a character that is none`;
    if (text === null || text === '') return;
    while (cells.length < column) cells.push('');
    cells[column] = text;
  };
  const endRow = (): void => {
    if (end !== null) return;
    const isBlank = cells.every((text) => text.trim() === '') && fault === null;
    end = take({ line, cells, isBlank, hasOddQuotes: false, fault });
  };

  const read = await readXml(zip, name, part, {
    open: (element, attributes) => {
      switch (element) {
        case 'row': {
          const number = Number(attributes.get('r') ?? 0);
          line = Number.isSafeInteger(number) && number > line ? number : line + 1;
          cells = [];
          fault = null;
          column = -1;
          break;
        }
        case 'c': {
          column = columnOf(attributes.get('r')) ?? column + 1;
          if (column >= MOST_COLUMNS) end ??= tooWide(name, `row ${line}`, column + 1);
          cell = { type: attributes.get('t') ?? 'n', style: Number(attributes.get('s') ?? 0) };
          value = '';
          inline = '';
          hasFormula = false;
          break;
        }
        case 'f':
          hasFormula = true;
          break;
        case 'rPh':
          phonetic += 1;
          break;
        case 'v':
        case 't':
          reads = phonetic === 0 ? element : null;
      }
    },
    text: (text) => {
      if (reads === 'v') value += text;
      else if (reads === 't') inline += text;
    },
    close: (element) => {
      reads = null;
      if (element === 'rPh') phonetic -= 1;
      if (element === 'c' && end === null) endCell();
      if (element === 'row') endRow();
    },
    end: () => end,
    inflated: onInflated,
  });
  if (!read.ok) return read;
  return typeof end === 'object' && end !== null ? { ok: false, error: end } : ok(remarks);
}
