import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ReplayOptions } from '../../../../api/core-types.ts';
import type { Failure } from '../../../../api/reply.ts';
import type { SuggestionAnswer } from '../../../../api/suggest.ts';
import type { RuleSet } from '../../../../core/rule-set/rule-set.ts';
import type { Client } from '../../../client/client.ts';
import type { JobStore } from '../../../stores/job-store.ts';
import { FIRST_WANTED, questionOf, type Wanted } from './wanted.ts';

export interface AnsweredSuggestion {
  readonly answer: SuggestionAnswer;
  /** The rules that were on the table when it was asked: what the cards are compared with. */
  readonly present: RuleSet;
  /** Which leads were looked at, then. */
  readonly options: ReplayOptions;
}

export interface SuggestState {
  readonly wanted: Wanted;
  /** Null: nothing was asked yet, or the history has changed since. */
  readonly answered: AnsweredSuggestion | null;
  readonly isRunning: boolean;
  readonly failure: Failure | null;
  readonly change: (change: Partial<Wanted>) => void;
  /** One at a time; nothing happens while one is under way. A cancelled one leaves what was there. */
  readonly run: (present: RuleSet, options: ReplayOptions) => Promise<void>;
  /** The history changed: what was learned from it is no longer so. */
  readonly outdate: () => void;
  readonly forget: () => void;
}

export type SuggestStore = StoreApi<SuggestState>;

export const createSuggestStore = ({
  client,
  jobs,
}: {
  readonly client: Client;
  readonly jobs: JobStore;
}): SuggestStore =>
  createStore<SuggestState>((set, get) => {
    let era = 0;
    const outdate = () => {
      era += 1;
      set({ answered: null, isRunning: false, failure: null });
    };
    return {
      wanted: FIRST_WANTED,
      answered: null,
      isRunning: false,
      failure: null,
      change: (change) => set({ wanted: { ...get().wanted, ...change } }),
      run: async (present, options) => {
        if (get().isRunning) return;
        const begun = era;
        set({ isRunning: true, failure: null });
        const question = questionOf(get().wanted, present.rules);
        const reply = await jobs.getState().run((jobId) => client('suggest.run', { ...question, jobId }));
        if (begun !== era) return;
        set({ isRunning: false });
        if (reply.ok) set({ answered: { answer: reply.value, present, options } });
        else if (reply.error.kind !== 'cancelled') set({ failure: reply.error });
      },
      outdate,
      forget: () => {
        outdate();
        set({ wanted: FIRST_WANTED });
      },
    };
  });
