import { itemAt } from '../../at.ts';
import { firstGroups, type LeadGroups, partedBy } from './lead-groups.ts';
import type { LearningData, LearningLimits } from './learning-data.ts';
import { fitSparse, type SparseFit } from './sparse-fit.ts';

/** A set of features with its best weights that are not yet round. */
export interface Support {
  /** In the order in which they were taken. */
  readonly features: readonly number[];
  readonly groups: LeadGroups;
  readonly fit: SparseFit;
}

/** So many sets of a size go on to the next size, each with so many features more. */
const PARENTS = 5;
const CHILDREN = 10;
/** In place of each feature of the best set, so many others are tried: the near-equal cards. */
const SWAPS = 5;
/** When so many rules more have not said more than chance would, the search ends. */
const PATIENCE = 3;
/** A single rule makes the odds at most e⁵ times as high (FasterRisk's box). */
const MOST_WEIGHT = 5;

/** The set without features, which every other begins from. */
export function emptySupport(data: LearningData): Support {
  const groups = firstGroups(data);
  const leads = groups.leads.reduce((sum, one) => sum + one, 0);
  const converted = groups.converted.reduce((sum, one) => sum + one, 0);
  const intercept = Math.log((converted + 0.5) / (leads - converted + 0.5));
  return {
    features: [],
    groups,
    fit: fitSparse(groups, { lowest: [], highest: [] }, { intercept, given: 0, weights: [] }),
  };
}

/**
 * Beam search for sparse logistic regressions (STATISTICS.md 5, after FasterRisk): the sets of each size that fit best, and
 * those that take another feature in place of one of the best set. Yields after each piece of work; what a size finds does
 * not depend on `mostRules`, so that more rules only add sets. `demandOf`: the log-likelihood that so many rules have to add.
 */
export function* searchSupports(
  data: LearningData,
  limits: LearningLimits,
  demandOf: (rules: number) => number,
): Generator<undefined, readonly Support[]> {
  const found: Support[] = [];
  let parents: readonly Support[] = [emptySupport(data)];
  let best = { criterion: Number.NEGATIVE_INFINITY, size: 0 };
  for (let size = 1; size <= limits.mostRules && parents.length > 0 && size <= best.size + PATIENCE; size += 1) {
    const children = new Map<string, Support>();
    for (const parent of parents) {
      for (const feature of bestAdditions(parent, data, limits, CHILDREN))
        addChild(children, parent, feature, data, limits);
      yield;
    }
    const first = byFit(children.values())[0];
    if (first !== undefined && size > 1) {
      for (const left of first.features) {
        const rest = without(first, left, data, limits);
        for (const feature of bestAdditions(rest, data, limits, SWAPS)) addChild(children, rest, feature, data, limits);
        yield;
      }
    }
    const sorted = byFit(children.values());
    parents = sorted.slice(0, PARENTS);
    found.push(...sorted.slice(0, PARENTS + SWAPS));
    const criterion = (sorted[0]?.fit.logLikelihood ?? Number.NEGATIVE_INFINITY) - demandOf(size);
    if (criterion > best.criterion) best = { criterion, size };
  }
  return found;
}

const byFit = (supports: Iterable<Support>): readonly Support[] =>
  [...supports].sort(
    (left, right) =>
      right.fit.logLikelihood - left.fit.logLikelihood ||
      (supportKey(left.features) < supportKey(right.features) ? -1 : 1),
  );

export const supportKey = (features: readonly number[]): string => [...features].sort((a, b) => a - b).join(' ');

function addChild(
  children: Map<string, Support>,
  parent: Support,
  feature: number,
  data: LearningData,
  limits: LearningLimits,
): void {
  const features = [...parent.features, feature];
  const key = supportKey(features);
  if (!children.has(key)) children.set(key, grown(parent, feature, data, limits));
}

function grown(parent: Support, feature: number, data: LearningData, limits: LearningLimits): Support {
  const features = [...parent.features, feature];
  const groups = partedBy(parent.groups, itemAt(data.features, feature), data);
  const { intercept, given, weights } = parent.fit;
  return {
    features,
    groups,
    fit: fitSparse(groups, boundsOf(features, limits), { intercept, given, weights: [...weights, 0] }),
  };
}

function without(support: Support, left: number, data: LearningData, limits: LearningLimits): Support {
  const features = support.features.filter((feature) => feature !== left);
  const groups = features.reduce(
    (parts, feature) => partedBy(parts, itemAt(data.features, feature), data),
    firstGroups(data),
  );
  const weights = support.fit.weights.filter((_, place) => support.features[place] !== left);
  return { features, groups, fit: fitSparse(groups, boundsOf(features, limits), { ...support.fit, weights }) };
}

const boundsOf = (features: readonly number[], { lowest, highest }: LearningLimits) => ({
  lowest: features.map((feature) => ((lowest[feature] ?? 0) < 0 ? -MOST_WEIGHT : 0)),
  highest: features.map((feature) => ((highest[feature] ?? 0) > 0 ? MOST_WEIGHT : 0)),
});

/** The features that the likelihood rises most steeply with: |Σ(p − y)x| / √Σx², in a direction that their bounds allow. */
function bestAdditions(
  { features, groups, fit }: Support,
  data: LearningData,
  { lowest, highest }: LearningLimits,
  most: number,
): readonly number[] {
  const taken = new Set(features);
  const steepness: { readonly feature: number; readonly value: number }[] = [];
  const leadsOf = new Float64Array(groups.count);
  data.features.forEach((rows, feature) => {
    if (taken.has(feature)) return;
    leadsOf.fill(0);
    let slope = 0;
    let leads = 0;
    for (let place = 0; place < rows.length; place += 1) {
      const row = rows[place] ?? 0;
      const group = groups.groupOf[row] ?? 0;
      leadsOf[group] = (leadsOf[group] ?? 0) + (data.leads[row] ?? 0);
      slope += data.converted[row] ?? 0;
    }
    // Whole numbers by group first: the order of the rows must not show in the last digits.
    for (let group = 0; group < groups.count; group += 1) {
      leads += leadsOf[group] ?? 0;
      slope -= (leadsOf[group] ?? 0) * (fit.chance[group] ?? 0);
    }
    if (leads === 0 || (slope > 0 ? (highest[feature] ?? 0) <= 0 : (lowest[feature] ?? 0) >= 0)) return;
    steepness.push({ feature, value: Math.abs(slope) / Math.sqrt(leads) });
  });
  return steepness
    .sort((left, right) => right.value - left.value || left.feature - right.feature)
    .slice(0, most)
    .map(({ feature }) => feature);
}
