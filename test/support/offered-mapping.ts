import { basename } from 'node:path';
import type { DelimitedMapping } from '../../api/import.ts';
import type { WritableWorkshop } from '../../db/workshop.ts';
import { inspectSource } from '../../services/import/proposal/inspect-source.ts';

/** How the screen would map a file of this workshop unless it is told otherwise. */
export async function offeredFor(workshop: WritableWorkshop, path: string): Promise<Offered> {
  const inspected = await inspectSource([{ file: path }], workshop);
  if (!inspected.ok || inspected.value.kind !== 'files') throw new Error(`${basename(path)} is no file to map`);
  const [file] = inspected.value.files;
  if (file?.kind !== 'table') throw new Error(`${basename(path)} is refused: ${file?.detail}`);
  return {
    columns: file.columns.map(({ name }) => name),
    mapping: file.earlier?.mapping ?? file.proposed,
    isEarlier: file.earlier !== null,
  };
}

export interface Offered {
  readonly columns: readonly string[];
  readonly mapping: DelimitedMapping;
  readonly isEarlier: boolean;
}
