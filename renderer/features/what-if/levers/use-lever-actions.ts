import { useMemo, useRef } from 'react';
import { useMessages } from '../../../i18n/messages.tsx';
import { backToBaseline, type Lever } from '../../../levers/lever.ts';
import { useStores } from '../../../stores/use-stores.tsx';
import type { LeverActions } from './lever-row.tsx';

/** Each movement of a lever becomes one undoable step, told from where it began. Same functions from one drawing to the next. */
export const useLeverActions = (): LeverActions => {
  const { scenario } = useStores();
  const { t, format } = useMessages();
  const began = useRef<{ readonly gesture: string; readonly from: number | null }>({ gesture: '', from: null });
  return useMemo(() => {
    const words = (value: number | null) => (value === null ? t('levers.none') : format.points(value));
    const edit = (
      change: (ruleSet: Parameters<Lever['apply']>[0]) => Parameters<Lever['apply']>[0],
      step: string,
      key?: string,
    ) => {
      const { ruleSet, edit: store } = scenario.getState();
      if (ruleSet !== null) store(change(ruleSet), step, key);
    };
    return {
      move: (lever, value, gesture) => {
        if (began.current.gesture !== gesture) began.current = { gesture, from: lever.value };
        const step = t('changes.moved', { lever: lever.fullLabel, from: words(began.current.from), to: words(value) });
        edit((ruleSet) => lever.apply(ruleSet, value), step, gesture);
      },
      toggle: (lever, on) => {
        const step = t(on ? 'what-if.switchOnStep' : 'what-if.switchOffStep', { rule: lever.fullLabel });
        edit((ruleSet) => lever.toggle?.apply(ruleSet, on) ?? ruleSet, step);
      },
      back: (lever) =>
        edit((ruleSet) => backToBaseline(lever, ruleSet), t('what-if.backStep', { lever: lever.fullLabel })),
    };
  }, [scenario, t, format]);
};
