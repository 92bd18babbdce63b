import { useState } from 'react';
import type { HeadlineFigures } from '../../../../api/compare-course.ts';
import type { Failure } from '../../../../api/reply.ts';
import type { FrameRequest } from '../../../stores/frame-store.ts';
import { useAnswer } from '../../../stores/use-answer.ts';
import { useRestedRequest } from '../use-at-rest.ts';
import type { FrameView } from '../view.ts';

/** Load, speed and money of the level, beyond what a frame holds. */
export interface LevelFigures {
  /** Null until the history has answered once. */
  readonly now: HeadlineFigures | null;
  /** Null until then, and when the baseline lacks the level. */
  readonly was: HeadlineFigures | null;
  /** ISO 4217; null: not said. */
  readonly currency: string | null;
  /** They are of levers that have moved since. */
  readonly isLate: boolean;
  /** Why there is no answer: it was stopped, say. */
  readonly failure: Failure | null;
  /** Asks once more. */
  readonly retry: () => void;
}

export const useLevelFigures = (view: FrameView, request: FrameRequest): LevelFigures => {
  // Nothing is on screen that a wait could keep from moving: the first answer is asked for at once.
  const [isFirst, setFirst] = useState(true);
  const rested = useRestedRequest(request, view.pair.scenario.leads, isFirst ? 0 : 1);
  const { answer, isLate, failure, retry } = useAnswer(
    'compare.figures',
    rested === null
      ? null
      : (key) => ({
          level: rested.level,
          options: rested.options,
          sides: [{ kind: 'ruleSet', ruleSet: rested.ruleSet }, { kind: 'baseline' }],
          key,
        }),
  );
  if (isFirst && answer !== null) setFirst(false);
  const now = answer?.figures[0] ?? null;
  const isOfThese = now?.readyShare.reached === view.now.reached && now.readyShare.leads === view.pair.scenario.leads;
  return {
    now,
    was: view.was === null ? null : (answer?.figures[1] ?? null),
    currency: answer?.currency ?? null,
    isLate: isLate || rested === null || !isOfThese,
    failure,
    retry,
  };
};
