import type { Input } from '../../../api/contract.ts';

export type LeadSort = Input<'leads.list'>['sort'];

/** `level`: whose `reachedAt` is shown and sorted by. */
export interface LeadQuery {
  readonly search: string;
  readonly sort: LeadSort;
  readonly descending: boolean;
  readonly level: string;
}

/** Figures and dates begin with the most and the newest, words with the first. */
const BEGINS_DESCENDING: Readonly<Record<LeadSort, boolean>> = {
  score: true,
  created: true,
  reached: true,
  id: false,
  outcome: false,
};

/** The same column again turns the order round. */
export const sortedBy = <Q extends Pick<LeadQuery, 'sort' | 'descending'>>(query: Q, sort: LeadSort): Q => ({
  ...query,
  sort,
  descending: query.sort === sort ? !query.descending : BEGINS_DESCENDING[sort],
});
