/** What can be expected to go wrong with the file. `detail`: what happened, what is safe, what to do. */
export interface WorkshopFault {
  readonly kind: WorkshopFaultKind;
  readonly detail: string;
}

export type WorkshopFaultKind =
  | 'notFound'
  | 'notAWorkshop'
  | 'newerWorkshop'
  | 'damagedWorkshop'
  | 'alreadyOpen'
  | 'notWritable'
  | 'diskFull';

export const fault = (kind: WorkshopFaultKind, detail: string): WorkshopFault => ({ kind, detail });

/** The code that SQLite (`SQLITE_FULL`) or the operating system (`ENOSPC`) gave an error; '' for any other error. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** The fault that an error means while a workshop is opened, made or written; null: a bug, to be thrown on. */
export function faultOfError(error: unknown): WorkshopFault | null {
  const code = errorCode(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return fault('diskFull', 'The disk is full. Nothing was changed. Free some space and try again.');
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return fault(
      'notWritable',
      'The file or its folder may not be written. Nothing was changed. Open it read-only, or copy it to a folder of your own.',
    );
  }
  if (code.startsWith('SQLITE_CANTOPEN')) {
    return fault(
      'notWritable',
      'The file cannot be opened where it is: its folder takes no companion files. Nothing was changed. Copy it to a folder of your own.',
    );
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code === 'SQLITE_IOERR_SHORT_READ') {
    return fault(
      'damagedWorkshop',
      `The file is damaged (${(error as Error).message}). It was not changed. Open a backup, and keep this file for rescue.`,
    );
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return fault('alreadyOpen', 'Another program holds the file. Nothing was changed. Close it there and try again.');
  }
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? fault('notFound', 'The file is not there. Was it moved, renamed, or is its drive not connected?')
    : null;
}
