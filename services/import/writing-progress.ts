/** Tells how far the writing of an import is, and takes it back when it is no longer wanted. */
import type { RestOfHistory } from '../../db/history/write-history.ts';
import type { JobControl } from '../jobs/serve-job.ts';

export interface WritingProgress {
  /** Of activities that are written, and of how many at most. */
  readonly onRows: (rows: number, atMost: number) => void;
  /** The rest, whose leads tell as they are written. */
  readonly watched: (rest: RestOfHistory) => RestOfHistory;
}

/** The way in parts of a thousand: activities go first and take most of it. */
const WHOLE = 1_000;
const ACTIVITIES = 850;
const LEADS_BETWEEN_WORDS = 20_000;
/** Their ids are written in two places. */
const TIMES_GIVEN = 2;

/** `stop` is called, and throws, when the import is cancelled. */
export function createWritingProgress({ isCancelled, progress }: JobControl, stop: () => never): WritingProgress {
  const tell = (done: number) => {
    if (isCancelled()) stop();
    progress({ phase: 'writing', done: Math.round(done), total: WHOLE });
  };
  return {
    onRows: (rows, atMost) => tell(atMost === 0 ? ACTIVITIES : (rows / atMost) * ACTIVITIES),
    watched: (rest) => {
      const { idOf, count } = rest.leads;
      let given = 0;
      return {
        ...rest,
        leads: {
          ...rest.leads,
          idOf: (lead) => {
            given += 1;
            if (given % LEADS_BETWEEN_WORDS === 0)
              tell(ACTIVITIES + (given / (count * TIMES_GIVEN)) * (WHOLE - ACTIVITIES));
            return idOf(lead);
          },
        },
      };
    },
  };
}
