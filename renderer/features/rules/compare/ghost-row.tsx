import { takeBaselineRule } from '../../../../core/rule-set/compare-rules.ts';
import type { Rule } from '../../../../core/rule-set/rule-set.ts';
import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useRuleEditing } from '../rule-editing.tsx';
import { select } from '../use-selection.ts';
import { pointsWords, ruleWords } from '../words/rule-words.tsx';

/** A rule that the baseline has and this rule set has not (any more). */
export const GhostRow = ({ rule }: { readonly rule: Rule }) => {
  const messages = useMessages();
  const { t } = messages;
  const { ruleSet, baseline, baselineName, apply } = useRuleEditing();
  const bringBack = () => {
    apply(takeBaselineRule(ruleSet, baseline, rule.id), t('rules.step.bringBack', { name: rule.name }));
    select({ kind: 'rule', id: rule.id });
  };
  return (
    <li className="rule-row ghost-row">
      <span className="ghost-name">
        <del>{rule.name}</del>
      </span>
      <span className="rule-sentence">{ruleWords(messages, rule)}</span>
      <span className="ghost-points">{pointsWords(messages, rule)}</span>
      <span>{t('rules.compare.removed', { baseline: baselineName })}</span>
      <button
        type="button"
        className="adder"
        aria-label={t('rules.compare.bringBackFull', { name: rule.name })}
        onClick={bringBack}
      >
        <Icon name="reset" size={12} />
        {t('rules.compare.bringBack')}
      </button>
    </li>
  );
};
