import { type Cost, costKey } from '../../core/costs/cost.ts';
import { foldText } from '../../core/text.ts';

export interface ReplacedCosts {
  /** Cells by source and month that a cost was known of before. */
  readonly replaced: number;
  /** Of these, those that held another amount. */
  readonly changed: number;
}

/** What becomes of the known costs once `costs` are stored. */
export function replacedCosts(costs: readonly Cost[], known: readonly Cost[]): ReplacedCosts {
  const amounts = new Map(known.map(({ source, month, amountCents }) => [keyOf(source, month), amountCents]));
  const before = costs.filter(({ source, month }) => amounts.has(keyOf(source, month)));
  const changed = before.filter(({ source, month, amountCents }) => amounts.get(keyOf(source, month)) !== amountCents);
  return { replaced: before.length, changed: changed.length };
}

const keyOf = (source: string, month: string): string => costKey(foldText(source), month);
