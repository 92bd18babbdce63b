import { ruleStateOf, takeBaselineRule } from '../../../../core/rule-set/compare-rules.ts';
import type { Rule } from '../../../../core/rule-set/rule-set.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { HeadTool } from '../editor/editor-head.tsx';
import { EditorSection } from '../editor/editor-section.tsx';
import { useRuleEditing } from '../rule-editing.tsx';
import { differences } from './difference.ts';

/** In the editor of a rule that is not as in the baseline: what differs in words, and the way back. */
export const BaselineSection = ({ rule }: { readonly rule: Rule }) => {
  const messages = useMessages();
  const { t } = messages;
  const { ruleSet, baseline, baselineName, apply } = useRuleEditing();
  const state = ruleStateOf(baseline, rule);
  const before = baseline.rules.find((other) => other.id === rule.id);
  if (state === 'same') return null;
  const title = t('rules.compare.title', { baseline: baselineName });
  if (before === undefined) {
    return (
      <EditorSection title={title}>
        <p className="secondary">{t('rules.compare.added')}</p>
      </EditorSection>
    );
  }
  const take = () =>
    apply(
      takeBaselineRule(ruleSet, baseline, rule.id),
      t('rules.step.take', { name: before.name, baseline: baselineName }),
    );
  return (
    <EditorSection title={title}>
      <ul className="differences">
        {differences(messages, { rule: before, ruleSet: baseline }, { rule, ruleSet }).map(({ label, was, now }) => (
          <li key={label}>
            <span className="secondary">{label}</span>
            {was !== now && (
              <span>
                <del>{was === '' ? t('rules.compare.nothing') : was}</del>
                <span aria-hidden="true"> → </span>
                <ins>{now === '' ? t('rules.compare.nothing') : now}</ins>
              </span>
            )}
          </li>
        ))}
      </ul>
      <div>
        <HeadTool label={t('rules.compare.take')} onClick={take} />
      </div>
    </EditorSection>
  );
};
