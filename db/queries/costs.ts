import type { Cost } from '../../core/costs/cost.ts';
import { requireTransaction } from '../transaction.ts';
import type { ReadableWorkshop, WritableWorkshop } from '../workshop.ts';

export interface StoredCost extends Cost {
  /** Null for what was typed in. */
  readonly importId: number | null;
}

/** By source, then month. */
export const listCosts = ({ database }: ReadableWorkshop): readonly StoredCost[] =>
  database
    .prepare<[], StoredCost>(
      'SELECT source, month, amount_cents AS amountCents, import_id AS importId FROM cost ORDER BY source, month',
    )
    .all();

/** What was typed in takes the place of what was there; null takes it away. */
export function setCost(
  { database }: WritableWorkshop,
  { source, month, amountCents }: { readonly [K in keyof Cost]: K extends 'amountCents' ? number | null : Cost[K] },
): void {
  if (amountCents === null) database.prepare('DELETE FROM cost WHERE source = ? AND month = ?').run(source, month);
  else database.prepare(WRITE).run(source, month, amountCents, null);
}

/** All costs of an import become these; those of the same source and month, typed in or of an import before, give way. */
export function replaceImportedCosts(workshop: WritableWorkshop, importId: number, costs: Iterable<Cost>): void {
  requireTransaction(workshop);
  const { database } = workshop;
  database.prepare('DELETE FROM cost WHERE import_id = ?').run(importId);
  const write = database.prepare(WRITE);
  for (const { source, month, amountCents } of costs) write.run(source, month, amountCents, importId);
}

const WRITE = 'INSERT OR REPLACE INTO cost (source, month, amount_cents, import_id) VALUES (?, ?, ?, ?)';
