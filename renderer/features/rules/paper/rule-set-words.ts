import type { RuleSetWords } from '../../../../core/rule-set/words/phrase.ts';
import type { Messages } from '../../../i18n/messages.tsx';
import { textOf } from '../compare/difference.ts';

/** The words for a rule set on paper, as the screen says them: strong words are plain there. */
export const ruleSetWords = ({ rich, format }: Messages, language: string): RuleSetWords => ({
  phrase: (id, values) => textOf(rich(id, values)),
  number: (value) => format.points(value),
  language,
});
