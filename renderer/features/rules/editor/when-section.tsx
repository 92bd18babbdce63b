import { withOptional } from '../../../../core/rule-set/optional-key.ts';
import type { Rule } from '../../../../core/rule-set/rule-set.ts';
import { NumberField } from '../../../components/fields/number-field.tsx';
import { SuggestionField } from '../../../components/fields/suggestion-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { faultAt, useRuleEditing } from '../rule-editing.tsx';
import { useHistoryNames } from '../use-history-names.ts';
import { ActivityFilterEditor } from './activity-filter-editor.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import { EditorSection, FieldLine } from './editor-section.tsx';
import { OF_LEADS } from './subject-kinds.ts';

export interface RulePartProps<R extends Rule> {
  readonly rule: R;
  /** Of the rule in the document. */
  readonly path: string;
  /** `field` says what changes, so that a run of changes of one field is one step. */
  readonly onChange: (next: Rule, field: string) => void;
}

/** When a rule gives points: what it looks for, and for which leads. */
export const WhenSection = ({ rule, path, onChange }: RulePartProps<Rule>) => {
  const { t } = useMessages();
  return (
    <EditorSection title={t('rules.when')}>
      {rule.kind === 'attribute' && (
        <ConditionEditor
          kind={OF_LEADS}
          condition={rule.if}
          path={`${path}.if`}
          onChange={(next) => onChange({ ...rule, if: next ?? { all: [] } }, 'if')}
        />
      )}
      {(rule.kind === 'bands' || rule.kind === 'counter') && (
        <MeasureField rule={rule} path={path} onChange={onChange} />
      )}
      {rule.kind === 'inactivity' && (
        <FieldLine words={t('rules.when.silenceFor')} after={t('rules.when.days')}>
          <SilenceField rule={rule} path={path} onChange={onChange} />
        </FieldLine>
      )}
      {(rule.kind === 'activity' || rule.kind === 'inactivity') && (
        <>
          {rule.kind === 'inactivity' && <span className="secondary">{t('rules.when.restarts')}</span>}
          <ActivityFilterEditor
            label={t(rule.kind === 'inactivity' ? 'rules.when.restarts' : 'rules.when.types')}
            filter={rule.on}
            path={`${path}.on`}
            onChange={(on) => onChange({ ...rule, on }, 'on')}
          />
        </>
      )}
      {rule.kind !== 'attribute' && (
        <>
          {rule.if !== undefined && <span className="secondary">{t('rules.when.gate')}</span>}
          <ConditionEditor
            kind={OF_LEADS}
            condition={rule.if}
            path={`${path}.if`}
            addLabel={t('rules.when.addGate')}
            onChange={(next) => onChange(withOptional(rule, 'if', next), 'if')}
          />
        </>
      )}
    </EditorSection>
  );
};

const MeasureField = ({
  rule,
  path,
  onChange,
}: RulePartProps<Extract<Rule, { readonly kind: 'bands' | 'counter' }>>) => {
  const { t } = useMessages();
  const { faults } = useRuleEditing();
  const { measures, attributes } = useHistoryNames();
  return (
    <FieldLine words={t('rules.when.attribute')}>
      <SuggestionField
        label={t('rules.when.attribute')}
        value={rule.attribute}
        suggestions={measures.length > 0 ? measures : attributes}
        onChange={(attribute) => onChange({ ...rule, attribute }, 'attribute')}
        fault={faultAt(faults, `${path}.attribute`)}
      />
    </FieldLine>
  );
};

const SilenceField = ({ rule, path, onChange }: RulePartProps<Extract<Rule, { readonly kind: 'inactivity' }>>) => {
  const { t } = useMessages();
  const { faults } = useRuleEditing();
  return (
    <NumberField
      label={t('rules.when.silenceFor')}
      value={rule.afterDays}
      onChange={(afterDays) => onChange({ ...rule, afterDays }, 'afterDays')}
      fault={faultAt(faults, `${path}.afterDays`)}
    />
  );
};
