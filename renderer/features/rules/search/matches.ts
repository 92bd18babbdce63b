import { foldText } from '../../../../core/text.ts';

/** Whether every word of the query stands somewhere in the text, in any order, whatever the case. */
export const matches = (text: string, query: string): boolean => {
  const folded = foldText(text);
  return foldText(query)
    .split(/\s+/u)
    .every((word) => folded.includes(word));
};
