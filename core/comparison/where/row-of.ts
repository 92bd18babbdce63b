import type { Band } from '../../profile/profile.ts';

/** What the leads of a row have in common. */
export type RowOf =
  /** In the spelling that most leads have. */
  | { readonly kind: 'value'; readonly value: string }
  /** A band of numbers; an end that is null is open. */
  | { readonly kind: 'band'; readonly band: Band }
  | { readonly kind: 'month'; readonly startMs: number }
  /** Before the first of the months. */
  | { readonly kind: 'earlier'; readonly beforeMs: number }
  /** The leads of a scenario that is meant for some only, or of a segment of another name. */
  | { readonly kind: 'segment'; readonly name: string }
  | { readonly kind: 'noSegment' }
  /** Values that have no row of their own, so many of them. */
  | { readonly kind: 'others'; readonly values: number }
  | { readonly kind: 'missing' };

/** Which row each lead is in; every lead that a scenario reaches is in one. */
export interface RowsOf {
  readonly of: readonly RowOf[];
  readonly a: Int32Array;
  readonly b: Int32Array;
}
