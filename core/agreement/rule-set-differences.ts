/** What one rule set changes against another, as values; names are those of the later one where it has them. */
import { removedRules } from '../rule-set/compare-rules.ts';
import type { Decay, Limits, Rule, RuleSet } from '../rule-set/rule-set.ts';
import { canonical, isSame } from '../same-value.ts';

export type RuleSetDifference =
  | { readonly kind: 'levelAdded'; readonly level: string; readonly total: number }
  | { readonly kind: 'levelRemoved'; readonly level: string }
  | { readonly kind: 'threshold'; readonly level: string; readonly before: number; readonly after: number }
  /** Least points of a dimension at a level; null: none asked. */
  | {
      readonly kind: 'minimum';
      readonly level: string;
      readonly dimension: string;
      readonly before: number | null;
      readonly after: number | null;
    }
  /** Where leads of the level go, and how soon; or its name. */
  | { readonly kind: 'levelReshaped'; readonly level: string }
  /** Least or most points of the whole (`of` null), of a dimension or of a group; null: no limit. */
  | {
      readonly kind: 'limit';
      readonly of: string | null;
      readonly end: 'min' | 'max';
      readonly before: number | null;
      readonly after: number | null;
    }
  /** Null: by bands. */
  | { readonly kind: 'ruleAdded'; readonly rule: string; readonly points: number | null }
  | { readonly kind: 'ruleRemoved'; readonly rule: string }
  | { readonly kind: 'points'; readonly rule: string; readonly before: number; readonly after: number }
  | { readonly kind: 'switched'; readonly rule: string; readonly isOn: boolean }
  | { readonly kind: 'disqualifies'; readonly rule: string; readonly isNow: boolean }
  /** Several rules that change alike are told at once. */
  | { readonly kind: 'fading'; readonly rules: readonly string[]; readonly before: Decay; readonly after: Decay }
  /** When it holds, what it counts, its bands, place or name. */
  | { readonly kind: 'ruleReshaped'; readonly rule: string }
  | { readonly kind: 'ruleSetText'; readonly field: 'name' | 'description' }
  /** Dimensions, groups, what is ignored, recycling. */
  | { readonly kind: 'frame' };

export function ruleSetDifferences(before: RuleSet, after: RuleSet): readonly RuleSetDifference[] {
  return [
    ...levelDifferences(before, after),
    ...limitDifferences(null, before.total, after.total),
    ...pairs(before.dimensions, after.dimensions).flatMap(([was, is]) => limitDifferences(is.name, was, is)),
    ...pairs(before.groups, after.groups).flatMap(([was, is]) => limitDifferences(is.name, was, is)),
    ...added(before.rules, after.rules).map(
      (rule): RuleSetDifference => ({
        kind: 'ruleAdded',
        rule: rule.name,
        points: 'points' in rule ? rule.points : null,
      }),
    ),
    ...removedRules(before, after).map((rule): RuleSetDifference => ({ kind: 'ruleRemoved', rule: rule.name })),
    ...pairs(before.rules, after.rules).flatMap(([was, is]) => ruleDifferences(was, is)),
    ...fadingDifferences(before, after),
    ...(['name', 'description'] as const).flatMap((field) =>
      before[field] === after[field] ? [] : [{ kind: 'ruleSetText', field } as const],
    ),
    ...(isSame(frameOf(before), frameOf(after)) ? [] : [{ kind: 'frame' } as const]),
  ];
}

function levelDifferences(before: RuleSet, after: RuleSet): readonly RuleSetDifference[] {
  return [
    ...added(before.levels, after.levels).map(
      ({ name, total }): RuleSetDifference => ({ kind: 'levelAdded', level: name, total }),
    ),
    ...added(after.levels, before.levels).map(({ name }): RuleSetDifference => ({ kind: 'levelRemoved', level: name })),
    ...pairs(before.levels, after.levels).flatMap(([was, is]): readonly RuleSetDifference[] => [
      ...(was.total === is.total
        ? []
        : [{ kind: 'threshold', level: is.name, before: was.total, after: is.total } as const]),
      ...[...new Set([...Object.keys(was.dimensions), ...Object.keys(is.dimensions)])].flatMap((id) => {
        const [least, now] = [was.dimensions[id] ?? null, is.dimensions[id] ?? null];
        const dimension = [...after.dimensions, ...before.dimensions].find((one) => one.id === id)?.name ?? id;
        return least === now
          ? []
          : [{ kind: 'minimum', level: is.name, dimension, before: least, after: now } as const];
      }),
      ...(isSame([was.name, was.route, was.followUpHours], [is.name, is.route, is.followUpHours])
        ? []
        : [{ kind: 'levelReshaped', level: is.name } as const]),
    ]),
  ];
}

const limitDifferences = (of: string | null, before: Limits, after: Limits): readonly RuleSetDifference[] =>
  (['min', 'max'] as const).flatMap((end) =>
    before[end] === after[end]
      ? []
      : [{ kind: 'limit', of, end, before: before[end] ?? null, after: after[end] ?? null }],
  );

function ruleDifferences(was: Rule, is: Rule): readonly RuleSetDifference[] {
  const rule = is.name;
  return [
    ...('points' in was && 'points' in is && was.points !== is.points
      ? [{ kind: 'points', rule, before: was.points, after: is.points } as const]
      : []),
    ...(was.enabled === is.enabled ? [] : [{ kind: 'switched', rule, isOn: is.enabled } as const]),
    ...(was.disqualifies === is.disqualifies ? [] : [{ kind: 'disqualifies', rule, isNow: is.disqualifies } as const]),
    ...(isSame(shapeOf(was), shapeOf(is)) ? [] : [{ kind: 'ruleReshaped', rule } as const]),
  ];
}

const NO_DECAY: Decay = { kind: 'none' };
const decayOf = (rule: Rule): Decay => ('decay' in rule ? rule.decay : NO_DECAY);

/** Of rules that are of one kind before and after; of others it is part of their shape. */
function fadingDifferences(before: RuleSet, after: RuleSet): readonly RuleSetDifference[] {
  const byChange = new Map<string, { rules: string[]; before: Decay; after: Decay }>();
  for (const [was, is] of pairs(before.rules, after.rules)) {
    const [former, now] = [decayOf(was), decayOf(is)];
    if (was.kind !== is.kind || isSame(former, now)) continue;
    const key = canonical([former, now]);
    const known = byChange.get(key) ?? { rules: [], before: former, after: now };
    known.rules.push(is.name);
    byChange.set(key, known);
  }
  return [...byChange.values()].map((change) => ({ kind: 'fading', ...change }));
}

/** A rule without what is told apart from it. */
const shapeOf = (rule: Rule): object => ({
  ...rule,
  enabled: true,
  disqualifies: false,
  points: 0,
  decay: null,
});

const frameOf = ({ dimensions, groups, ignore, recycle }: RuleSet): unknown => [
  dimensions.map(({ id, name }) => [id, name]),
  groups.map(({ id, name, dimension, combine }) => [id, name, dimension, combine]),
  ignore,
  recycle,
];

type Named = { readonly id: string };
const added = <T extends Named>(before: readonly T[], after: readonly T[]): readonly T[] =>
  after.filter(({ id }) => !before.some((other) => other.id === id));

/** What both have, by id, in the order of the later. */
const pairs = <T extends Named>(before: readonly T[], after: readonly T[]): readonly (readonly [T, T])[] =>
  after.flatMap((is) => {
    const was = before.find(({ id }) => id === is.id);
    return was === undefined ? [] : [[was, is] as const];
  });
