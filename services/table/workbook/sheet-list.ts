/** Which sheets a workbook has, and where in the zip each one is. */
import { posix } from 'node:path';
import { fail, ok, type Result } from '../../../core/result.ts';
import { type TableFault, tableFault } from '../table-fault.ts';
import type { OpenZip } from './open-zip.ts';
import { readXml } from './read-xml.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

export interface SheetList {
  readonly sheets: readonly WorkbookSheet[];
  /** Days are counted from 1904, as old Macs did. */
  readonly isFrom1904: boolean;
}

const WORKBOOK = 'xl/workbook.xml';

/** Chart and macro sheets are left out. */
export async function listSheets(zip: OpenZip, name: string): Promise<Result<SheetList, TableFault>> {
  const foreign = otherZip(zip);
  if (foreign !== null) return fail(tableFault('foreignFormat', `${name} is ${foreign.name}.`, foreign.todo));
  const partById = new Map<string, string>();
  const related = await readXml(zip, name, 'xl/_rels/workbook.xml.rels', {
    open: (element, attributes) => {
      const [id, target] = [attributes.get('Id'), attributes.get('Target')];
      if (element !== 'Relationship' || id === undefined || target === undefined) return;
      if (attributes.get('Type')?.endsWith('/worksheet') === true)
        partById.set(id, target.startsWith('/') ? target.slice(1) : posix.join('xl', target));
    },
  });
  if (!related.ok) return related;
  const sheets: WorkbookSheet[] = [];
  let isFrom1904 = false;
  const read = await readXml(zip, name, WORKBOOK, {
    open: (element, attributes) => {
      if (element === 'workbookPr') isFrom1904 = /^(?:1|true)$/.test(attributes.get('date1904') ?? '');
      if (element !== 'sheet') return;
      const part = partById.get(attributes.get('id') ?? '');
      if (part === undefined) return;
      sheets.push({
        name: attributes.get('name') ?? '',
        part,
        isHidden: (attributes.get('state') ?? 'visible') !== 'visible',
      });
    },
  });
  return read.ok ? ok({ sheets, isFrom1904 }) : read;
}

function otherZip({ entryByName }: OpenZip): { readonly name: string; readonly todo: string } | null {
  if (entryByName.has(WORKBOOK)) return null;
  const asCsv = 'Open it in Excel or LibreOffice and save it as .xlsx or CSV UTF-8.';
  if (entryByName.has('xl/workbook.bin')) return { name: 'a binary Excel workbook (.xlsb)', todo: asCsv };
  if (entryByName.has('content.xml')) return { name: 'an OpenDocument file', todo: asCsv };
  const names = [...entryByName.keys()].filter((entry) => !entry.endsWith('/')).slice(0, 3);
  const held = names.length === 0 ? 'nothing' : names.map((entry) => JSON.stringify(entry)).join(', ');
  return { name: `a zip archive that holds ${held}, not a workbook`, todo: 'Unpack it and read the file in it.' };
}
