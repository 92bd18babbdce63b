import { useMemo } from 'react';
import { parseRuleSet } from '../../../../core/rule-set/parse-rule-set.ts';
import type { Rule } from '../../../../core/rule-set/rule-set.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useScenario, useWorkshop } from '../../../stores/use-stores.tsx';
import type { ProfileRow } from '../model/profile-rows.ts';
import { rowTitle } from '../model/row-words.ts';
import { type NoRule, ruleOfRow, ruleThere, withRule } from '../model/rule-of-row.ts';

export interface RuleOfRow {
  /** The proposed rule, or why there is none. */
  readonly proposed: Rule | NoRule;
  /** The rule of the scenario that asks the same already. */
  readonly there: Rule | null;
  readonly canMake: boolean;
  /** Adds it to the scenario on the table as one step that undo takes back; `onMade` is told its id. */
  readonly make: (onMade: (id: string) => void) => void;
}

const LONGEST_NAME = 120;

export const useRuleOfRow = (row: ProfileRow): RuleOfRow => {
  const messages = useMessages();
  const ruleSet = useScenario((state) => state.ruleSet);
  const edit = useScenario((state) => state.edit);
  const isReadOnly = useWorkshop((state) => state.workshop?.open?.readOnly === true);
  return useMemo(() => {
    const name = rowTitle(messages, row).slice(0, LONGEST_NAME);
    const proposed = ruleOfRow(row, name);
    const there = typeof proposed === 'string' || ruleSet === null ? null : ruleThere(ruleSet, proposed);
    return {
      proposed,
      there,
      canMake: typeof proposed !== 'string' && there === null && ruleSet !== null && !isReadOnly,
      make: (onMade) => {
        if (typeof proposed === 'string' || ruleSet === null) return;
        const placed = withRule(ruleSet, proposed);
        const parsed = parseRuleSet(placed.ruleSet);
        if (!parsed.ok) throw new Error(`the profile proposed a rule that cannot be: ${JSON.stringify(parsed.error)}`);
        edit(parsed.value, messages.t('profile.rule.step', { name }));
        onMade(placed.id);
      },
    };
  }, [messages, row, ruleSet, edit, isReadOnly]);
};
