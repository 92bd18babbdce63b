import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { LeadRow } from '../../../api/contract.ts';
import type { Failure } from '../../../api/reply.ts';
import { useHistory, useScenario, useStores } from '../../stores/use-stores.tsx';
import { PAGE_ROWS, pagesBetween } from './lead-pages.ts';
import type { LeadQuery } from './lead-query.ts';

export interface LeadPages {
  /** Null until the first answer. */
  readonly total: number | null;
  readonly rowsByOffset: ReadonlyMap<number, readonly LeadRow[]>;
  readonly failure: Failure | null;
  /** Fetches what these rows lack. */
  readonly want: (first: number, last: number) => void;
}

const NOTHING = { era: 0, total: null, rowsByOffset: new Map(), failure: null };

/** `era` counts the questions: rows of an earlier one never stand beside rows of a later. */
type Answered = Omit<LeadPages, 'want'> & { readonly era: number };

/** The ranked list for a query. Another query, other rules or another history start anew; late answers are dropped. */
export const useLeadPages = (query: LeadQuery): LeadPages => {
  const { client } = useStores();
  const rules = useScenario((state) => state.stored);
  const history = useHistory((state) => state.summary);
  // Other rules or another history make other rows of the same query.
  const question = useMemo(() => ({ query, rules, history }), [query, rules, history]);
  const [pages, setPages] = useState<Answered>(NOTHING);
  const era = useRef(0);
  const asked = useRef(new Set<number>());

  const fetchPage = useCallback(
    async (offset: number) => {
      if (asked.current.has(offset)) return;
      asked.current.add(offset);
      const begun = era.current;
      const reply = await client('leads.list', { ...question.query, offset, limit: PAGE_ROWS });
      if (begun !== era.current) return;
      setPages((before) => {
        if (!reply.ok) return { ...before, failure: reply.error };
        const kept = before.era === begun ? before.rowsByOffset : new Map<number, readonly LeadRow[]>();
        const rowsByOffset = new Map([...kept, [offset, reply.value.rows]]);
        return { era: begun, total: reply.value.total, rowsByOffset, failure: null };
      });
    },
    [client, question],
  );

  // The old rows stand until the new first page is there, so that typing does not make the table blink.
  useEffect(() => {
    era.current += 1;
    asked.current.clear();
    void fetchPage(0);
  }, [fetchPage]);

  const want = useCallback(
    (first: number, last: number) => {
      for (const offset of pagesBetween(first, last)) void fetchPage(offset);
    },
    [fetchPage],
  );
  return { ...pages, want };
};
