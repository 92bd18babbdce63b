import { numberAt } from '../at.ts';
import { type History, MISSING } from '../history/history.ts';
import { foldText } from '../text.ts';
import { type Cost, costKey } from './cost.ts';
import { costColumn } from './cost-column.ts';
import { monthsOnce } from './cost-figures.ts';

/** 1 for a lead whose source has a cost in the month in which it was created. `by`: as in `CostQuestion`. */
export function leadsWithCost(history: History, by: string | null, costs: readonly Cost[]): Uint8Array {
  const { leads, timeZone } = history;
  const isWithCost = new Uint8Array(leads.count);
  const column = costColumn(history, by);
  if (column === undefined) return isWithCost;
  const known = new Set(costs.map(({ source, month }) => costKey(foldText(source), month)));
  const sources = column.cells.map(foldText);
  const monthOf = monthsOnce(timeZone);
  for (let lead = 0; lead < leads.count; lead += 1) {
    const code = numberAt(column.codes, lead);
    if (code === MISSING) continue;
    const key = costKey(sources[code] ?? '', monthOf(numberAt(leads.createdAtMs, lead)));
    if (known.has(key)) isWithCost[lead] = 1;
  }
  return isWithCost;
}
