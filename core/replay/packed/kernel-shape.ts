/**
 * What of a rule set the packed kernel is built for: which sums there are and where limits hold them, but no figure of
 * any of them. Levers move figures, so the kernel of a rule set serves all its moves; switching a limit on makes another.
 *
 * Only dimensions with activity or inactivity rules are in it. What else a lead has does not change with time and is
 * added when levels are read.
 */
import type { Decay, Dimension, Group, Rule, RuleSet } from '../../rule-set/rule-set.ts';
import { decayHours } from '../decay.ts';

export interface KernelShape {
  readonly dimensions: readonly DimensionShape[];
  readonly accumulators: readonly AccumulatorShape[];
  /** Accumulator of each activity and inactivity rule, by rule id. */
  readonly accumulatorByRule: ReadonlyMap<string, number>;
  /** Hours of the half-lives, ascending; the kernel knows only how many there are. */
  readonly halfLivesHours: readonly number[];
  /** How many figures a lead brings that stand inside a limit: each is a `base` of a dimension or a node. */
  readonly bases: number;
  /** A penalty may fade: then a score can rise where no award is made, and nobody looks there. */
  readonly tracksGiven: boolean;
  /** Whether a recycle clears anything. */
  readonly recycles: boolean;
  /** Whether an activity or inactivity rule disqualifies, in dimensions that a recycle clears and in those it does not. */
  readonly disqualifies: { readonly cleared: boolean; readonly kept: boolean };
  /** Whether a look counts only where the dimensions have their least values. */
  readonly hasLeasts: boolean;
}

export interface DimensionShape {
  /** In `ruleSet.dimensions`. */
  readonly index: number;
  readonly hasMin: boolean;
  readonly hasMax: boolean;
  readonly base: number | null;
  readonly nodes: readonly NodeShape[];
}

/** A group that has limits of its own or counts its best rule only, or all the other rules of the dimension together. */
export interface NodeShape {
  readonly group: string | null;
  readonly hasMin: boolean;
  readonly hasMax: boolean;
  readonly isBest: boolean;
  readonly base: number | null;
  readonly accumulators: readonly number[];
}

export interface AccumulatorShape {
  /** Index in `halfLivesHours`; null: its awards keep their value, or change it by entries of their own. */
  readonly halfLife: number | null;
  /** Loses value by the hour (linear decay). */
  readonly isSloped: boolean;
  /** Its standing awards are counted: in a best group with a penalty, nothing standing is not the same as 0. */
  readonly isCounted: boolean;
  /** Emptied by a recycle. */
  readonly isCleared: boolean;
}

export type TimedRule = Extract<Rule, { kind: 'activity' | 'inactivity' }>;

export const isTimed = (rule: Rule): rule is TimedRule => rule.kind === 'activity' || rule.kind === 'inactivity';

/** Whether what attributes, bands and counters give to the rule's place is held by a limit together with timed awards. */
export function kernelShape(ruleSet: RuleSet): KernelShape {
  const timed = ruleSet.rules.filter(isTimed);
  const halfLivesHours = [...new Set(timed.flatMap(({ decay }) => halfLifeHours(decay) ?? []))].sort(
    (left, right) => left - right,
  );
  const accumulators: AccumulatorShape[] = [];
  const accumulatorByRule = new Map<string, number>();
  let bases = 0;
  const addBase = (isNeeded: boolean): number | null => {
    if (!isNeeded) return null;
    bases += 1;
    return bases - 1;
  };
  const isCleared = (dimension: string): boolean => ruleSet.recycle?.clear.includes(dimension) === true;
  const addNode = (dimension: Dimension, group: Group | null, hasStatics: boolean): NodeShape => {
    const rules = timed.filter((rule) => rule.dimension === dimension.id && nodeGroup(ruleSet, rule) === group);
    const isBest = group?.combine === 'best';
    const isCounted = isBest && ruleSet.rules.some((rule) => rule.group === group?.id && canSubtract(rule));
    const keys = new Map<string, number>();
    for (const rule of rules) {
      const halfLife = halfLifeHours(rule.decay);
      const key = isBest ? rule.id : String(halfLife);
      const known = keys.get(key);
      const index = known ?? accumulators.length;
      const isSloped = rule.decay.kind === 'linear';
      if (known === undefined) {
        keys.set(key, index);
        const place = halfLife === null ? null : halfLivesHours.indexOf(halfLife);
        accumulators.push({ halfLife: place, isSloped, isCounted, isCleared: isCleared(dimension.id) });
      } else if (isSloped) {
        const before = accumulators[index];
        if (before !== undefined) accumulators[index] = { ...before, isSloped };
      }
      accumulatorByRule.set(rule.id, index);
    }
    return {
      group: group?.id ?? null,
      hasMin: group?.min !== undefined,
      hasMax: group?.max !== undefined,
      isBest,
      base: group === null ? null : addBase(hasStatics),
      accumulators: [...keys.values()],
    };
  };
  const dimensions = ruleSet.dimensions.flatMap((dimension, index): readonly DimensionShape[] => {
    const inside = ruleSet.rules.filter((rule) => rule.dimension === dimension.id);
    if (!inside.some(isTimed)) return [];
    const isLimited = dimension.min !== undefined || dimension.max !== undefined;
    const nodesOfGroups = ruleSet.groups
      .filter((group) => isOwnNode(group) && inside.some((rule) => rule.group === group.id && isTimed(rule)))
      .map((group) =>
        addNode(
          dimension,
          group,
          inside.some((rule) => rule.group === group.id && !isTimed(rule)),
        ),
      );
    const ownGroups = new Set(nodesOfGroups.map(({ group }) => group));
    // A group without a single rule may still lift its dimension: 0 held within its limits.
    const brings =
      inside.some((rule) => !isTimed(rule) && !ownGroups.has(rule.group ?? null)) ||
      ruleSet.groups.some((group) => group.dimension === dimension.id && isOwnNode(group) && !ownGroups.has(group.id));
    const base = addBase(isLimited && brings);
    return [
      {
        index,
        hasMin: dimension.min !== undefined,
        hasMax: dimension.max !== undefined,
        base,
        nodes: [addNode(dimension, null, false), ...nodesOfGroups].filter((node) => node.accumulators.length > 0),
      },
    ];
  });
  const timedDimensions = new Set(timed.map((rule) => rule.dimension));
  const disqualifying = timed.filter((rule) => rule.enabled && rule.disqualifies);
  return {
    dimensions,
    accumulators,
    accumulatorByRule,
    halfLivesHours,
    bases,
    tracksGiven: timed.some((rule) => rule.enabled && rule.points < 0 && rule.decay.kind !== 'none'),
    recycles: accumulators.some((accumulator) => accumulator.isCleared),
    disqualifies: {
      cleared: disqualifying.some((rule) => isCleared(rule.dimension)),
      kept: disqualifying.some((rule) => !isCleared(rule.dimension)),
    },
    hasLeasts:
      dimensions.length > 1 &&
      ruleSet.levels.some((level) => Object.keys(level.dimensions).some((id) => timedDimensions.has(id))),
  };
}

/** Equal for shapes that one kernel serves. */
export const shapeKey = (shape: KernelShape): string =>
  JSON.stringify({
    ...shape,
    accumulatorByRule: null,
    halfLivesHours: shape.halfLivesHours.length,
    dimensions: shape.dimensions.map(({ nodes, hasMin, hasMax, base }) => ({
      hasMin,
      hasMax,
      base,
      nodes: nodes.map((node) => ({ ...node, group: null })),
    })),
  });

export const isOwnNode = (group: Group): boolean =>
  group.combine === 'best' || group.min !== undefined || group.max !== undefined;

const halfLifeHours = (decay: Decay): number | null => (decay.kind === 'half-life' ? decayHours(decay.days) : null);

function nodeGroup(ruleSet: RuleSet, rule: Rule): Group | null {
  const group = ruleSet.groups.find(({ id }) => id === rule.group);
  return group !== undefined && isOwnNode(group) ? group : null;
}

function canSubtract(rule: Rule): boolean {
  if (!rule.enabled) return false;
  return rule.kind === 'bands' ? rule.bands.some(({ points }) => points < 0) : rule.points < 0;
}
