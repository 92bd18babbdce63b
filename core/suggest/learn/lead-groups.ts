import type { LearningData } from './learning-data.ts';

/**
 * Leads that a set of features does not tell apart, as one group: a card of eight rules has at most 256, however many leads
 * there are. Groups are in an order that does not depend on the order of the rows.
 */
export interface LeadGroups {
  readonly count: number;
  /** By row. */
  readonly groupOf: Int32Array;
  /** By group. */
  readonly leads: Float64Array;
  readonly converted: Float64Array;
  readonly given: Float64Array;
  /** By feature of the set, then by group: 1, the leads have it. */
  readonly has: readonly Uint8Array[];
}

/** The groups of no feature: one, or one for each number of points given beforehand. */
export function firstGroups({ leads, converted, given }: LearningData): LeadGroups {
  const values = given === null ? Float64Array.of(0) : Float64Array.from(new Set(given)).sort();
  const placeByValue = new Map([...values].map((value, place) => [value, place]));
  const groupOf =
    given === null ? new Int32Array(leads.length) : Int32Array.from(given, (value) => placeByValue.get(value) ?? 0);
  return {
    count: values.length,
    groupOf,
    ...counted(groupOf, values.length, leads, converted),
    given: values,
    has: [],
  };
}

/** Each group parted into the leads without the feature and those with it; empty parts left out. */
export function partedBy(groups: LeadGroups, feature: Int32Array, { leads, converted }: LearningData): LeadGroups {
  const groupOf = new Int32Array(groups.groupOf.length);
  for (let row = 0; row < groupOf.length; row += 1) groupOf[row] = 2 * (groups.groupOf[row] ?? 0);
  for (let place = 0; place < feature.length; place += 1) {
    const row = feature[place] ?? 0;
    groupOf[row] = (groupOf[row] ?? 0) + 1;
  }
  const isMet = new Uint8Array(2 * groups.count);
  for (let row = 0; row < groupOf.length; row += 1) isMet[groupOf[row] ?? 0] = 1;
  const parts: number[] = [];
  const placeOfPart = new Int32Array(isMet.length);
  isMet.forEach((met, part) => {
    if (met === 1) placeOfPart[part] = parts.push(part) - 1;
  });
  for (let row = 0; row < groupOf.length; row += 1) groupOf[row] = placeOfPart[groupOf[row] ?? 0] ?? 0;
  return {
    count: parts.length,
    groupOf,
    ...counted(groupOf, parts.length, leads, converted),
    given: Float64Array.from(parts, (part) => groups.given[part >> 1] ?? 0),
    has: [
      ...groups.has.map((has) => Uint8Array.from(parts, (part) => has[part >> 1] ?? 0)),
      Uint8Array.from(parts, (part) => part & 1),
    ],
  };
}

function counted(groupOf: Int32Array, count: number, leads: Int32Array, converted: Int32Array) {
  const counts = { leads: new Float64Array(count), converted: new Float64Array(count) };
  for (let row = 0; row < groupOf.length; row += 1) {
    const group = groupOf[row] ?? 0;
    counts.leads[group] = (counts.leads[group] ?? 0) + (leads[row] ?? 0);
    counts.converted[group] = (counts.converted[group] ?? 0) + (converted[row] ?? 0);
  }
  return counts;
}
