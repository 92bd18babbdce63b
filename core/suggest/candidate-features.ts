import { leadTable } from '../conditions/table.ts';
import type { History } from '../history/history.ts';
import { lateActivities } from '../quality/late-activities.ts';
import { leakingAttributes } from '../quality/leaking-attributes.ts';
import type { QualityData } from '../quality/quality-data.ts';
import { foldText } from '../text.ts';
import { attributeFeatures } from './attribute-features.ts';
import { behaviourFeatures, ignoredActivities } from './behaviour-features.ts';
import { type ChoosingLeads, type Feature, leastLeads } from './feature.ts';
import { signOf } from './learning-limits.ts';
import type { LeftOut, SuggestionConstraints, SuggestionQuestion } from './suggestion.ts';

/** So many go into the search, those that tell most when taken alone. */
const MOST_FEATURES = 200;

/** A type with so large a share after the hand-over is a consequence of it; what readier leads do goes on for a while, too. */
const LATE = 0.8;

/** What cards may not read: leaks, today's totals, names and dates, and what people have said no to. In the order of names. */
export function leftOut(data: QualityData, { keptOut, constraints }: SuggestionQuestion): readonly LeftOut[] {
  const signs = new Map(leakingAttributes(data).map((finding) => [finding.attribute, finding.signs]));
  const { name, first, last } = data.naming;
  const attributes = data.attributes.flatMap((column): readonly LeftOut[] => {
    const attribute = column.name;
    const leaks = signs.get(attribute);
    if (constraints.forbidden.includes(attribute)) return [{ attribute, why: 'forbidden' }];
    if (keptOut.includes(attribute)) return [{ attribute, why: 'keptOut' }];
    if (leaks !== undefined) return [{ attribute, why: leaks.every(isTotal) ? 'todaysTotal' : 'leaking' }];
    if ([name, first, last].includes(column)) return [{ attribute, why: 'name' }];
    return column.kind === 'date' ? [{ attribute, why: 'date' }] : [];
  });
  const late = (lateActivities(data)?.types ?? [])
    .filter(({ rows, afterHandover }) => afterHandover >= LATE * rows)
    .map(({ type }): LeftOut => ({ activity: type, why: 'late' }));
  const nameOf = (one: LeftOut): string => ('attribute' in one ? `0 ${one.attribute}` : `1 ${one.activity}`);
  return [...attributes, ...late].sort((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));
}

const isTotal = (sign: { readonly kind: string; readonly suggests?: string }): boolean =>
  sign.kind === 'todaysTotal' || sign.suggests === 'total';

/**
 * Everything that a rule could ask of the leads to choose on, in an order that does not depend on that of the history. Yields
 * after each attribute and each type of activity.
 */
export function* candidateFeatures(
  data: QualityData,
  question: SuggestionQuestion,
  out: readonly LeftOut[],
  chosen: ChoosingLeads,
): Generator<undefined, readonly Feature[]> {
  const { history } = data;
  const table = leadTable(history);
  const features: Feature[] = [];
  for (const column of data.attributes) {
    if (out.some((one) => 'attribute' in one && one.attribute === column.name)) continue;
    features.push(...attributeFeatures(column, chosen, table, column !== data.naming.company));
    yield;
  }
  const ignored = ignoredActivities(history, question.present?.ignore ?? []);
  for (const type of activityTypes(history)) {
    if (out.some((one) => 'activity' in one && foldText(one.activity) === foldText(type))) continue;
    features.push(...behaviourFeatures(history, type, chosen, ignored));
    yield;
  }
  return mostTelling(features, chosen, question.constraints);
}

/** Each type in one spelling, the first of them in alphabetical order. */
function activityTypes({ activities }: History): readonly string[] {
  const spellings = new Map<string, string>();
  for (const cell of activities.type.cells.toSorted()) {
    const folded = foldText(cell);
    if (!spellings.has(folded)) spellings.set(folded, cell);
  }
  return [...spellings.values()];
}

/**
 * Without those that too few leads have or lack, those that the very same leads have, and of two that part the leads alike
 * (yes and no) the one that more have; where signs are given the other may be the one that is allowed.
 */
function mostTelling(
  features: readonly Feature[],
  chosen: ChoosingLeads,
  constraints: SuggestionConstraints,
): readonly Feature[] {
  const leads = chosen.leads.length;
  const converted = chosen.converted.reduce((sum, one) => sum + one, 0);
  const least = leastLeads(leads);
  const byKey = new Map(features.map((feature) => [feature.key, feature]));
  const byParting = new Map<string, Feature>();
  for (const feature of [...byKey.values()].sort(plainer)) {
    if (feature.rows.length < least || leads - feature.rows.length < least) continue;
    const rows = rowsKey(feature.rows);
    const parting = signOf(feature, constraints) === 'any' ? partingKey(feature.rows, leads) : rows;
    const alike = byParting.get(parting);
    if (alike === undefined || feature.rows.length < alike.rows.length) byParting.set(parting, feature);
  }
  return [...byParting.values()]
    .map((feature) => ({ feature, tells: difference(feature.rows, chosen.converted, converted / leads, leads) }))
    .sort((left, right) => right.tells - left.tells || plainer(left.feature, right.feature))
    .slice(0, MOST_FEATURES)
    .map(({ feature }) => feature)
    .sort((left, right) => (left.key < right.key ? -1 : 1));
}

const plainer = (left: Feature, right: Feature): number =>
  left.name.length - right.name.length || (left.key < right.key ? -1 : 1);

/** Two 32-bit hashes and the count: enough to tell some thousand sets apart. */
function rowsKey(rows: Int32Array): string {
  let one = 17;
  let other = 31;
  for (const row of rows) {
    one = Math.imul(one ^ row, 0x9e3779b1);
    other = Math.imul(other + row, 0x85ebca6b) ^ (other >>> 13);
  }
  return `${rows.length} ${one} ${other}`;
}

/** The same for a set and for all leads that are not in it. */
function partingKey(rows: Int32Array, leads: number): string {
  if (rows[0] !== 0) return `parting ${rowsKey(rows)}`;
  const others = new Int32Array(leads - rows.length);
  let place = 0;
  let next = 0;
  for (let row = 0; row < leads; row += 1) {
    if (rows[next] === row) next += 1;
    else others[place++] = row;
  }
  return `parting ${rowsKey(others)}`;
}

/** Standardised difference between the converted that have it and those expected. */
function difference(rows: Int32Array, converted: Uint8Array, base: number, leads: number): number {
  let found = 0;
  for (const row of rows) found += converted[row] ?? 0;
  const spread = Math.sqrt(rows.length * base * (1 - base) * (1 - rows.length / leads));
  return Math.abs(found - rows.length * base) / spread;
}
