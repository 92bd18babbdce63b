import { useHistory } from './use-stores.tsx';

/** False where all instants of the history are one, as of a table without dates: weeks, months and days tell nothing then. */
export const useHasDates = (): boolean =>
  useHistory(({ summary }) => summary === null || summary.earliestMs !== summary.latestMs);
