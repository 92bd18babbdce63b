/** What people ask of suggested points, as the page holds it, and the question that it makes. */
import type { Rule } from '../../../../core/rule-set/rule-set.ts';
import { MOST_RULES, type Sign, type SuggestionConstraints } from '../../../../core/suggest/suggestion.ts';

/** Which way the points of a name's rules may go; `never`: no card reads it. */
export type Way = Sign | 'never';

export interface Split {
  readonly chooseBeforeMs: number;
  readonly judgeAfterMs: number;
}

export interface Wanted {
  readonly rules: number;
  readonly maxPoints: number;
  readonly multipleOf: number;
  /** Ids of rules on the table that every card keeps. */
  readonly fixed: readonly Rule['id'][];
  readonly wayByAttribute: Readonly<Record<string, Way>>;
  readonly wayByActivity: Readonly<Record<string, Sign>>;
  /** Null: the app proposes one. */
  readonly split: Split | null;
}

export const FIRST_WANTED: Wanted = {
  rules: 8,
  maxPoints: 50,
  multipleOf: 5,
  fixed: [],
  wayByAttribute: {},
  wayByActivity: {},
  split: null,
};

export interface SuggestQuestion extends Partial<Split> {
  readonly constraints: Omit<SuggestionConstraints, 'fixed'> & { readonly fixed: readonly Rule['id'][] };
}

/** Rules that are no longer on the table cannot stay. */
export function questionOf(wanted: Wanted, onTable: readonly Rule[]): SuggestQuestion {
  const { rules, maxPoints, multipleOf, wayByAttribute, wayByActivity, split } = wanted;
  const ways = Object.entries(wayByAttribute);
  return {
    constraints: {
      rules,
      maxPoints,
      multipleOf,
      fixed: fixedOf(wanted, onTable),
      forbidden: ways.filter(([, way]) => way === 'never').map(([name]) => name),
      signByAttribute: Object.fromEntries(
        ways.flatMap(([name, way]): readonly (readonly [string, Sign])[] => (way === 'never' ? [] : [[name, way]])),
      ),
      signByActivity: wayByActivity,
    },
    ...split,
  };
}

export const fixedOf = ({ fixed }: Wanted, onTable: readonly Rule[]): readonly Rule['id'][] =>
  onTable.filter(({ id }) => fixed.includes(id)).map(({ id }) => id);

export type WantedField = 'rules' | 'maxPoints' | 'multipleOf' | 'split';

/** More multiples than that up to the largest would take long to search, and say nothing. */
const MOST_MULTIPLES = 100;

/** The fields that nothing can be asked with. */
export function faultyFields(wanted: Wanted, onTable: readonly Rule[]): ReadonlySet<WantedField> {
  const { rules, maxPoints, multipleOf, split } = wanted;
  const faulty = new Set<WantedField>();
  if (!Number.isInteger(rules) || rules > MOST_RULES || rules <= fixedOf(wanted, onTable).length) faulty.add('rules');
  if (!isPoints(multipleOf)) faulty.add('multipleOf');
  if (!isPoints(maxPoints) || maxPoints < multipleOf || maxPoints > MOST_MULTIPLES * multipleOf) {
    faulty.add('maxPoints');
  }
  if (split !== null && split.judgeAfterMs < split.chooseBeforeMs) faulty.add('split');
  return faulty;
}

/** As rule sets have them: at most two decimals. */
const isPoints = (value: number): boolean => value > 0 && Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;

const DAY_MS = 86_400_000;
const JUDGED_SHARE = 0.25;
const GAP_DAYS = 90;

/** A split to begin with, where people set it by hand: the last quarter of the history is judged on. */
export function firstSplit(earliestMs: number, latestMs: number): Split {
  const judgeAfterMs = Math.floor((latestMs - (latestMs - earliestMs) * JUDGED_SHARE) / DAY_MS) * DAY_MS;
  return { chooseBeforeMs: Math.max(earliestMs, judgeAfterMs - GAP_DAYS * DAY_MS), judgeAfterMs };
}

/** Whole days between the leads that are chosen on and those that are judged on. */
export const gapDays = ({ chooseBeforeMs, judgeAfterMs }: Split): number =>
  Math.round((judgeAfterMs - chooseBeforeMs) / DAY_MS);
