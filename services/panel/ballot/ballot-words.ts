/** What a ballot says, in English: it is read far from the app and its catalogue. */
import type { CardAct, CardFacts } from '../../../core/panel/card-facts.ts';
import type { ReasonKind, Verdict } from '../../../core/panel/verdict.ts';
import type { Team } from '../../../core/seat.ts';

export const TEAM_NAMES: Readonly<Record<Team, string>> = { marketing: 'Marketing', sales: 'Sales' };

export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = { yes: 'Yes', no: 'No', unsure: 'Not sure' };

export const REASON_NAMES: Readonly<Record<ReasonKind, string>> = {
  company: 'The company',
  person: 'The person',
  interest: 'Its interest',
  timing: 'The timing',
  budget: 'The budget',
  data: 'What we know of it',
};

export const BALLOT_WORDS = {
  question: 'Should marketing hand this lead to sales?',
  intro:
    'Judge each lead alone, by what was known of it at the time. Nobody sees your answers before the others are done. Y, N and ? answer; 1 to 6 give the reason; the arrows go back and on. Nothing leaves this page until you save your answers.',
  lead: 'Lead {n} of {total}',
  left: '{n} to go',
  known: 'What was known',
  did: 'What it did',
  nothing: 'Nothing on record.',
  missing: 'not known',
  reason: 'Because of',
  words: 'In your words, if you like',
  back: 'Back',
  next: 'Next',
  save: 'Save my answers',
  notYet: 'Answer every lead, then save.',
  saved: 'Saved as {name}. Give that file to whoever runs the workshop.',
} as const;

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

const when = (count: number): string => (count === 0 ? 'less than a day before' : `${days(count)} before`);

export function actLine({ type, times, firstDaysBefore, lastDaysBefore }: CardAct): string {
  const often = times === 1 ? 'once' : `${times} times`;
  const last = when(lastDaysBefore);
  return firstDaysBefore === lastDaysBefore
    ? `${plainWords(type)}: ${often}, ${last}`
    : `${plainWords(type)}: ${often}, from ${days(firstDaysBefore)} before to ${last}`;
}

export const ageLine = ({ ageDays }: CardFacts): string =>
  ageDays === 0 ? 'Came in less than a day before' : `Came in ${days(ageDays)} before`;

/** A name of a column or type as people write: `pricing_page` → `pricing page`. */
export const plainWords = (name: string): string => name.replaceAll(/[_\s]+/gu, ' ').trim();
