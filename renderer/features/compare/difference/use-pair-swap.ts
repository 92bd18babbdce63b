import { useState } from 'react';
import type { SwapRow } from '../../../../api/contract.ts';
import type { SwapName } from '../../../../api/frame.ts';
import type { Failure } from '../../../../api/reply.ts';
import { useAnswer } from '../../../stores/use-answer.ts';
import { useStores } from '../../../stores/use-stores.tsx';
import type { CompareFocus } from '../compare-focus.ts';

export interface PairSwap {
  /** Null while the first of them are on their way. */
  readonly rows: readonly SwapRow[] | null;
  readonly total: number;
  readonly failure: Failure | null;
  /** How many `more` would add. */
  readonly step: number;
  readonly more: () => void;
  /** Every row, fetched page by page; null when that failed. */
  readonly all: () => Promise<readonly SwapRow[] | null>;
}

const PAGE = 50;
const LARGEST_PAGE = 500;

/** The leads of one list by name. */
export const usePairSwap = ({ level, options, a, b }: CompareFocus, list: SwapName): PairSwap => {
  const { client } = useStores();
  const [limit, setLimit] = useState(PAGE);
  const question = { level, options, a: a.side, b: b.side, list };
  const { answer, failure } = useAnswer('compare.swap', (key) => ({ ...question, key, offset: 0, limit }));
  const all = async () => {
    const rows: SwapRow[] = [];
    for (;;) {
      const page = { offset: rows.length, limit: LARGEST_PAGE };
      const reply = await client('compare.swap', { ...question, key: 'every row', ...page });
      if (!reply.ok) return null;
      rows.push(...reply.value.rows);
      if (reply.value.rows.length === 0 || rows.length >= reply.value.total) return rows;
    }
  };
  const total = answer?.total ?? 0;
  return {
    rows: answer?.rows ?? null,
    total,
    failure,
    step: Math.max(0, Math.min(PAGE, LARGEST_PAGE - limit, total - limit)),
    more: () => setLimit(Math.min(LARGEST_PAGE, limit + PAGE)),
    all,
  };
};
