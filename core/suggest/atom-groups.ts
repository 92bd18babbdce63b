import { differenceTest } from '../profile/difference-test.ts';
import { falseDiscoveryRates } from '../profile/false-discovery.ts';

/** One value, word or domain of an attribute, or of a property. */
export interface Atom {
  /** Folded; what orders and compares it. */
  readonly text: string;
  readonly leads: number;
  readonly converted: number;
}

/** Of the differences that are taken for real so many may be chance. */
const FALSE_DISCOVERIES = 0.1;
/** A rate this many times that of all leads, or this part of it, is far from it: what is near shares the group with it otherwise. */
const FAR_ABOVE = 1.5;
const FAR_BELOW = 1 / 3;

/**
 * A column's values, words or domains that are worth taking as one: all that convert better than the rest, all that convert far
 * better, worse, far worse. Those whose rate differs by Benjamini and Hochberg's rule over the column's atoms at a false discovery
 * rate of 0.1: without it the union of whatever went up by chance would look like a finding. Each of at least two, in the order
 * of their texts.
 */
export function atomGroups(
  atoms: readonly Atom[],
  all: { readonly leads: number; readonly converted: number },
): readonly (readonly string[])[] {
  const base = all.converted / all.leads;
  const tested = atoms.map(({ leads, converted }) =>
    differenceTest({ converted, of: leads }, { converted: all.converted - converted, of: all.leads - leads }),
  );
  const rates = falseDiscoveryRates(tested);
  const real = atoms.filter((_, place) => (rates[place] ?? 1) <= FALSE_DISCOVERIES);
  const textsWhere = (isKept: (timesBase: number) => boolean): readonly string[] =>
    real
      .filter(({ leads, converted }) => isKept(converted / leads / base))
      .map(({ text }) => text)
      .sort();
  const groups = [
    textsWhere((times) => times > 1),
    textsWhere((times) => times >= FAR_ABOVE),
    textsWhere((times) => times < 1),
    textsWhere((times) => times <= FAR_BELOW),
  ];
  return groups.filter((texts) => texts.length > 1);
}
