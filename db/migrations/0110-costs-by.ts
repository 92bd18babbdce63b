import type { Migration } from './migration.ts';

/** The attribute whose values the costs name; null: the one that says where a lead came from, as it was taken before. */
export const costsBy: Migration = {
  version: 110,
  name: 'costs by',
  up: (database) => {
    database.exec("ALTER TABLE workshop ADD COLUMN costs_by TEXT CHECK (costs_by <> '')");
  },
};
