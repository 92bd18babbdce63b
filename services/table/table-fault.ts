import { errorCode } from '../../db/workshop-fault.ts';
import { MOST_COLUMNS } from './table-record.ts';

/** Why a file could not be read as a table at all. `detail`: what is wrong, where, and what to do about it. */
export interface TableFault {
  readonly kind:
    | 'notFound'
    | 'unreadable'
    | 'foreignFormat'
    | 'notText'
    | 'noSuchSheet'
    | 'tooLarge'
    | 'hostile'
    | 'unwritable'
    | 'cancelled';
  readonly detail: string;
}

export const tableFault = (kind: TableFault['kind'], what: string, todo: string): TableFault => ({
  kind,
  detail: `${what} ${todo}`,
});

/** `where`: a line or row, in words. */
export const tooWide = (name: string, where: string, columns: number): TableFault =>
  tableFault(
    'tooLarge',
    `${name}: ${where} has ${columns} columns; a table has at most ${MOST_COLUMNS}.`,
    'Keep only the columns that are needed; of a text file check the delimiter (--delimiter).',
  );

/** The fault that an error of the file system means; null: a bug, to be thrown on. */
export function tableFaultOfError(error: unknown, name: string): TableFault | null {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return tableFault('notFound', `${name} is not there.`, 'Check the name, and that its drive is connected.');
    case 'EISDIR':
      return tableFault('unreadable', `${name} is a folder, not a file.`, 'Choose the file in it.');
    case 'EACCES':
    case 'EPERM':
      return tableFault(
        'unreadable',
        `${name} may not be read.`,
        'Allow yourself to read it, or copy it to a folder of your own.',
      );
    case 'EIO':
    case 'ESTALE':
    case 'EBUSY':
      return tableFault(
        'unreadable',
        `${name} could not be read to its end.`,
        'Copy it to a local folder and read the copy.',
      );
    default:
      return null;
  }
}
