/** Headings as they are compared: without case, accents, blanks and punctuation, and without what systems put around names. */
import { foldText, wordsOf } from '../text.ts';

/** `Număr de angajați`, `NUMAR_DE_ANGAJATI` and `property_numarDeAngajati__c` have the same key. */
export const headingKey = (heading: string): string =>
  plainLetters(heading.replace(SYSTEM_PARTS, '')).replace(NO_LETTER, '');

/** Words of a heading or of a type, `TotalVisits` and `total_visits` alike. */
export const headingWords = (heading: string): readonly string[] =>
  wordsOf(plainLetters(heading.replace(HUMP, '$1 $2')));

const plainLetters = (text: string): string =>
  foldText(text.normalize('NFD').replace(/\p{M}+/gu, '')).replaceAll('ł', 'l');

/** Of replicated tables, and of fields that an organisation added to its system. */
const SYSTEM_PARTS = /^property_|__c$/giu;
const NO_LETTER = /[^\p{L}\p{N}]+/gu;
const HUMP = /(\p{Ll})(\p{Lu})/gu;
