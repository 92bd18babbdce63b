/** What the history of the open workshop holds, counted on a thread of its own: the app's would be held for as long. */
import type { Reply } from '../../api/reply.ts';
import { historyVersion } from '../../db/history/read-history.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { readSettings } from '../../db/queries/settings.ts';
import { reply } from '../failure.ts';
import type { CountJobData } from '../jobs/count-worker.ts';
import { runJob } from '../jobs/run-job.ts';
import { type HistoryCounts, type HistoryProfile, profileOfCounts } from './history-profile.ts';

/** `superseded` when the file holds another history by then, `cancelled` when the counting was stopped. */
export type ProfileOf = (workshop: ReadableWorkshop) => Promise<Reply<HistoryProfile>>;

export interface HistoryCounting {
  /** Remembers the profile of the history asked for last; who asks while it is being counted waits for the same. */
  readonly profileOf: ProfileOf;
  /** Ends what is being counted, and waits until its thread has let go of the file. */
  readonly stop: () => Promise<void>;
}

export function createHistoryCounting(countWorker: URL): HistoryCounting {
  let held: { readonly key: string; readonly profile: Promise<Reply<HistoryProfile>> } | null = null;
  const underWay = new Map<AbortController, Promise<unknown>>();
  const count = async (data: CountJobData): Promise<Reply<HistoryProfile>> => {
    const abort = new AbortController();
    const counting = runJob<HistoryCounts>({ worker: countWorker, data, signal: abort.signal, onProgress: () => {} });
    underWay.set(abort, counting);
    const counted = await counting;
    underWay.delete(abort);
    return counted.ok ? reply(profileOfCounts(counted.value)) : counted;
  };
  /** Whoever asks again is not told of a failure that has passed. */
  const forgetting = async (key: string, data: CountJobData): Promise<Reply<HistoryProfile>> => {
    const counted = await count(data);
    if (!counted.ok && held?.key === key) held = null;
    return counted;
  };
  return {
    profileOf: (workshop) => {
      const { maturityDays } = readSettings(workshop);
      const data = { workshopPath: workshop.path, version: historyVersion(workshop), maturityDays };
      const key = JSON.stringify(data);
      if (held?.key === key) return held.profile;
      const profile = forgetting(key, data);
      held = { key, profile };
      return profile;
    },
    stop: async () => {
      for (const abort of underWay.keys()) abort.abort();
      await Promise.all(underWay.values());
    },
  };
}
