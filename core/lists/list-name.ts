/** The working lists, the most urgent first. */
import type { Level } from '../rule-set/rule-set.ts';

export const LIST_NAMES = ['sales-urgent', 'sales', 'nurture', 'recycle'] as const;
export type ListName = (typeof LIST_NAMES)[number];

/** To whom a lead at the level goes: what its route says; of any other route to sales, from the agreed threshold on. */
export function listOfLevel({ route, total }: Level, agreedTotal: number): Exclude<ListName, 'recycle'> {
  if (route === 'sales-urgent' || route === 'sales' || route === 'nurture') return route;
  return total >= agreedTotal ? 'sales' : 'nurture';
}
