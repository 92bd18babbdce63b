import type { AskedBreakdownBy, HoldsPart } from '../../../../api/compare-where.ts';

export type PartKind = HoldsPart['by']['kind'];
export type RowOrder = 'leads' | 'difference';

export interface WhereChoices {
  readonly by: AskedBreakdownBy;
  readonly order: RowOrder;
  /** By what it is asked where the difference holds. */
  readonly part: PartKind;
}

/** Until somebody chooses leads are told apart by where they came from. */
export const BEGINNING: WhereChoices = { by: { kind: 'attribute', name: null }, order: 'leads', part: 'month' };
