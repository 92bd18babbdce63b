/** The words that a template needs from outside: the core has ids and figures only. */
import type { Template } from './template.ts';

/** By word id: `title.`, `line.` and `about.` with the template's id, `name.` with the id of a rule, group, dimension or level. */
export type TemplateWords = Readonly<Record<string, string>>;

/** A word that is not given is its id without what stands before the point: never an empty name. */
export const wordOf = (words: TemplateWords, id: string): string =>
  (Object.hasOwn(words, id) ? words[id] : undefined) ?? id.slice(id.indexOf('.') + 1);

/** All that the template has words for, each once. */
export const wordIdsOf = ({ id, dimensions, groups, rules, levels }: Template): readonly string[] => [
  `title.${id}`,
  `line.${id}`,
  `about.${id}`,
  ...new Set([...dimensions, ...groups, ...rules, ...levels].map((part) => `name.${part.id}`)),
];
