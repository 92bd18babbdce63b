/** Why a table of costs as a whole cannot be read as it is mapped. */
import type { FormVerdict, PlacedCell } from '../values/form-vote.ts';
import type { DateForm } from '../values/read-date.ts';
import type { NumberForm } from '../values/read-number-text.ts';
import type { CostPart } from './cost-mapping.ts';

export type CostsFault =
  /** Nothing says which columns these are. */
  | { readonly kind: 'missing'; readonly parts: readonly CostPart[] }
  | ({ readonly kind: 'dates' } & UnclearForm<DateForm>)
  | ({ readonly kind: 'numbers' } & UnclearForm<NumberForm>)
  /** Signs of several currencies; `isPercent`: signs of percent, which are no money. */
  | { readonly kind: 'units'; readonly units: readonly string[]; readonly isPercent: boolean };

/** `ambiguous`: every cell reads in each of `forms`, and differently. Else no form reads them all, and each of `forms` reads some. */
export interface UnclearForm<F> {
  readonly ambiguous: boolean;
  readonly forms: readonly F[];
  /** An example of each side. */
  readonly places: readonly PlacedCell[];
}

/** Null where the cells tell, or there are none. */
export function unclearForm<F>(verdict: FormVerdict<F>): UnclearForm<F> | null {
  if (verdict.kind === 'ambiguous') return { ambiguous: true, forms: verdict.forms, places: [verdict.example] };
  if (verdict.kind !== 'contradictory') return null;
  return {
    ambiguous: false,
    forms: [...new Set(verdict.sides.flatMap(({ forms }) => forms))],
    places: verdict.sides.flatMap(({ first }) => first.slice(0, 1)),
  };
}

/** In plain words, with the way out of somebody who has only the file. */
export function costsFaultWords(fault: CostsFault, header: readonly string[]): string {
  switch (fault.kind) {
    case 'missing':
      return `The heading names no column for ${fault.parts.map((part) => PARTS[part]).join(', nor for ')}: it is ${header.map((name) => `“${name}”`).join(', ')}.`;
    case 'dates':
      return fault.ambiguous
        ? `The date ${placesOf(fault.places)} may be read in more than one way. Write the months as 2026-01.`
        : `The dates are written in different orders: ${placesOf(fault.places)}. Write the months as 2026-01.`;
    case 'numbers':
      return fault.ambiguous
        ? `The amount ${placesOf(fault.places)} may be thousands or decimals. Write one amount with both, as 1,200.50.`
        : `Some amounts have a decimal point and some a decimal comma: ${placesOf(fault.places)}. Write them alike.`;
    case 'units':
      return fault.isPercent
        ? 'The amounts are percentages, not money.'
        : `The amounts are of several kinds: ${fault.units.join(', ')}. Bring them in one currency.`;
  }
}

const PARTS: Readonly<Record<CostPart, string>> = {
  source: 'a source, channel or campaign',
  month: 'a month or date',
  amount: 'a cost, amount or spend',
};

const placesOf = (places: readonly PlacedCell[]): string =>
  places.map(({ cell, line }) => `“${cell}” on line ${line}`).join(', ');
