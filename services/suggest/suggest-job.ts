/** Learning from an open workshop: on the job's thread, with a connection of its own that only reads. */
import type { Reply } from '../../api/reply.ts';
import type { SuggestionAnswer } from '../../api/suggest.ts';
import { suggest } from '../../core/suggest/suggest.ts';
import type { SuggestionQuestion } from '../../core/suggest/suggestion.ts';
import { readHistory } from '../../db/history/read-history.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { refuse, reply } from '../failure.ts';
import type { JobControl } from '../jobs/serve-job.ts';

export function runSuggest(
  workshop: ReadableWorkshop,
  question: SuggestionQuestion,
  { progress, isCancelled }: JobControl,
): Reply<SuggestionAnswer> {
  progress({ phase: 'reading', done: 0, total: null });
  const history = readHistory(workshop);
  const answer = suggest(history, question, ({ done, total }) => {
    progress({ phase: 'learning', done, total });
    return !isCancelled();
  });
  if (answer === null) return refuse('cancelled', 'Cancelled; nothing was changed.');
  return reply(answer.ok ? { kind: 'suggested', suggestion: answer.value } : { kind: 'refused', fault: answer.error });
}
