/** Rows of a working list in words, for files that go to other systems. English, as all that the app writes for machines. */
import type { ListName } from './list-name.ts';
import type { NextLevel } from './next-level.ts';
import type { ListReason } from './why-listed.ts';

const SUBJECT: Readonly<Record<ListName, string>> = {
  'sales-urgent': 'Call now',
  sales: 'Follow up',
  nurture: 'Nurture',
  recycle: 'Look again',
};

/** "Follow up: Anna Nowak (MQL)". */
export const subjectOf = (list: ListName, name: string, level: string | null): string =>
  `${SUBJECT[list]}: ${name}${level === null ? '' : ` (${level})`}`;

/** "Asked for a quote +40; Pricing page ×3 +24". */
export const whyOf = (reasons: readonly ListReason[]): string =>
  reasons
    .map(({ rule, points, awards }) => `${rule}${awards > 1 ? ` ×${awards}` : ''} +${inPoints(points)}`)
    .join('; ');

/** "12 points below MQL; Webinar +15 would do"; null: empty. */
export function nextOf(next: NextLevel | null): string {
  if (next === null) return '';
  const { name, lacks, acts } = next;
  const lacking = [
    ...(lacks.total > 0 ? [inPoints(lacks.total)] : []),
    ...lacks.dimensions.map(({ name: dimension, points }) => `${inPoints(points)} in ${dimension}`),
  ].join(' and ');
  const there = acts.filter(({ bringsThere }) => bringsThere);
  const told = (there.length > 0 ? there : acts).map(({ rule, points }) => `${rule} +${inPoints(points)}`).join(' or ');
  const towards = there.length > 0 ? `${told} would do` : `${told} would bring it nearest`;
  return `${lacking} below ${name}${acts.length === 0 ? '' : `; ${towards}`}`;
}

/** At most one decimal. */
const inPoints = (points: number): string => String(Math.round(points * 10) / 10);
