/** What the table shows of the rows, and in what order. */
import { isUnfit } from './level-marks.ts';
import type { ProfileRow } from './profile-rows.ts';

export type ProfileColumn = 'name' | 'leads' | 'converted' | 'rate' | 'lift' | 'weight' | 'information';

export interface ProfileView {
  readonly kind: 'all' | 'attribute' | 'behaviour';
  readonly search: string;
  readonly hidesChance: boolean;
  readonly showsUnfit: boolean;
  readonly isGrouped: boolean;
  readonly sort: ProfileColumn;
  readonly descending: boolean;
}

/** By the lower limit of lift, which is how the profile ranks. */
export const FIRST_VIEW: ProfileView = {
  kind: 'all',
  search: '',
  hidesChance: false,
  showsUnfit: false,
  isGrouped: false,
  sort: 'lift',
  descending: true,
};

export type ProfileItem =
  | { readonly kind: 'row'; readonly row: ProfileRow }
  | { readonly kind: 'group'; readonly first: ProfileRow; readonly rows: number };

/** Rows that pass the filters; `titleOf`: what a row is called on screen, which is what is searched. */
export const filteredRows = (
  rows: readonly ProfileRow[],
  { kind, search, hidesChance, showsUnfit }: ProfileView,
  titleOf: (row: ProfileRow) => string,
): readonly ProfileRow[] => {
  const sought = search.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (kind === 'all' || row.kind === kind) &&
      (showsUnfit || !isUnfit(row.marks)) &&
      !(hidesChance && row.marks.includes('chance')) &&
      (sought === '' || titleOf(row).toLowerCase().includes(sought)),
  );
};

/** In the order wanted; grouped, the most telling attribute or behaviour comes first. */
export const itemsOf = (
  rows: readonly ProfileRow[],
  { isGrouped, sort, descending }: ProfileView,
  titleOf: (row: ProfileRow) => string,
): readonly ProfileItem[] => {
  const order = orderBy(sort, descending, titleOf);
  if (!isGrouped) return rows.toSorted(order).map((row) => ({ kind: 'row', row }));
  const byGroup = new Map<string, ProfileRow[]>();
  for (const row of rows) {
    const members = byGroup.get(row.group);
    if (members === undefined) byGroup.set(row.group, [row]);
    else members.push(row);
  }
  return [...byGroup.values()]
    .sort((left, right) => (right[0]?.informationValue ?? 0) - (left[0]?.informationValue ?? 0))
    .flatMap((members): readonly ProfileItem[] => {
      const [first] = members;
      if (first === undefined) return [];
      // Bands read from low to high; by rank the profile has its levels in order already.
      const sorted = sort === 'lift' && descending ? members : members.toSorted(order);
      return [
        { kind: 'group', first, rows: members.length },
        ...sorted.map((row): ProfileItem => ({ kind: 'row', row })),
      ];
    });
};

/** The same column turns the order round; another begins with what is most, a name with A. */
export const sortedBy = (view: ProfileView, sort: ProfileColumn): ProfileView =>
  view.sort === sort ? { ...view, descending: !view.descending } : { ...view, sort, descending: sort !== 'name' };

const orderBy =
  (sort: ProfileColumn, descending: boolean, titleOf: (row: ProfileRow) => string) =>
  (left: ProfileRow, right: ProfileRow): number => {
    if (sort === 'name') return (descending ? -1 : 1) * titleOf(left).localeCompare(titleOf(right));
    const [one, other] = [figureOf(left, sort), figureOf(right, sort)];
    // What is not known stands last in either direction.
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return (descending ? other - one : one - other) || (left.level.rank ?? 0) - (right.level.rank ?? 0);
  };

const figureOf = ({ level, informationValue }: ProfileRow, sort: Exclude<ProfileColumn, 'name'>): number | null => {
  switch (sort) {
    case 'leads':
      return level.leads;
    case 'converted':
      return level.converted;
    case 'rate':
      return level.rate;
    case 'lift':
      return level.liftInterval?.[0] ?? null;
    case 'weight':
      return level.weightOfEvidence;
    case 'information':
      return informationValue;
  }
};
