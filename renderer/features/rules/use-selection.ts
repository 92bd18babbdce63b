import { hashOf } from '../../stores/route-store.ts';
import { useRoute } from '../../stores/use-stores.tsx';
import { useRuleEditing } from './rule-editing.tsx';
import { detailOf, type Selection, selectionOf } from './selection.ts';

export const useSelection = (): Selection => {
  const { ruleSet } = useRuleEditing();
  return selectionOf(
    useRoute((route) => route.detail),
    ruleSet,
  );
};

/** The address says what the editor shows, so that going back works. */
export const select = (selection: Selection): void => {
  window.location.hash = hashOf('rules', detailOf(selection));
};
