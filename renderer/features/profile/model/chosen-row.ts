import type { ChosenRow } from '../profile-store.ts';
import type { ProfileRow } from './profile-rows.ts';

/** The open row; when its level is gone (its cut points were edited), the level that stands in its place. */
export const chosenRow = (rows: readonly ProfileRow[], chosen: ChosenRow | null): ProfileRow | null => {
  if (chosen === null) return null;
  const same = rows.find(({ key }) => key === chosen.key);
  if (same !== undefined) return same;
  const siblings = rows.filter(({ group }) => group === chosen.group);
  return siblings.find(({ place }) => place === chosen.place) ?? siblings.at(-1) ?? null;
};
