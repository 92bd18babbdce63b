/** What a slot is: something that the rules of templates need of a history, whatever the history calls it. */
import type { ColumnKind } from '../history/history.ts';

export interface AttributeSlot {
  /** Its name and kind where there is no history. */
  readonly column: string;
  readonly kind: ColumnKind;
  /** Headings that mean it, the surest first; compared without case, blanks, punctuation and accents. */
  readonly names: readonly string[];
  /** Words that mean it wherever they stand in a heading. */
  readonly words: readonly string[];
}

export interface ActivitySlot {
  /** Its type where there is no history, and what the address of the page holds, where that tells it. */
  readonly type: string;
  readonly page?: string;
  /** Types that mean it; compared as headings are. */
  readonly names: readonly string[];
  /** Words that mean it wherever they stand in a type. */
  readonly words: readonly string[];
  /** Parts of addresses that mean it. */
  readonly pages: readonly string[];
  /** Whether such an address means it with every type of activity, not only when a page is looked at. */
  readonly onAnyType?: true;
  /** Words that mean it in the subject or title of an activity. */
  readonly subjects: readonly string[];
}
