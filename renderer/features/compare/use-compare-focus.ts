import { useMemo } from 'react';
import type { ComparedScenario, ScenariosCompared } from '../../../api/compare-scenarios.ts';
import type { ComparedSide } from '../../../api/compared.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { levelOf, optionsOf } from '../../stores/scenario-store.ts';
import { useCompare, useScenario } from '../../stores/use-stores.tsx';
import { type CompareFocus, type NamedSide, sideKey, sideMarks } from './compare-focus.ts';

/** The two sides that the views speak of; null until both are known. */
export const useCompareFocus = (compared: ScenariosCompared | null): CompareFocus | null => {
  const { t } = useMessages();
  const nameOf = useSideNames(compared);
  const level = useScenario(levelOf);
  const levelName = useScenario((state) => state.ruleSet?.levels.find(({ id }) => id === level)?.name ?? level);
  const options = useScenario(optionsOf);
  const onTable = useScenario((state) => state.stored?.id ?? null);
  const chosenA = useCompare((state) => state.a);
  const chosenB = useCompare((state) => state.b);
  return useMemo(() => {
    if (compared === null || level === null || onTable === null) return null;
    const named = (side: ComparedSide): NamedSide | null => {
      const found = compared.scenarios.find((other) => sideKey(other.side) === sideKey(side));
      return found === undefined ? null : nameOf(found);
    };
    const a = named(chosenA ?? { kind: 'baseline' }) ?? named({ kind: 'baseline' });
    const b = named(chosenB ?? { kind: 'scenario', id: onTable }) ?? named({ kind: 'scenario', id: onTable });
    if (a === null || b === null) return null;
    const areAlike = a.name === b.name && sideKey(a.side) !== sideKey(b.side);
    return {
      level,
      levelName: levelName ?? level,
      options,
      a: areAlike ? { ...a, name: t('compare.alikeA', { name: a.name }) } : a,
      b: areAlike ? { ...b, name: t('compare.alikeB', { name: b.name }) } : b,
    };
  }, [compared, level, levelName, options, onTable, chosenA, chosenB, nameOf, t]);
};

/** How each of the scenarios is called, coloured and marked wherever it is drawn. */
export const useSideNames = (
  compared: ScenariosCompared | null,
): ((scenario: Pick<ComparedScenario, 'side' | 'name' | 'seat'>) => NamedSide) => {
  const { t } = useMessages();
  return useMemo(() => {
    const marks = sideMarks(compared?.scenarios ?? []);
    return ({ side, name, seat }) => ({
      side,
      name: side.kind === 'handover' ? t('compare.handover') : name,
      whose: seat ?? 'baseline',
      mark: marks.get(sideKey(side)) ?? 'disc',
    });
  }, [compared, t]);
};
