/** The files of an import on their way: what was found in each, and how it is to be read. */
import type { DelimitedMapping, FileReading, InspectedFile, RequestedFile } from '../../../api/import.ts';

export interface FlowFile {
  readonly token: string;
  readonly reading: FileReading;
  readonly inspected: InspectedFile;
  /** Null: the file is refused. */
  readonly mapping: DelimitedMapping | null;
}

/** In the order of the tokens; a file that was mapped here before is mapped in that way. */
export const flowFilesOf = (tokens: readonly string[], inspected: readonly InspectedFile[]): readonly FlowFile[] =>
  inspected.map((file, index) => ({
    token: tokens[index] ?? '',
    reading: {},
    inspected: file,
    mapping: file.kind === 'table' ? (file.earlier?.mapping ?? file.proposed) : null,
  }));

export const withMapping = (
  files: readonly FlowFile[],
  index: number,
  mapping: DelimitedMapping,
): readonly FlowFile[] => files.map((file, place) => (place === index ? { ...file, mapping } : file));

export const requestOf = ({ token, reading, mapping }: FlowFile): RequestedFile<string> => ({
  file: token,
  reading,
  mapping,
});
