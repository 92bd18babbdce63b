import { type TableFault, tableFault } from './table-fault.ts';

/** How long work tells where it stands, and learns that it is no longer wanted. */
export interface TableControl {
  readonly isCancelled: () => boolean;
  /** Bytes of the file since the last call; they add up to its size. */
  readonly onRead: (bytes: number) => void;
}

export const UNWATCHED: TableControl = { isCancelled: () => false, onRead: () => {} };

export const cancelledFault = (name: string): TableFault =>
  tableFault('cancelled', `The reading of ${name} was cancelled.`, 'Nothing was written.');
