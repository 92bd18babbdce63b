/** Finds a preset's headings in a file: folded, without blanks and punctuation, and only where one column bears the heading. */
import { foldText } from '../../../../core/text.ts';
import type { Heading } from './preset.ts';

export interface FileHeadings {
  /** The column, as the file writes it. */
  readonly find: (heading: Heading) => string | undefined;
  readonly hasAsWritten: (name: string) => boolean;
}

const keyOf = (heading: string): string => foldText(heading.replace(/[^\p{L}\p{N}]+/gu, ''));

export function fileHeadings(names: readonly string[]): FileHeadings {
  const once = names.filter((name) => name !== '' && names.indexOf(name) === names.lastIndexOf(name));
  const nameByKey = new Map(once.map((name) => [keyOf(name), name] as const).reverse());
  return {
    find: (heading) => {
      for (const synonym of heading) {
        const name = nameByKey.get(keyOf(synonym));
        if (name !== undefined) return name;
      }
      return undefined;
    },
    hasAsWritten: (name) => once.includes(name),
  };
}
