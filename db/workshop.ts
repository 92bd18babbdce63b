import type { Database } from 'better-sqlite3';

/** An open workshop that queries may read. Only db/ touches `database`. */
export interface ReadableWorkshop {
  readonly access: 'read' | 'write';
  readonly path: string;
  readonly database: Database;
  /** The lock row that this process holds; null for readers and for extra connections of the same process. */
  readonly lockToken: string | null;
  /** Where the copy lies that was taken before this opening brought the file up to date; null when nothing was changed. */
  readonly backupPath: string | null;
}

/** An open workshop that may be written, too. */
export interface WritableWorkshop extends ReadableWorkshop {
  readonly access: 'write';
}

/** Tell them apart by `access`. */
export type Workshop = (ReadableWorkshop & { readonly access: 'read' }) | WritableWorkshop;
