import { withOptional } from '../../../../core/rule-set/optional-key.ts';
import { type RuleSet, STAGE_NAMES } from '../../../../core/rule-set/rule-set.ts';
import { TextField } from '../../../components/fields/text-field.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { faultAt, useRuleEditing } from '../rule-editing.tsx';
import { RuleSetsSection } from '../rule-sets/rule-sets-section.tsx';
import { ScopeSection } from '../rule-sets/scope-section.tsx';
import { ActivityFilterEditor } from './activity-filter-editor.tsx';
import { EditorHead } from './editor-head.tsx';
import { EditorSection } from './editor-section.tsx';
import { LevelOrder } from './level-order.tsx';
import { LimitFields } from './limit-fields.tsx';
import { withRecycle } from './recycle-edits.ts';

/** What belongs to no single rule: name, limits of the score, activities that count for nothing, recycling. */
export const RuleSetEditor = () => {
  const { t } = useMessages();
  const { ruleSet, faults, apply } = useRuleEditing();
  const change = (next: RuleSet, field: string) => apply(next, t('rules.step.ruleSet'), `ruleSet:${field}`);
  return (
    <>
      <EditorHead
        what={t('rules.set')}
        name={ruleSet.name}
        fault={faultAt(faults, 'name')}
        onRename={(name) => change({ ...ruleSet, name }, 'name')}
        closable={false}
      >
        <TextField
          label={t('rules.editor.description')}
          placeholder={t('rules.editor.description')}
          long
          value={ruleSet.description}
          onChange={(description) => change({ ...ruleSet, description }, 'description')}
        />
      </EditorHead>
      <ScopeSection />
      <EditorSection title={t('rules.whole.total')}>
        <LimitFields
          limits={ruleSet.total}
          path="total"
          onChange={(total, field) => change({ ...ruleSet, total }, `total:${field}`)}
        />
      </EditorSection>
      <EditorSection title={t('rules.whole.ignore')}>
        <p className="hint">{t('rules.whole.ignoreHint')}</p>
        {ruleSet.ignore.map((filter, index) => {
          const path = `ignore[${index}]`;
          const number = index + 1;
          return (
            // A filter has no name of its own; its place is what identifies it.
            <div className="ignore-filter" key={path}>
              <ActivityFilterEditor
                label={t('rules.whole.ignoreNumber', { number })}
                filter={filter}
                path={path}
                onChange={(next) => change({ ...ruleSet, ignore: ruleSet.ignore.with(index, next) }, path)}
              />
              <button
                type="button"
                className="tool small"
                aria-label={t('rules.whole.removeIgnore', { number })}
                onClick={() => change({ ...ruleSet, ignore: ruleSet.ignore.toSpliced(index, 1) }, 'ignore')}
              >
                <Icon name="cross" size={12} />
              </button>
            </div>
          );
        })}
        <div>
          <button
            type="button"
            className="adder"
            onClick={() =>
              change({ ...ruleSet, ignore: [...ruleSet.ignore, { if: { property: 'type', op: 'missing' } }] }, 'ignore')
            }
          >
            <Icon name="plus" size={12} />
            {t('rules.whole.addIgnore')}
          </button>
        </div>
      </EditorSection>
      <RecycleSection onChange={change} />
      {ruleSet.levels.length > 1 && <LevelOrder />}
      <RuleSetsSection />
    </>
  );
};

const RecycleSection = ({ onChange }: { readonly onChange: (next: RuleSet, field: string) => void }) => {
  const { t } = useMessages();
  const { ruleSet, faults } = useRuleEditing();
  const { recycle } = ruleSet;
  const put = (next: RuleSet['recycle']) => onChange(withOptional(ruleSet, 'recycle', next), 'recycle');
  return (
    <EditorSection title={t('rules.whole.recycle')}>
      <p className="hint">{t('rules.whole.recycleHint')}</p>
      <fieldset className="checks">
        <legend className="secondary">{t('rules.whole.recycleOn')}</legend>
        {STAGE_NAMES.map((stage) => (
          <label className="check" key={stage}>
            <input
              type="checkbox"
              checked={recycle?.on.includes(stage) ?? false}
              onChange={(event) => put(withRecycle(recycle, 'on', stage, event.currentTarget.checked, ruleSet))}
            />
            <span>{t(`rules.stage.${stage}`)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="checks">
        <legend className="secondary">{t('rules.whole.recycleClear')}</legend>
        {ruleSet.dimensions.map(({ id, name }) => (
          <label className="check" key={id}>
            <input
              type="checkbox"
              disabled={recycle === undefined}
              checked={recycle?.clear.includes(id) ?? false}
              onChange={(event) => put(withRecycle(recycle, 'clear', id, event.currentTarget.checked, ruleSet))}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      {faultAt(faults, 'recycle', true) !== undefined && <p className="broken">{faultAt(faults, 'recycle', true)}</p>}
    </EditorSection>
  );
};
