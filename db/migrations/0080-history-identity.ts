import type { Migration } from './migration.ts';

/**
 * A name that no other history has, of whatever file: the version alone comes again once a backup takes the file's place,
 * and then what was derived from the one history must not pass for the other's.
 */
export const historyIdentity: Migration = {
  version: 80,
  name: 'history identity',
  up: (database) => {
    database.exec(`
      ALTER TABLE history ADD COLUMN identity TEXT NOT NULL DEFAULT '';
      UPDATE history SET identity = lower(hex(randomblob(16)));
    `);
  },
};
