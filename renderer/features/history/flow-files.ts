/** The files of an import on their way: what was found in each, how it is read, and what its columns mean. */
import type {
  DelimitedMapping,
  FileReading,
  InspectedFile,
  InspectedTable,
  RequestedFile,
} from '../../../api/import.ts';
import { mappingFaults } from './mapping/mapping-model.ts';

export interface FlowFile {
  readonly token: string;
  /** What it is called; others may be called the same. */
  readonly ownName: string;
  readonly reading: FileReading;
  readonly inspected: InspectedFile;
  /** Null: the file is refused. */
  readonly mapping: DelimitedMapping | null;
  /** Whether it is mapped as it was in an earlier import, or as its columns are proposed to be read. */
  readonly basis: 'earlier' | 'proposed';
  /** The mapping on the other basis, once it was looked at, with what was changed in it. */
  readonly aside: DelimitedMapping | null;
  /** While it is looked at anew. */
  readonly isReading: boolean;
}

/** In the order of the tokens; a file that was mapped here before is mapped in that way. */
export const flowFilesOf = (tokens: readonly string[], inspected: readonly InspectedFile[]): readonly FlowFile[] =>
  ownNames(inspected.map(({ file }) => file)).flatMap((ownName, index) => {
    const file = inspected[index];
    if (file === undefined) return [];
    const token = tokens[index] ?? '';
    return [{ token, ownName, reading: {}, inspected: file, ...proposalOf(file), isReading: false }];
  });

/** As the app tells the files of one import apart. */
export const fileNames = (files: readonly FlowFile[]): readonly string[] => {
  const met = new Map<string, number>();
  return files.map(({ ownName }) => {
    const before = met.get(ownName) ?? 0;
    met.set(ownName, before + 1);
    return before === 0 ? ownName : `${ownName} (${before + 1})`;
  });
};

/**
 * A file that is there already is not there twice; nobody having touched its mapping, it is mapped as it is proposed beside
 * the new ones, whose leads its rows may speak of.
 */
export const withMoreFiles = (files: readonly FlowFile[], more: readonly FlowFile[]): readonly FlowFile[] => {
  const known = new Set(files.map(({ token }) => token));
  const moreByToken = new Map(more.map((file) => [file.token, file]));
  return [
    ...files.map((file) => {
      const inspected = moreByToken.get(file.token)?.inspected;
      return inspected !== undefined && isUntouched(file) ? { ...file, inspected, ...proposalOf(inspected) } : file;
    }),
    ...more.filter(({ token }) => !known.has(token)),
  ];
};

/** What new files are looked at beside: leads, since others may speak of them, and what is mapped as it was proposed. */
export const companionsOf = (files: readonly FlowFile[]): readonly FlowFile[] =>
  files.filter((file) => file.mapping?.rows === 'leads' || isUntouched(file));

export const withoutFile = (files: readonly FlowFile[], token: string): readonly FlowFile[] =>
  files.filter((file) => file.token !== token);

export const withMapping = (
  files: readonly FlowFile[],
  token: string,
  mapping: DelimitedMapping,
): readonly FlowFile[] => changed(files, token, (file) => ({ ...file, mapping }));

/** From the earlier mapping to the proposal, or back; what was changed on either is kept. */
export const withOtherBasis = (files: readonly FlowFile[], token: string): readonly FlowFile[] =>
  changed(files, token, (file) => {
    const { inspected, mapping, basis, aside } = file;
    if (inspected.kind === 'refused' || inspected.earlier === null) return file;
    return basis === 'earlier'
      ? { ...file, basis: 'proposed', mapping: aside ?? inspected.proposed, aside: mapping }
      : { ...file, basis: 'earlier', mapping: aside ?? inspected.earlier.mapping, aside: mapping };
  });

/** What was found stays on screen until the file has been looked at as stated. */
export const withReading = (files: readonly FlowFile[], token: string, reading: FileReading): readonly FlowFile[] =>
  changed(files, token, (file) => ({ ...file, reading, isReading: true }));

/** An answer to a reading that is no longer wanted is passed over. A mapping that still fits the columns stays. */
export const withReread = (
  files: readonly FlowFile[],
  token: string,
  reading: FileReading,
  inspected: InspectedFile,
): readonly FlowFile[] =>
  changed(files, token, (file) => {
    if (file.reading !== reading) return file;
    const read = { ...file, inspected, isReading: false };
    return inspected.kind === 'table' && file.mapping !== null && fits(file.mapping, inspected)
      ? read
      : { ...read, ...proposalOf(inspected) };
  });

/** The file could not be looked at in that way: it is read as before. */
export const withReadingUndone = (
  files: readonly FlowFile[],
  token: string,
  reading: FileReading,
  before: FileReading,
): readonly FlowFile[] =>
  changed(files, token, (file) => (file.reading === reading ? { ...file, reading: before, isReading: false } : file));

export const requestOf = ({ token, reading, mapping }: FlowFile): RequestedFile<string> => ({
  file: token,
  reading,
  mapping,
});

const proposalOf = (inspected: InspectedFile): Pick<FlowFile, 'mapping' | 'basis' | 'aside'> => {
  if (inspected.kind === 'refused') return { mapping: null, basis: 'proposed', aside: null };
  const { earlier, proposed } = inspected;
  return earlier === null
    ? { mapping: proposed, basis: 'proposed', aside: null }
    : { mapping: earlier.mapping, basis: 'earlier', aside: null };
};

const isUntouched = ({ inspected, mapping, isReading }: FlowFile): boolean =>
  inspected.kind === 'table' &&
  inspected.earlier === null &&
  !isReading &&
  JSON.stringify(mapping) === JSON.stringify(inspected.proposed);

const fits = (mapping: DelimitedMapping, { columns }: InspectedTable): boolean => {
  const names = columns.map(({ name }) => name);
  return mapping.lead !== '' && !mappingFaults(mapping, names).some(({ kind }) => kind === 'unknown');
};

const changed = (
  files: readonly FlowFile[],
  token: string,
  change: (file: FlowFile) => FlowFile,
): readonly FlowFile[] => files.map((file) => (file.token === token ? change(file) : file));

/** The app calls the n-th of one choice with the same name "name (n)". */
const ownNames = (told: readonly string[]): readonly string[] => {
  const met = new Map<string, number>();
  return told.map((name) => {
    const [, prefix = name, number] = /^(.+) \((\d+)\)$/u.exec(name) ?? [];
    const own = met.get(prefix) === Number(number) - 1 ? prefix : name;
    met.set(own, (met.get(own) ?? 0) + 1);
    return own;
  });
};
