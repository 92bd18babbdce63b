/** What the costs page shows and what is typed into it, without a screen. */
import type { WorkshopCosts } from '../../../../api/costs.ts';
import { readCents } from '../../../../core/costs/read-cents.ts';

/** Null: nothing, so that no cost is known. Undefined: this is no amount, or it may be read in two ways, or is finer than a cent. */
export function typedCents(text: string): number | null | undefined {
  // Whoever has typed "1200." is about to type the cents.
  const cell = text.trim().replace(/[.,]$/u, '');
  if (cell === '') return null;
  const [point, comma] = [readCents(cell, 'point'), readCents(cell, 'comma')];
  if (point.ok && comma.ok && point.value.amountCents !== comma.value.amountCents) return undefined;
  const read = point.ok ? point : comma;
  return read.ok && !read.value.isRounded ? read.value.amountCents : undefined;
}

/** An amount as it is typed, without loss: "1200", "1200.50"; '' where none is known. */
export function writtenCents(cents: number | null): string {
  if (cents === null) return '';
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const [whole, decimals] = [digits.slice(0, -2), digits.slice(-2)];
  return `${cents < 0 ? '-' : ''}${whole}${decimals === '00' ? '' : `.${decimals}`}`;
}

/** Of all months with a cost or leads, newest first: `YYYY`. */
export const yearsOf = ({ sources }: Pick<WorkshopCosts, 'sources'>): readonly string[] => [
  ...new Set(
    sources
      .flatMap(({ months }) => months.map(({ month }) => month.slice(0, 4)))
      .sort()
      .reverse(),
  ),
];

export interface MonthCell {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly amountCents: number | null;
  readonly leads: number;
}

/** The twelve months of a year, of one source or of all of them; a sum is null where no cost is known. */
export function monthsOfYear(sources: WorkshopCosts['sources'], year: string): readonly MonthCell[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`;
    const cells = sources.flatMap(({ months }) => months.filter((one) => one.month === month));
    const known = cells.flatMap(({ amountCents }) => (amountCents === null ? [] : [amountCents]));
    return {
      month,
      amountCents: known.length === 0 ? null : known.reduce((sum, cents) => sum + cents, 0),
      leads: cells.reduce((sum, { leads }) => sum + leads, 0),
    };
  });
}
