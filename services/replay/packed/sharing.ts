/** When, and how finely, work is shared between two threads. */
export interface Sharing {
  /** With fewer leads a second thread costs more than it brings. */
  readonly fewestLeads: number;
  /** Leads that a thread takes at a time while a history is packed. */
  readonly leadsPerBlock: number;
  /** Packed entries that a thread takes at a time: few enough that their records stay near the core until they are counted. */
  readonly wordsPerChunk: number;
}

export const SHARING: Sharing = { fewestLeads: 8_000, leadsPerBlock: 2048, wordsPerChunk: 2 ** 15 };
