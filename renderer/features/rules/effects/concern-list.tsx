import type { RuleConcern } from '../../../../api/rule-effects.ts';
import { repairRule } from '../../../../core/rule-effects/repair-rule.ts';
import type { Rule } from '../../../../core/rule-set/rule-set.ts';
import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useRuleEditing } from '../rule-editing.tsx';
import { concernWords, repairWords } from './concern-words.ts';

/** What is to be looked at, each with its way out at a click, as one undoable step. */
export const ConcernList = (props: { readonly rule: Rule; readonly concerns: readonly RuleConcern[] }) => {
  const messages = useMessages();
  const { t } = messages;
  const { ruleSet, apply } = useRuleEditing();
  if (props.concerns.length === 0) return null;
  return (
    <ul className="concerns" aria-label={t('effects.look')}>
      {props.concerns.map((concern) => {
        const repaired = repairRule(ruleSet, concern);
        const repair = repairWords(messages, ruleSet, concern);
        return (
          <li key={JSON.stringify(concern)}>
            <Icon name="warning" size={12} />
            <div>
              <p>{concernWords(messages, ruleSet, concern)}</p>
              {repaired !== null && (
                <button
                  type="button"
                  className="head-tool"
                  onClick={() => apply(repaired, t('effects.step.repair', { name: props.rule.name, repair }))}
                >
                  {repair}
                </button>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
};
