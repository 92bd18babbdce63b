/** Every lever of a rule set that has a say at a level, each with the rule sets in which it alone is moved. */
import { DAYS, POINTS } from '../rule-set/document-reader.ts';
import { replaceLevel, setLevelMinimum } from '../rule-set/edit-levels.ts';
import { replaceRule, setRuleEnabled } from '../rule-set/edit-rules.ts';
import type { Decay, Level, Limits, Rule, RuleSet } from '../rule-set/rule-set.ts';
import { quarterOf, steppedTo, thresholdStep } from './lever-step.ts';

export type LeverName =
  | { readonly kind: 'off'; readonly ruleId: string; readonly name: string }
  | { readonly kind: 'points'; readonly ruleId: string; readonly name: string }
  | { readonly kind: 'threshold'; readonly level: string; readonly name: string }
  | { readonly kind: 'minimum'; readonly dimension: string; readonly name: string }
  /** All rules that fade in one way and time. */
  | {
      readonly kind: 'decay';
      readonly decay: Exclude<Decay['kind'], 'none'>;
      readonly days: number;
      readonly rules: number;
    }
  | {
      readonly kind: 'limit';
      readonly of: 'total' | 'dimension' | 'group';
      readonly id: string;
      readonly name: string;
      readonly end: 'min' | 'max';
    };

export interface Lever {
  readonly lever: LeverName;
  /** Several for the points of bands; none for a rule that is on. */
  readonly present: readonly number[];
  readonly lower: LeverMove | null;
  readonly higher: LeverMove | null;
}

export interface LeverMove {
  /** What the lever then stands at; none for a rule that is off. */
  readonly values: readonly number[];
  readonly ruleSet: RuleSet;
}

/** `level`: one of the rule set's. What is off stays off and has no lever. */
export function leversOf(ruleSet: RuleSet, level: Level): readonly Lever[] {
  const enabled = ruleSet.rules.filter((rule) => rule.enabled);
  return [
    thresholdLever(ruleSet, level),
    ...minimumLevers(ruleSet, level),
    ...enabled.map((rule) => offLever(ruleSet, rule)),
    ...enabled.flatMap((rule) => pointsLever(ruleSet, rule)),
    ...decayLevers(ruleSet, enabled),
    ...limitLevers(ruleSet),
  ];
}

function thresholdLever(ruleSet: RuleSet, level: Level): Lever {
  const step = thresholdStep(level.total);
  const at = (value: number): LeverMove | null =>
    steppedTo([value], POINTS, ([total = value]) => replaceLevel(ruleSet, level.id, { ...level, total }));
  return {
    lever: { kind: 'threshold', level: level.id, name: level.name },
    present: [level.total],
    lower: at(level.total - step),
    higher: at(level.total + step),
  };
}

function minimumLevers(ruleSet: RuleSet, level: Level): readonly Lever[] {
  const step = thresholdStep(level.total);
  return Object.entries(level.dimensions).map(([dimension, least]): Lever => {
    const at = (value: number): LeverMove | null =>
      steppedTo([value], POINTS, ([points = value]) =>
        replaceLevel(ruleSet, level.id, setLevelMinimum(level, dimension, points)),
      );
    const name = ruleSet.dimensions.find(({ id }) => id === dimension)?.name ?? dimension;
    return {
      lever: { kind: 'minimum', dimension, name },
      present: [least],
      lower: at(least - step),
      higher: at(least + step),
    };
  });
}

const offLever = (ruleSet: RuleSet, { id, name }: Rule): Lever => ({
  lever: { kind: 'off', ruleId: id, name },
  present: [],
  lower: { values: [], ruleSet: setRuleEnabled(ruleSet, id, false) },
  higher: null,
});

/** The points of a rule go up or down together: of bands each by a quarter of its own. A band of 0 stays. */
function pointsLever(ruleSet: RuleSet, rule: Rule): readonly Lever[] {
  const present = rule.kind === 'bands' ? rule.bands.map(({ points }) => points) : [rule.points];
  if (present.every((points) => points === 0)) return [];
  const moved = (sign: -1 | 1): LeverMove | null =>
    steppedTo(
      present.map((points) => (points === 0 ? 0 : points + sign * quarterOf(points))),
      POINTS,
      (values) => replaceRule(ruleSet, rule.id, withPoints(rule, values)),
    );
  return [{ lever: { kind: 'points', ruleId: rule.id, name: rule.name }, present, lower: moved(-1), higher: moved(1) }];
}

const withPoints = (rule: Rule, values: readonly number[]): Rule =>
  rule.kind === 'bands'
    ? { ...rule, bands: rule.bands.map((band, index) => ({ ...band, points: values[index] ?? band.points })) }
    : { ...rule, points: values[0] ?? rule.points };

function decayLevers(ruleSet: RuleSet, enabled: readonly Rule[]): readonly Lever[] {
  const decays = new Map<string, FadingDecay>();
  const rulesByKey = new Map<string, number>();
  for (const rule of enabled) {
    const decay = fadingOf(rule);
    if (decay === null) continue;
    const key = JSON.stringify(decay);
    decays.set(key, decay);
    rulesByKey.set(key, (rulesByKey.get(key) ?? 0) + 1);
  }
  return [...decays].map(([key, decay]): Lever => {
    const days = daysOf(decay);
    const at = (value: number): LeverMove | null =>
      steppedTo([value], DAYS, ([moved = value]) => ({
        ...ruleSet,
        rules: ruleSet.rules.map((rule) =>
          JSON.stringify(fadingOf(rule)) === key ? withDecay(rule, withDays(decay, moved)) : rule,
        ),
      }));
    const step = quarterOf(days);
    return {
      lever: { kind: 'decay', decay: decay.kind, days, rules: rulesByKey.get(key) ?? 0 },
      present: [days],
      lower: at(days - step),
      higher: at(days + step),
    };
  });
}

type FadingDecay = Exclude<Decay, { readonly kind: 'none' }>;

/** Null for a rule that never fades. */
const fadingOf = (rule: Rule): FadingDecay | null =>
  (rule.kind === 'activity' || rule.kind === 'inactivity') && rule.decay.kind !== 'none' ? rule.decay : null;

export const withDecay = (rule: Rule, decay: Decay): Rule =>
  rule.kind === 'activity' || rule.kind === 'inactivity' ? { ...rule, decay } : rule;

const daysOf = (decay: FadingDecay): number => (decay.kind === 'steps' ? decay.everyDays : decay.days);

const withDays = (decay: FadingDecay, days: number): FadingDecay =>
  decay.kind === 'steps' ? { ...decay, everyDays: days } : { ...decay, days };

function limitLevers(ruleSet: RuleSet): readonly Lever[] {
  return [
    ...limitsOf(ruleSet.total, { of: 'total', id: '', name: '' }, (total) => ({ ...ruleSet, total })),
    ...ruleSet.dimensions.flatMap((dimension) =>
      limitsOf(dimension, { of: 'dimension', id: dimension.id, name: dimension.name }, (limits) => ({
        ...ruleSet,
        dimensions: ruleSet.dimensions.map((one) => (one.id === dimension.id ? { ...one, ...limits } : one)),
      })),
    ),
    ...ruleSet.groups.flatMap((group) =>
      limitsOf(group, { of: 'group', id: group.id, name: group.name }, (limits) => ({
        ...ruleSet,
        groups: ruleSet.groups.map((one) => (one.id === group.id ? { ...one, ...limits } : one)),
      })),
    ),
  ];
}

type LimitOwner = Pick<Extract<LeverName, { readonly kind: 'limit' }>, 'of' | 'id' | 'name'>;

/** A limit of 0 says that nothing falls below or rises above nought, which is no matter of a quarter more. */
function limitsOf(limits: Limits, owner: LimitOwner, placed: (limits: Limits) => RuleSet): readonly Lever[] {
  return (['min', 'max'] as const).flatMap((end): readonly Lever[] => {
    const present = limits[end];
    if (present === undefined || present === 0) return [];
    const at = (value: number): LeverMove | null => {
      const limited = (moved: number): Limits => ({ ...limitsAlone(limits), [end]: moved });
      const { min = value, max = value } = limited(value);
      return min > max ? null : steppedTo([value], POINTS, ([moved = value]) => placed(limited(moved)));
    };
    const step = quarterOf(present);
    return [
      {
        lever: { kind: 'limit', ...owner, end },
        present: [present],
        lower: at(present - step),
        higher: at(present + step),
      },
    ];
  });
}

const limitsAlone = ({ min, max }: Limits): Limits => ({
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});
