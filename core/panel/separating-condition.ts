/** The one condition that best tells the leads that two teams disagree on from the others. */
import { type CellTest, cellTest, comparableText } from '../conditions/cell-test.ts';
import { readNumber } from '../history/cell.ts';
import { differenceTest } from '../profile/difference-test.ts';
import type { Test } from '../rule-set/rule-set.ts';
import type { CardAttribute } from './card-facts.ts';

export interface SplitLead {
  readonly attributes: readonly CardAttribute[];
  readonly isDisagreed: boolean;
}

export interface SplitGroup {
  readonly leads: number;
  readonly disagreed: number;
}

export interface SeparatingCondition {
  readonly condition: Test<'attribute'>;
  /** Leads that it holds for, and the others. */
  readonly inside: SplitGroup;
  readonly outside: SplitGroup;
  /** Two-sided, of Fisher's test. */
  readonly p: number;
  /** Conditions that were tried: the best of many looks telling by chance alone. */
  readonly tried: number;
  /** With what many looks do allowed for (Bonferroni), it may be chance. */
  readonly couldBeChance: boolean;
}

/** On either side of a condition; of fewer nothing can be told. */
const LEAST_LEADS = 3;

/**
 * One split of one attribute (STATISTICS.md 8): numbers below and from a cut between two values, values, and missing. The least p,
 * of equal ones the first, said of the side that has more disagreements. Null where nothing can be split: no disagreement, or
 * nothing else.
 */
export function separatingCondition(leads: readonly SplitLead[]): SeparatingCondition | null {
  const found = candidateTests(leads).flatMap(({ attribute, test, holds }) => {
    const [inside, outside] = splitBy(leads, attribute, holds);
    if (inside.leads < LEAST_LEADS || outside.leads < LEAST_LEADS) return [];
    const p = differenceTest(
      { converted: inside.disagreed, of: inside.leads },
      { converted: outside.disagreed, of: outside.leads },
    );
    return p === null ? [] : [{ condition: test, inside, outside, p }];
  });
  const told = found.filter(
    ({ inside, outside }) => inside.disagreed / inside.leads > outside.disagreed / outside.leads,
  );
  const [best] = told.toSorted((one, other) => one.p - other.p);
  // A condition and its opposite are one look.
  const tried = new Set(
    found.map(({ p, inside, outside, condition }) => keyOf(condition.attribute, p, inside, outside)),
  ).size;
  return best === undefined ? null : { ...best, tried, couldBeChance: best.p * tried > 0.05 };
}

const keyOf = (attribute: string, p: number, ...groups: readonly SplitGroup[]): string =>
  `${attribute} ${p} ${groups
    .map(({ leads, disagreed }) => `${leads}/${disagreed}`)
    .sort()
    .join(' ')}`;

interface CandidateTest {
  readonly attribute: string;
  readonly test: Test<'attribute'>;
  readonly holds: CellTest;
}

function candidateTests(leads: readonly SplitLead[]): readonly CandidateTest[] {
  const [first] = leads;
  return (first?.attributes ?? []).flatMap(({ attribute, kind }) => {
    if (kind === 'date') return [];
    const cells = leads.map((lead) => cellIn(lead, attribute)).filter((cell) => cell !== null);
    const tests = kind === 'number' ? numberTests(attribute, cells) : valueTests(attribute, cells, kind);
    const missing: Test<'attribute'> = { attribute, op: 'missing' };
    return [...tests, missing].map((test) => ({
      attribute,
      test,
      holds: cellTest(test.op, test.value, kind, 'UTC'),
    }));
  });
}

function numberTests(attribute: string, cells: readonly string[]): readonly Test<'attribute'>[] {
  const values = [...new Set(cells.map(readNumber).filter((value) => value !== null))].sort(
    (one, other) => one - other,
  );
  return values.slice(1).flatMap((value, index): readonly Test<'attribute'>[] => {
    const cut = roundBetween(values[index] ?? value, value);
    return [
      { attribute, op: 'lt', value: cut },
      { attribute, op: 'gte', value: cut },
    ];
  });
}

/** The number with the fewest digits above `low` and up to `high`: cuts are said aloud. */
function roundBetween(low: number, high: number): number {
  for (let digits = 1; digits <= 15; digits += 1) {
    const rounded = Number(high.toPrecision(digits));
    const down = rounded > high ? rounded - 10 ** (Math.floor(Math.log10(Math.abs(high))) - digits + 1) : rounded;
    const cut = Number(down.toPrecision(digits));
    if (cut > low && cut <= high) return cut;
  }
  return high;
}

function valueTests(
  attribute: string,
  cells: readonly string[],
  kind: CardAttribute['kind'],
): readonly Test<'attribute'>[] {
  const byText = new Map(cells.map((cell) => [comparableText(cell, kind), cell]));
  return [...byText.values()].flatMap((value): readonly Test<'attribute'>[] => [
    { attribute, op: 'is', value },
    { attribute, op: 'isNot', value },
  ]);
}

function splitBy(leads: readonly SplitLead[], attribute: string, holds: CellTest): readonly [SplitGroup, SplitGroup] {
  const groupOf = (isInside: boolean): SplitGroup => {
    const members = leads.filter((lead) => holds(cellIn(lead, attribute)) === isInside);
    return { leads: members.length, disagreed: members.filter(({ isDisagreed }) => isDisagreed).length };
  };
  return [groupOf(true), groupOf(false)];
}

const cellIn = ({ attributes }: SplitLead, attribute: string): string | null =>
  attributes.find((one) => one.attribute === attribute)?.cell ?? null;
