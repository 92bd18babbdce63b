import type { FileReading, InspectedTable } from '../../api/import.ts';
import { inspectSource } from '../../services/import/proposal/inspect-source.ts';

/** What the screen is told of one file that is no data folder. */
export async function inspectedTable(path: string, reading: FileReading = {}): Promise<InspectedTable> {
  const source = await inspectSource([{ file: path, reading }], null);
  if (!source.ok) throw new Error(source.error.detail);
  const [file] = source.value.kind === 'files' ? source.value.files : [];
  if (file === undefined) throw new Error(`${path} is a data folder`);
  if (file.kind === 'refused') throw new Error(file.detail);
  return file;
}
