import { keptOutReads } from '../../../core/rule-set/rule-set-warnings.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { useScenario, useWorkshop } from '../../stores/use-stores.tsx';

/** A sentence for each attribute kept out of rules that a rule of the scenario reads all the same. */
export const useKeptOutWarnings = (): readonly string[] => {
  const { t } = useMessages();
  const keptOut = useWorkshop((state) => state.workshop?.open?.keptOut ?? NONE);
  const ruleSet = useScenario((state) => state.ruleSet);
  if (keptOut.length === 0 || ruleSet === null) return NONE;
  return keptOutReads(ruleSet, keptOut).map(({ rule, attribute }) =>
    t('quality.rule.warning', { rule: rule.name, attribute }),
  );
};

const NONE: readonly string[] = [];
