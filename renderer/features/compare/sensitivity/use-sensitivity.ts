import { useEffect, useMemo } from 'react';
import type { Failure } from '../../../../api/reply.ts';
import type { Sensitivity } from '../../../../api/sensitivity.ts';
import { useSensitivityStore, useWorkshop } from '../../../stores/use-stores.tsx';
import type { CompareFocus } from '../compare-focus.ts';
import { type AskedSensitivity, type SensitivityWork, sensitivityKey, type WorkedOut } from './sensitivity-store.ts';

export interface Told {
  readonly answer: Sensitivity;
  /** It is of the rules before they changed. */
  readonly isStale: boolean;
}

export interface SensitivityOnScreen {
  readonly moves: Told | null;
  readonly shares: Told | null;
  readonly running: SensitivityWork | null;
  readonly failure: Failure | null;
  readonly start: (works: readonly SensitivityWork[]) => void;
}

/** Leads up to which the levers are moved without being asked to, in well under a second. */
const MOST_LEADS_UNASKED = 10_000;
/** The shares of the rules likewise: leads times replays. */
const MOST_REPLAYS_UNASKED = 3_000_000;

/** What moves the side that is told, worked out unasked where that is soon done. */
export const useSensitivity = ({ level, options, b }: CompareFocus): SensitivityOnScreen => {
  const leads = useWorkshop((state) => state.workshop?.open?.leads ?? 0);
  const { changes, moves, shares, running, failure, run } = useSensitivityStore((state) => state);
  const asked = useMemo((): AskedSensitivity => ({ level, options, side: b.side }), [level, options, b.side]);
  const key = sensitivityKey({ changes }, asked);
  const hasRules = b.side.kind !== 'handover';
  const rules = moves?.answer.tornado?.bars.filter(({ lever }) => lever.kind === 'off').length ?? 0;
  const next = unasked({ leads, rules, isFresh: (work) => ({ moves, shares })[work]?.key === key });
  const isIdle = running === null && failure?.key !== key;
  useEffect(() => {
    if (hasRules && isIdle && next !== null) void run(asked, [next]);
  }, [hasRules, isIdle, next, asked, run]);
  return {
    moves: told(moves, key),
    shares: told(shares, key),
    running,
    failure: failure?.key === key ? failure.failure : null,
    start: (works) => void run(asked, works),
  };
};

function unasked(known: {
  readonly leads: number;
  readonly rules: number;
  readonly isFresh: (work: SensitivityWork) => boolean;
}): SensitivityWork | null {
  const { leads, rules, isFresh } = known;
  if (!isFresh('moves')) return leads <= MOST_LEADS_UNASKED ? 'moves' : null;
  const replays = rules <= 12 ? 2 ** rules : 400 * rules;
  return !isFresh('shares') && leads * replays <= MOST_REPLAYS_UNASKED ? 'shares' : null;
}

/** Null: it is of another side, level or part of the history; of other figures nobody wants to be shown the old ones. */
function told(worked: WorkedOut | null, key: string): Told | null {
  if (worked === null || subjectOf(worked.key) !== subjectOf(key)) return null;
  return { answer: worked.answer, isStale: worked.key !== key };
}

const subjectOf = (key: string): string => key.slice(key.indexOf(','));
