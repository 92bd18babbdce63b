/**
 * The gate of zipped files: what the central directory says is judged before a byte is inflated (RELIABILITY.md 1.5).
 * Guards: number of entries, declared sizes, ratios, encryption, names, zips within; while inflating yauzl holds each
 * entry to its declared size.
 */
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { fail, ok, type Result } from '../../../core/result.ts';
import { type TableFault, tableFault } from '../table-fault.ts';

export interface OpenZip {
  readonly file: ZipFile;
  readonly entryByName: ReadonlyMap<string, Entry>;
}

const MOST_ENTRIES = 200;
const MOST_BYTES = 512 * 1024 * 1024;
const HIGHEST_RATIO = 100;
/** Short parts of a workbook may repeat themselves as much as they like. */
const RATIO_COUNTS_FROM_BYTES = 1 << 20;
const ZIPS = /\.(?:zip|xlsx|xlsm|xlsb|ods|docx|pptx|jar|7z|rar|gz|bz2|xz)$/i;

/** The caller closes `file`. Errors of the file system are thrown. */
export async function openZip(path: string, name: string): Promise<Result<OpenZip, TableFault>> {
  let file: ZipFile | undefined;
  try {
    file = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
    const entries = await judgedEntries(file, name);
    if (!entries.ok) file.close();
    return entries.ok ? ok({ file, entryByName: entries.value }) : entries;
  } catch (error) {
    file?.close();
    if (!(error instanceof Error) || 'syscall' in error) throw error;
    const isHostile = /absolute path|relative path|invalid characters in fileName/.test(error.message);
    return fail(
      isHostile ? hostile(name, `a name in it leads out of it (${error.message})`) : damagedZip(name, error.message),
    );
  }
}

async function judgedEntries(file: ZipFile, name: string): Promise<Result<ReadonlyMap<string, Entry>, TableFault>> {
  if (file.entryCount > MOST_ENTRIES)
    return fail(hostile(name, `it has ${file.entryCount} parts, and ${MOST_ENTRIES} are the limit`));
  const entryByName = new Map<string, Entry>();
  let bytes = 0;
  let compressedBytes = 0;
  for await (const entry of file.eachEntry()) {
    const { fileName, uncompressedSize, compressedSize } = entry;
    bytes += uncompressedSize;
    compressedBytes += compressedSize;
    if (entry.isEncrypted())
      return fail(tableFault('foreignFormat', `${name} is encrypted.`, 'Save it without a password.'));
    if (ZIPS.test(fileName)) return fail(hostile(name, `it holds another archive, ${JSON.stringify(fileName)}`));
    if (isOutOfRatio(uncompressedSize, compressedSize))
      return fail(hostile(name, inflates(fileName, uncompressedSize, compressedSize)));
    if (entryByName.has(fileName)) return fail(hostile(name, `it holds ${JSON.stringify(fileName)} twice`));
    entryByName.set(fileName, entry);
  }
  if (bytes > MOST_BYTES)
    return fail(hostile(name, `it unpacks to ${megabytes(bytes)} MB, and ${megabytes(MOST_BYTES)} MB are the limit`));
  return isOutOfRatio(bytes, compressedBytes)
    ? fail(hostile(name, inflates('it', bytes, compressedBytes)))
    : ok(entryByName);
}

const isOutOfRatio = (bytes: number, compressedBytes: number): boolean =>
  bytes > RATIO_COUNTS_FROM_BYTES && bytes > compressedBytes * HIGHEST_RATIO;

const inflates = (what: string, bytes: number, compressedBytes: number): string =>
  `${what} unpacks to ${Math.round(bytes / Math.max(1, compressedBytes))} times its size (${megabytes(bytes)} MB), and ${HIGHEST_RATIO} times are the limit`;

const megabytes = (bytes: number): number => Math.round(bytes / 1_048_576);

const hostile = (name: string, why: string): TableFault =>
  tableFault(
    'hostile',
    `${name} is not unpacked: ${why}.`,
    'If you trust it, open it in Excel or LibreOffice and save it as CSV UTF-8.',
  );

/** The fault of a zip that is not as a zip is. */
export const damagedZip = (name: string, why: string): TableFault =>
  tableFault('unreadable', `${name} is damaged: ${why.replace(/\.$/, '')}.`, 'Export or copy it again.');
