/** The score of one lead as its awards come in: apply what happens at an instant, then read. */
import { createAccumulator } from './accumulator.ts';
import type { ScorePlan } from './score-plan.ts';

export interface Scorer {
  /** Starts a lead: no awards but those of its attributes. */
  readonly begin: (lead: number) => void;
  /** False when the rule gives no award there (switched off, or beyond its `max`). */
  readonly award: (slot: number, ordinal: number, hour: number) => boolean;
  /** Ends the standing awards of the cleared dimensions; true when one of them still had a weight. */
  readonly recycle: (hour: number) => boolean;
  /** The total at an hour; leaves the dimensions' values in `dimensionValues`. */
  readonly total: (hour: number) => number;
  readonly dimensionValues: Float64Array;
  readonly disqualified: (hour: number) => boolean;
}

export function createScorer(plan: ScorePlan): Scorer {
  const accumulators = plan.accumulators.map(createAccumulator);
  const cleared = plan.cleared.flatMap((index) => accumulators[index] ?? []);
  const dimensionStatic = new Float64Array(plan.dimensions.length);
  const groupCount = plan.dimensions.reduce((count, dimension) => count + dimension.groups.length, 0);
  const groupStatic = new Float64Array(groupCount);
  const groupStaticStands = new Uint8Array(groupCount);
  const dimensionValues = new Float64Array(plan.dimensions.length);
  const watchedHour = new Float64Array(plan.watchedLifetimes.length);
  let staticallyDisqualified = false;
  // Each place's accumulators as objects: an index look-up less in the innermost loop.
  const places = plan.dimensions.map((dimension) => ({
    ...dimension,
    sums: dimension.accumulators.flatMap((index) => accumulators[index] ?? []),
    groups: dimension.groups.map((group) => ({ ...group, sums: group.accumulators.flatMap((index) => accumulators[index] ?? []) })),
  }));

  const addStatics = (lead: number): void => {
    for (const rule of plan.statics) {
      const found = rule.values[lead] ?? Number.NaN;
      if (Number.isNaN(found)) continue;
      const count = rule.pointsByValue === null ? Math.min(found, rule.max) : 1;
      if (count <= 0) continue;
      const points = rule.pointsByValue === null ? rule.points * count : (rule.pointsByValue[found] ?? 0);
      if (rule.disqualifies) staticallyDisqualified = true;
      if (rule.group < 0) dimensionStatic[rule.dimension] = (dimensionStatic[rule.dimension] ?? 0) + points;
      else if (rule.best) {
        groupStatic[rule.group] = groupStaticStands[rule.group] === 1 ? Math.max(groupStatic[rule.group] ?? 0, points) : points;
        groupStaticStands[rule.group] = 1;
      } else groupStatic[rule.group] = (groupStatic[rule.group] ?? 0) + points;
    }
  };

  return {
    dimensionValues,
    begin: (lead) => {
      for (const accumulator of accumulators) accumulator.reset();
      dimensionStatic.fill(0);
      groupStatic.fill(0);
      groupStaticStands.fill(0);
      watchedHour.fill(Number.NaN);
      staticallyDisqualified = false;
      addStatics(lead);
    },
    award: (slot, ordinal, hour) => {
      const rule = plan.slots[slot];
      if (rule === null || rule === undefined || ordinal >= rule.max) return false;
      accumulators[rule.accumulator]?.add(rule.points, hour);
      if (rule.watch >= 0) watchedHour[rule.watch] = hour;
      return true;
    },
    recycle: (hour) => {
      let ended = false;
      for (const accumulator of cleared) {
        ended ||= accumulator.hasStanding(hour);
        accumulator.reset();
      }
      for (const watch of plan.clearedWatches) watchedHour[watch] = Number.NaN;
      return ended;
    },
    total: (hour) => {
      let total = 0;
      for (let index = 0; index < places.length; index += 1) {
        const place = places[index];
        if (place === undefined) continue;
        let value = dimensionStatic[index] ?? 0;
        for (const sum of place.sums) value += sum.value(hour);
        for (const group of place.groups) {
          let inGroup = groupStatic[group.index] ?? 0;
          if (group.best) {
            let stands = groupStaticStands[group.index] === 1;
            for (const sum of group.sums) {
              if (!sum.hasStanding(hour)) continue;
              inGroup = stands ? Math.max(inGroup, sum.value(hour)) : sum.value(hour);
              stands = true;
            }
          } else for (const sum of group.sums) inGroup += sum.value(hour);
          value += hold(inGroup, group.min, group.max);
        }
        value = hold(value, place.min, place.max);
        dimensionValues[index] = value;
        total += value;
      }
      return hold(total, plan.total.min, plan.total.max);
    },
    disqualified: (hour) => {
      if (staticallyDisqualified) return true;
      for (let watch = 0; watch < watchedHour.length; watch += 1) {
        // NaN (no award) compares false.
        if (hour - (watchedHour[watch] ?? Number.NaN) < (plan.watchedLifetimes[watch] ?? 0)) return true;
      }
      return false;
    },
  };
}

const hold = (value: number, min: number, max: number): number => (value > max ? max : value < min ? min : value);
