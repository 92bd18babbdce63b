/** A row of the profile as a rule of the scenario. */

import { blankRuleSet } from '../../../../core/rule-set/blank-rule-set.ts';
import { addRule } from '../../../../core/rule-set/edit-rules.ts';
import type { Condition, Dimension, Rule, RuleSet } from '../../../../core/rule-set/rule-set.ts';
import type { ProfileRow } from './profile-rows.ts';

/** Why no rule is proposed: what the core says of the level, `late` for an act that follows from the hand-over, `times` for a count that no rule can ask, `few` for too few known outcomes, `noPoints` for a weight that rounds to none. */
export type NoRule =
  | NonNullable<Extract<ProfileRow, { readonly kind: 'attribute' }>['level']['notARule']>
  | 'late'
  | 'times'
  | 'few'
  | 'noPoints';

/** Two of two that converted are worth the most points, and tell nothing: so many outcomes have to be known (STATISTICS.md 5). */
const FEWEST_KNOWN = 20;

/** The proposed rule, without an id or a place yet; or why there is none. */
export const ruleOfRow = (row: ProfileRow, name: string): Rule | NoRule => {
  const shared = { id: '', name, dimension: '', enabled: true, disqualifies: false, points: row.level.points };
  if (row.kind === 'behaviour') {
    const { every, on } = row.level;
    if (row.profile.followsHandover) return 'late';
    if (every === null) return 'times';
    if (row.level.observed < FEWEST_KNOWN) return 'few';
    if (row.level.points === 0) return 'noPoints';
    return { ...shared, kind: 'activity', on, every, max: 1, decay: { kind: 'none' } };
  }
  const { notARule, condition } = row.level;
  if (notARule !== null) return notARule;
  if (condition === null) return 'others';
  if (row.level.observed < FEWEST_KNOWN) return 'few';
  if (row.level.points === 0) return 'noPoints';
  return { ...shared, kind: 'attribute', if: condition };
};

/** The rule that gives its points to the same leads already; null when there is none. Points and names do not matter. */
export const ruleThere = (ruleSet: RuleSet, rule: Rule): Rule | null => {
  const wanted = askOf(rule);
  return ruleSet.rules.find((one) => askOf(one) === wanted || coversBand(one, rule)) ?? null;
};

export interface PlacedRule {
  readonly ruleSet: RuleSet;
  readonly id: string;
  readonly dimension: Dimension;
}

/** Behind the other rules of the dimension that holds most of its kind. */
export const withRule = (ruleSet: RuleSet, rule: Rule): PlacedRule => {
  const [first] = blankRuleSet().dimensions;
  const housed: RuleSet =
    ruleSet.dimensions.length > 0 || first === undefined ? ruleSet : { ...ruleSet, dimensions: [first] };
  const dimension = dimensionFor(housed, rule);
  return { ...addRule(housed, fadingAsOthers(housed, { ...rule, dimension: dimension.id })), dimension };
};

/** Where all acts of a dimension fade alike, one that never does would stand out by mistake. */
const fadingAsOthers = (ruleSet: RuleSet, rule: Rule): Rule => {
  if (rule.kind !== 'activity') return rule;
  const [first, ...others] = ruleSet.rules.flatMap((one) =>
    one.kind === 'activity' && one.dimension === rule.dimension ? [one.decay] : [],
  );
  const isCommon = others.every((decay) => JSON.stringify(decay) === JSON.stringify(first));
  return first !== undefined && isCommon ? { ...rule, decay: first } : rule;
};

const ABOUT_PEOPLE: RegExp = /fit|profil|explicit|demograph|compan|person/iu;
const ABOUT_ACTS: RegExp = /engag|behav|implicit|activ|interest/iu;

const dimensionFor = (ruleSet: RuleSet, rule: Rule): Dimension => {
  const isActs = askedActs(rule);
  const countOf = ({ id }: Dimension): number =>
    ruleSet.rules.filter((one) => one.dimension === id && askedActs(one) === isActs).length;
  const named = ruleSet.dimensions.find(({ id, name }) => (isActs ? ABOUT_ACTS : ABOUT_PEOPLE).test(`${id} ${name}`));
  const [chosen] = ruleSet.dimensions.toSorted(
    (left, right) => countOf(right) - countOf(left) || Number(right === named) - Number(left === named),
  );
  if (chosen === undefined) throw new Error('a rule set without dimensions has no place for a rule');
  return chosen;
};

const askedActs = ({ kind }: Rule): boolean => kind === 'activity' || kind === 'inactivity';

/** Everything of a rule but what it is called, where it stands, what it gives and how that fades. */
const askOf = ({ id, name, dimension, group, enabled, disqualifies, ...asked }: Rule): string =>
  JSON.stringify({ ...asked, points: null, decay: null }, folded);

/** Keys in one order; texts compare without case, and a single one as itself. */
const folded = (_key: string, part: unknown): unknown => {
  if (typeof part === 'string') return part.trim().toLowerCase();
  if (Array.isArray(part)) return part.length === 1 && typeof part[0] !== 'object' ? part[0] : part;
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)));
};

/** A bands rule has a band of its own for just this one. */
const coversBand = (one: Rule, rule: Rule): boolean => {
  if (one.kind !== 'bands' || one.if !== undefined || rule.kind !== 'attribute') return false;
  const ends = bandOf(rule.if, one.attribute);
  return ends !== null && one.bands.some(({ from, to }) => from === ends.from && to === ends.to);
};

interface Ends {
  readonly from?: number;
  readonly to?: number;
}

const bandOf = (condition: Condition<'attribute'>, attribute: string): Ends | null => {
  const tests = 'all' in condition ? condition.all : [condition];
  let ends: Ends = {};
  for (const test of tests) {
    if (!('attribute' in test) || test.attribute !== attribute || typeof test.value !== 'number') return null;
    if (test.op === 'gte') ends = { ...ends, from: test.value };
    else if (test.op === 'lt') ends = { ...ends, to: test.value };
    else return null;
  }
  return ends;
};
