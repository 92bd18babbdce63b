/** Yes and no. */
import { fail, ok, type Result } from '../result.ts';
import { foldText } from '../text.ts';

/** `answers`: words of five languages, true and false, 1 and 0. `marks`: a mark means yes, and the empty cell no. */
export type AnswerForm = (typeof ANSWER_FORMS)[number];
export const ANSWER_FORMS = ['answers', 'marks'] as const;

/** The cell (trimmed; case does not matter) as `yes` or `no`; the error says in plain words what is wrong. */
export function readAnswer(cell: string, form: AnswerForm): Result<'yes' | 'no', string> {
  const word = foldText(cell);
  if (form === 'marks') {
    if (word === '') return ok('no');
    return MARKS.has(word) ? ok('yes') : fail('This is neither a mark (x, ✓) nor empty.');
  }
  if (YES.has(word)) return ok('yes');
  return NO.has(word) ? ok('no') : fail('This is neither yes nor no in a language that Accord reads.');
}

/** How the cells of a column (distinct, trimmed, not empty) can be read, or null. Blank cells beside marks are for the user to judge. */
export function answerFormOf(cells: readonly string[]): AnswerForm | null {
  if (cells.length === 0) return null;
  return ANSWER_FORMS.find((form) => cells.every((cell) => readAnswer(cell, form).ok)) ?? null;
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(' ').map(foldText));

/** English, Romanian, Italian, Polish, Russian. */
const YES = wordsOf('yes y true 1 da adevărat adevarat sì si vero tak prawda да истина');
const NO = wordsOf('no n false 0 nu fals falso nie fałsz falsz нет ложь');
const MARKS = wordsOf('x х ✓ ✔ ☑ *');
