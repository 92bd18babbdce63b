/** Whether names of costs are names that leads have: told before the costs are stored. */
import type { Column, History } from '../history/history.ts';
import { foldText } from '../text.ts';
import { costColumn } from './cost-column.ts';

export interface NamesMet {
  /** Distinct names, compared folded. */
  readonly names: number;
  /** The attribute that the costs are by; null: there is none. */
  readonly by: string | null;
  /** Of `names`, those that it holds. */
  readonly met: number;
  /** The attribute that holds the most of them, where that is more than `met`. */
  readonly better: { readonly attribute: string; readonly met: number } | null;
}

/** `by`: as in a report; dates name nobody and are not looked at. */
export function namesMet(history: History, by: string | null, names: readonly string[]): NamesMet {
  const folded = new Set(names.map(foldText));
  const metBy = (column: Column | undefined): number => {
    const cells = new Set(column?.cells.map(foldText));
    return [...folded].filter((name) => cells.has(name)).length;
  };
  const column = costColumn(history, by);
  const met = metBy(column);
  let better: NamesMet['better'] = null;
  for (const other of history.leads.attributes) {
    if (other.kind === 'date') continue;
    const metByOther = metBy(other);
    if (metByOther > (better?.met ?? met)) better = { attribute: other.name, met: metByOther };
  }
  return { names: folded.size, by: by ?? column?.name ?? null, met, better };
}
