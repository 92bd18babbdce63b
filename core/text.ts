/** Text as REPLAY.md compares it. */

/** White space as ECMAScript's `trim` takes it. */
export const trimText = (text: string): string => text.trim();

/**
 * Folded text: NFC, each code point lower-cased by itself, ς as σ, NFC again, trimmed (REPLAY.md, conditions).
 * Lower-casing code point by code point keeps the result free of language and context.
 */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().trim();
  let lowered = '';
  for (const character of text.normalize('NFC')) lowered += character === 'ς' ? 'σ' : character.toLowerCase();
  return lowered.normalize('NFC').trim();
}

/** Unbroken runs of letters, marks and numbers, in order. */
export const wordsOf = (text: string): readonly string[] => text.match(WORD) ?? [];

/** Whether `words` stand in `text` as whole, consecutive words; false when there are none. */
export function holdsWords(text: readonly string[], words: readonly string[]): boolean {
  if (words.length === 0) return false;
  for (let start = 0; start + words.length <= text.length; start += 1) {
    if (words.every((word, offset) => text[start + offset] === word)) return true;
  }
  return false;
}

const ASCII = /^\p{ASCII}*$/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
