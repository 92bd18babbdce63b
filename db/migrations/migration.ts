import type { Database } from 'better-sqlite3';

/** One step of the file's structure; it runs in a transaction of its own and ends with `user_version = version`. */
export interface Migration {
  /** Also the number in the module's name; gaps of ten leave room for a fix in between. */
  readonly version: number;
  readonly name: string;
  readonly up: (database: Database) => void;
}
