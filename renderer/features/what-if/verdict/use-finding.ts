import { useMemo } from 'react';
import type { FrameRequest } from '../../../stores/frame-store.ts';
import { useAnswer } from '../../../stores/use-answer.ts';
import { useRestedRequest } from '../use-at-rest.ts';
import type { FrameView } from '../view.ts';
import { isOfSameLeads, type ToldDifference, toldDifference } from './told-difference.ts';

/** The answer takes several times as long as those of the other figures, which come first. */
const TIMES_AS_LONG = 2;

/** The difference that the frame tells; what it leaves open is asked of the history once the levers rest. */
export const useFinding = (view: FrameView, request: FrameRequest): ToldDifference => {
  const told = useMemo(() => toldDifference(view.pair.swap), [view]);
  const rested = useRestedRequest(request, view.pair.scenario.leads, TIMES_AS_LONG);
  const isOpen = told.finding === null && rested !== null;
  const { answer } = useAnswer(
    'compare.pair',
    isOpen
      ? (key) => ({
          level: rested.level,
          options: rested.options,
          a: { kind: 'baseline' },
          b: { kind: 'ruleSet', ruleSet: rested.ruleSet },
          splitMs: null,
          key,
        })
      : null,
  );
  return told.finding === null && answer !== null && isOfSameLeads(answer, view.pair.swap)
    ? { ...told, finding: answer.finding }
    : told;
};
