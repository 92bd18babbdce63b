import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import type { PairCompared } from '../../../../api/compare-pair.ts';
import type { Failure } from '../../../../api/reply.ts';
import { useAnswer } from '../../../stores/use-answer.ts';
import type { CompareFocus } from '../compare-focus.ts';

/** The two sides in depth, asked once for all that speak of them. */
export interface ComparedPair {
  /** Null while the first answer is on its way. */
  readonly answer: PairCompared | null;
  readonly failure: Failure | null;
  readonly isLate: boolean;
  readonly retry: () => void;
  /** Where newer leads begin; null: where the app proposes. */
  readonly splitMs: number | null;
  readonly splitAt: (splitMs: number | null) => void;
}

const PairContext = createContext<ComparedPair | null>(null);

export const ComparedPairProvider = ({
  focus,
  children,
}: {
  readonly focus: CompareFocus;
  readonly children: ReactNode;
}) => {
  const [splitMs, splitAt] = useState<number | null>(null);
  const { level, options, a, b } = focus;
  const { answer, failure, isLate, retry } = useAnswer('compare.pair', (key) => ({
    level,
    options,
    key,
    a: a.side,
    b: b.side,
    splitMs,
  }));
  const pair = useMemo(
    () => ({ answer, failure, isLate, retry, splitMs, splitAt }),
    [answer, failure, isLate, retry, splitMs],
  );
  return <PairContext value={pair}>{children}</PairContext>;
};

export const useComparedPair = (): ComparedPair => {
  const pair = use(PairContext);
  if (pair === null) throw new Error('outside of a comparison');
  return pair;
};
