/** Tables read from bytes, by way of a real file. */
import type { Buffer } from 'node:buffer';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { ReadTable } from '../../services/table/collect-table.ts';
import { readTable, type TableRequest } from '../../services/table/read-table.ts';
import type { TableFault } from '../../services/table/table-fault.ts';

export interface TableFrom extends ReadTable {
  /** As written with `outPath` and read by papaparse. */
  readonly cells: readonly (readonly string[])[];
}

const STATED = { encoding: null, delimiter: null, header: null } as const;

async function withFile<T>(
  name: string,
  content: string | Buffer,
  work: (path: string, outPath: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'accord-table-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, content);
    return await work(path, join(folder, 'clean.csv'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Throws where the file is refused. */
export const tableFrom = (content: string | Buffer, stated: Partial<TableRequest> = {}): Promise<TableFrom> =>
  withFile('table.csv', content, async (path, outPath) => {
    const read = await readTable({ ...STATED, ...stated, path, outPath });
    if (!read.ok) throw new Error(read.error.detail);
    const [, ...cells] = Papa.parse<string[]>(readFileSync(outPath, 'utf8').replace(/\r\n$/, '')).data;
    return { ...read.value, cells };
  });

/** Throws where the file is read. */
export const faultFrom = (
  content: string | Buffer,
  stated: Partial<TableRequest> = {},
  name = 'table.csv',
): Promise<TableFault> =>
  withFile(name, content, async (path, outPath) => {
    const read = await readTable({ ...STATED, ...stated, path, outPath });
    if (read.ok) throw new Error(`read: ${JSON.stringify(read.value.document)}`);
    return read.error;
  });
