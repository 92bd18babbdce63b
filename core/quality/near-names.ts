import { type Column, MISSING } from '../history/history.ts';
import { foldText, wordsOf } from '../text.ts';
import type { NearNames } from './finding.ts';
import type { QualityData } from './quality-data.ts';
import { touchedBy } from './touched.ts';
import { doubtWeight } from './weight.ts';

/** In larger companies only equal names are looked for, so that the time grows with the leads, not with their pairs. */
const MOST_TO_COMPARE = 24;
/** Shorter names differ from others by one letter too often. */
const FEWEST_LETTERS = 8;

/**
 * Leads of one company whose names are equal without case, accents, punctuation and order of words, or differ by one
 * letter (at least 8 letters), and that do not share an address, which `sharedEmails` tells. Null when there is none, or no
 * attribute is a company or a name.
 */
export function nearNames(data: QualityData): NearNames | null {
  const { company, name, first, last, email } = data.naming;
  const parts = name === undefined ? [first, last].filter((column) => column !== undefined) : [name];
  if (company === undefined || parts.length === 0) return null;
  const companyKeys = company.cells.map(nameKey);
  const partKeys = parts.map((column) => column.cells.map(nameKey));
  const keyOf = (lead: number): string =>
    parts
      .map((column, part) => partKeys[part]?.[column.codes[lead] ?? MISSING] ?? '')
      .join(' ')
      .trim();
  const mask = new Uint8Array(data.outcome.length);
  let groups = 0;
  for (const leads of blocksOf(company, companyKeys, data.outcome.length)) {
    groups += markNear(leads, leads.map(keyOf), email, mask);
  }
  if (groups === 0) return null;
  const touched = touchedBy(data, mask);
  return { kind: 'nearNames', groups, touched, weight: doubtWeight(touched.leads - groups, data) };
}

/** Folded, without accents and punctuation, words in alphabetical order: "Nováková, Anna" → "anna novakova". */
function nameKey(text: string): string {
  const plain = foldText(text).normalize('NFD').replaceAll(MARKS, '');
  return [...wordsOf(plain)].sort().join(' ');
}

const MARKS = /\p{M}/gu;

/** Leads of companies with more than one. */
function blocksOf(company: Column, keys: readonly string[], count: number): readonly (readonly number[])[] {
  const leadsByCompany = new Map<string, number[]>();
  for (let lead = 0; lead < count; lead += 1) {
    const key = keys[company.codes[lead] ?? MISSING] ?? '';
    if (key === '') continue;
    const leads = leadsByCompany.get(key);
    if (leads === undefined) leadsByCompany.set(key, [lead]);
    else leads.push(lead);
  }
  return [...leadsByCompany.values()].filter((leads) => leads.length > 1);
}

/** Marks the leads of one company that have a near name among the others; how many sets of such there are. */
function markNear(
  leads: readonly number[],
  keys: readonly string[],
  email: Column | undefined,
  mask: Uint8Array,
): number {
  const groupOf = leads.map((_, index) => index);
  const codeOf = (index: number): number => email?.codes[leads[index] ?? 0] ?? MISSING;
  const join = (left: number, right: number): void => {
    if (codeOf(left) !== MISSING && codeOf(left) === codeOf(right)) return;
    const from = groupOf[right];
    const to = groupOf[left] ?? left;
    groupOf.forEach((group, index) => {
      if (group === from) groupOf[index] = to;
    });
    mask[leads[left] ?? 0] = 1;
    mask[leads[right] ?? 0] = 1;
  };
  const firstByKey = new Map<string, number>();
  keys.forEach((key, index) => {
    if (key === '') return;
    const known = firstByKey.get(key);
    if (known === undefined) firstByKey.set(key, index);
    else join(known, index);
  });
  if (leads.length <= MOST_TO_COMPARE) {
    const distinct = [...firstByKey];
    distinct.forEach(([key, index], place) => {
      for (const [other, otherIndex] of distinct.slice(place + 1)) if (differByOne(key, other)) join(index, otherIndex);
    });
  }
  return new Set(groupOf.filter((_, index) => mask[leads[index] ?? 0] === 1)).size;
}

/** Whether one letter was changed, left out or added. */
function differByOne(left: string, right: string): boolean {
  const gap = Math.abs(left.length - right.length);
  if (gap > 1 || Math.min(left.length, right.length) < FEWEST_LETTERS) return false;
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < shorter - start && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1;
  return Math.max(left.length, right.length) - start - end === 1;
}
