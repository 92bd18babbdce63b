import type { FormDecision } from '../../../core/values/form-vote.ts';

/** A column whose cells read but for a few is written in that form; the few are named, and rejected or kept as text. */
const LARGEST_UNREAD_SHARE = 0.1;

/** Whether the cells that read in no form are few enough; never where no cell reads. */
export const isMostlyRead = (
  { kind, rows, unread }: FormDecision<string>,
  largestShare: number = LARGEST_UNREAD_SHARE,
): boolean => kind !== 'none' && unread.rows <= rows * largestShare;
