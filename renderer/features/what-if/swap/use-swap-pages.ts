import { useCallback, useEffect, useRef, useState } from 'react';
import type { SwapRow } from '../../../../api/contract.ts';
import type { SwapName } from '../../../../api/frame.ts';
import type { Failure } from '../../../../api/reply.ts';
import type { FrameRequest } from '../../../stores/frame-store.ts';
import { useStores } from '../../../stores/use-stores.tsx';
import { restBeforeAsking } from '../use-at-rest.ts';

export interface SwapPages {
  /** Null while the first page is on its way. */
  readonly rows: readonly SwapRow[] | null;
  readonly total: number;
  readonly failure: Failure | null;
  readonly more: () => void;
  /** Every row, fetched page by page; null when that failed. */
  readonly all: () => Promise<readonly SwapRow[] | null>;
}

const PAGE = 50;
const LARGEST_PAGE = 500;
/** The names behind a frame of so many leads, never those of an older one: they wait until the levers rest, as figures do not. */
export const useSwapPages = (request: FrameRequest, leads: number, list: SwapName): SwapPages => {
  const { client } = useStores();
  const [page, setPage] = useState<{ readonly rows: readonly SwapRow[]; readonly total: number } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const newest = useRef(0);
  const fetchPage = useCallback(
    (offset: number, limit: number) => {
      const { ruleSet, level, options } = request;
      return client('replay.swap', { ruleSet, level, options, list, offset, limit });
    },
    [client, request, list],
  );
  const load = useCallback(
    async (known: readonly SwapRow[]) => {
      newest.current += 1;
      const mine = newest.current;
      const reply = await fetchPage(known.length, PAGE);
      if (mine !== newest.current) return;
      if (reply.ok) setPage({ rows: [...known, ...reply.value.rows], total: reply.value.total });
      setFailure(reply.ok || reply.error.kind === 'superseded' ? null : reply.error);
    },
    [fetchPage],
  );
  useEffect(() => {
    const timer = setTimeout(() => void load([]), restBeforeAsking(leads));
    return () => {
      clearTimeout(timer);
      newest.current += 1;
    };
  }, [load, leads]);
  const all = async () => {
    const rows: SwapRow[] = [];
    for (;;) {
      const reply = await fetchPage(rows.length, LARGEST_PAGE);
      if (!reply.ok) return null;
      rows.push(...reply.value.rows);
      if (reply.value.rows.length === 0 || rows.length >= reply.value.total) return rows;
    }
  };
  return { rows: page?.rows ?? null, total: page?.total ?? 0, failure, more: () => void load(page?.rows ?? []), all };
};
