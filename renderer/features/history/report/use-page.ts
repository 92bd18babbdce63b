import { useEffect, useState } from 'react';
import type { Page } from '../../../../api/contract.ts';
import type { Failure, Reply } from '../../../../api/reply.ts';

export const PAGE_ROWS = 25;

export interface PagedRows<Row> {
  /** Null until the first page is there. */
  readonly page: Page<Row> | null;
  readonly failure: Failure | null;
  readonly turn: (offset: number) => void;
}

/** One page of many rows, fetched when it is turned to; an answer that comes late is dropped. `ask` must stay the same from draw to draw. */
export const usePage = <Row>(ask: (offset: number, limit: number) => Promise<Reply<Page<Row>>>): PagedRows<Row> => {
  const [offset, turn] = useState(0);
  const [page, setPage] = useState<Page<Row> | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let isLate = false;
    const fetchPage = async () => {
      const reply = await ask(offset, PAGE_ROWS);
      if (isLate) return;
      if (reply.ok) setPage(reply.value);
      setFailure(reply.ok ? null : reply.error);
    };
    void fetchPage();
    return () => {
      isLate = true;
    };
  }, [ask, offset]);
  return { page, failure, turn };
};
