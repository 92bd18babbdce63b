/** Entry of the job that learns points from the history: it takes seconds, and the replay's thread stays free to answer. */
import type { SuggestionAnswer } from '../../api/suggest.ts';
import type { SuggestionQuestion } from '../../core/suggest/suggestion.ts';
import { closeWorkshop, openWorkshopConnection } from '../../db/open-workshop.ts';
import { runSuggest } from '../suggest/suggest-job.ts';
import { serveJob } from './serve-job.ts';

export interface SuggestJobData {
  readonly workshopPath: string;
  readonly question: SuggestionQuestion;
}

await serveJob<SuggestJobData, SuggestionAnswer>(({ workshopPath, question }, control) => {
  const opened = openWorkshopConnection(workshopPath, 'read');
  if (!opened.ok) return opened;
  try {
    return runSuggest(opened.value, question, control);
  } finally {
    closeWorkshop(opened.value);
  }
});
