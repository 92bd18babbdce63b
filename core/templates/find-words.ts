/** Finds words and ends in many texts: columns may hold a hundred thousand different ones. */
import { foldText, wordsOf } from '../text.ts';

/** Which of the words (each perhaps several) stand in a text as whole, consecutive words. */
export function wordFinder(words: readonly string[]): (text: string) => readonly string[] {
  const byFirst = new Map<string, { readonly word: string; readonly parts: readonly string[] }[]>();
  for (const word of unlike(words)) {
    const parts = wordsOf(foldText(word));
    const [first] = parts;
    if (first === undefined) continue;
    const begun = byFirst.get(first);
    if (begun === undefined) byFirst.set(first, [{ word, parts }]);
    else begun.push({ word, parts });
  }
  return (text) => {
    const held = wordsOf(foldText(text));
    return held.flatMap((first, at) =>
      (byFirst.get(first) ?? [])
        .filter(({ parts }) => parts.every((part, offset) => held[at + offset] === part))
        .map(({ word }) => word),
    );
  };
}

/** Which of the ends a text ends with. */
export function endFinder(ends: readonly string[]): (text: string) => readonly string[] {
  const endByFolded = new Map(unlike(ends).map((end) => [foldText(end), end]));
  const lengths = [...new Set([...endByFolded.keys()].map((end) => end.length))];
  return (text) => {
    const folded = foldText(text);
    return lengths.flatMap((length) => endByFolded.get(folded.slice(-length)) ?? []);
  };
}

/** Of words that are folded alike the first. */
const unlike = (words: readonly string[]): readonly string[] => {
  const firstByFolded = new Map<string, string>();
  for (const word of words) if (!firstByFolded.has(foldText(word))) firstByFolded.set(foldText(word), word);
  return [...firstByFolded.values()];
};
