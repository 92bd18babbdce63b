/** The form of a column of numbers. */
import { createFormVote, type FormDecision } from './form-vote.ts';
import { NUMBER_FORMS, type NumberForm, readNumberText, unitOf } from './read-number-text.ts';

export type NumberDecision = FormDecision<NumberForm> & {
  /** Signs of currencies and percent that were met, '' for none: more than one means that the numbers do not measure the same. */
  readonly units: readonly string[];
};

export interface NumberVote {
  /** A cell, trimmed and not empty. */
  readonly see: (cell: string, line: number) => void;
  readonly decide: () => NumberDecision;
}

/** Collects the cells of one column: `1.234,50` decides `1.234`, which alone may be 1234 or 1.234; `1200` and `$5` decide nothing. */
export function createNumberVote(): NumberVote {
  const vote = createFormVote(NUMBER_FORMS, (cell) => NUMBER_FORMS.map((form) => readNumberText(cell, form)));
  const units = new Set<string>();
  return {
    see: (cell, line) => {
      vote.see(cell, line);
      if (NUMBER_FORMS.some((form) => readNumberText(cell, form).ok)) units.add(unitOf(cell));
    },
    decide: () => ({ ...vote.decide(), units: [...units] }),
  };
}
