import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HistorySummary, ValueCount } from '../../api/contract.ts';
import type { HistoryQuality } from '../../api/quality.ts';
import type { Failure } from '../../api/reply.ts';
import type { Client } from '../client/client.ts';

export type HistoryTable = 'leads' | 'activities';

export interface HistoryState {
  /** Null until the app has answered. */
  readonly summary: HistorySummary | null;
  readonly failure: Failure | null;
  /** What is wrong with the history; null until it was wanted and the app has answered. */
  readonly quality: HistoryQuality | null;
  /** Distinct values of the columns that were asked for with their rows, most frequent first; keys by `columnKey`. */
  readonly values: Readonly<Record<string, readonly ValueCount[]>>;
  readonly load: () => Promise<void>;
  /** Fetches a column's values unless they are there or on their way. */
  readonly wantValues: (table: HistoryTable, column: string) => void;
  /** Fetches what is wrong with the history unless it is there or on its way. */
  readonly wantQuality: () => void;
  readonly forget: () => void;
}

export type HistoryStore = StoreApi<HistoryState>;

const MOST_VALUES = 200;

export const columnKey = (table: HistoryTable, column: string): string => `${table}/${column}`;

export const createHistoryStore = ({ client }: { readonly client: Client }): HistoryStore =>
  createStore<HistoryState>((set, get) => {
    let era = 0;
    const asked = new Set<string>();

    const fetchValues = async (table: HistoryTable, column: string) => {
      const begun = era;
      const reply = await client('history.values', { table, column, limit: MOST_VALUES });
      if (!reply.ok || begun !== era) return;
      set({ values: { ...get().values, [columnKey(table, column)]: reply.value } });
    };
    let isQualityAsked = false;
    const fetchQuality = async () => {
      const begun = era;
      const reply = await client('history.quality', {});
      if (begun !== era) return;
      if (reply.ok) set({ quality: reply.value });
      else set({ failure: reply.error });
    };
    const startAnew = () => {
      era += 1;
      asked.clear();
      isQualityAsked = false;
    };
    return {
      summary: null,
      failure: null,
      quality: null,
      values: {},
      load: async () => {
        startAnew();
        const begun = era;
        const reply = await client('history.summary', {});
        if (begun !== era) return;
        if (reply.ok) set({ summary: reply.value, failure: null, quality: null, values: {} });
        else set({ failure: reply.error });
      },
      wantValues: (table, column) => {
        const key = columnKey(table, column);
        if (asked.has(key) || !isColumn(get().summary, table, column)) return;
        asked.add(key);
        void fetchValues(table, column);
      },
      wantQuality: () => {
        if (isQualityAsked) return;
        isQualityAsked = true;
        void fetchQuality();
      },
      forget: () => {
        startAnew();
        set({ summary: null, failure: null, quality: null, values: {} });
      },
    };
  });

const isColumn = (summary: HistorySummary | null, table: HistoryTable, column: string): boolean => {
  if (summary === null) return false;
  if (table === 'leads') return summary.attributes.some((attribute) => attribute.name === column);
  return column === 'type' || summary.properties.some((property) => property.name === column);
};
