import type { RuleSetOnList } from '../../../../api/rule-sets.ts';
import { freshName } from '../../../../core/rule-set/fresh-id.ts';
import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useScenario } from '../../../stores/use-stores.tsx';
import { EditorSection } from '../editor/editor-section.tsx';
import { useRuleEditing } from '../rule-editing.tsx';
import { conditionWords } from '../words/condition-words.tsx';
import { useRuleSets } from './use-rule-sets.ts';
import './rule-sets.css';

/** The rule sets of the workshop: one lies on the table, the others wait; what is taken off the list can come back. */
export const RuleSetsSection = () => {
  const { t } = useMessages();
  const { ruleSet } = useRuleEditing();
  const onTable = useScenario((state) => state.stored?.id ?? null);
  const add = useScenario((state) => state.addRuleSet);
  const { ruleSets, setRemoved } = useRuleSets();
  const names = ruleSets.map((one) => one.name);
  return (
    <EditorSection title={t('rules.sets')}>
      <ul className="rule-sets">
        {ruleSets.map((one) => (
          <RuleSetLine
            key={one.id}
            listed={one}
            isOnTable={one.id === onTable}
            onRemove={(isRemoved) => void setRemoved(one.id, isRemoved)}
          />
        ))}
      </ul>
      <div>
        <button
          type="button"
          className="adder"
          onClick={() => void add('blank', freshName(t('rules.sets.new'), names))}
        >
          <Icon name="plus" size={12} />
          {t('rules.sets.blank')}
        </button>
        <button type="button" className="adder" onClick={() => void add('copy', freshName(ruleSet.name, names))}>
          <Icon name="plus" size={12} />
          {t('rules.sets.copy')}
        </button>
      </div>
    </EditorSection>
  );
};

const RuleSetLine = (props: {
  readonly listed: RuleSetOnList;
  readonly isOnTable: boolean;
  readonly onRemove: (isRemoved: boolean) => void;
}) => {
  const { id, name, rules, scope, isRemoved } = props.listed;
  const messages = useMessages();
  const { t } = messages;
  const choose = useScenario((state) => state.chooseRuleSet);
  return (
    <li className={isRemoved ? 'removed' : ''}>
      <label className="check">
        <input
          type="radio"
          name="rule-set-on-the-table"
          disabled={isRemoved}
          checked={props.isOnTable}
          onChange={() => void choose(id)}
        />
        <span>
          {isRemoved ? <del>{name}</del> : <span className="strong">{name}</span>}
          <span className="secondary">
            {' '}
            {t('rules.sets.rules', { rules })}
            {scope !== null && <> · {conditionWords(messages, scope)}</>}
          </span>
        </span>
      </label>
      {!props.isOnTable && (
        <button
          type="button"
          className="head-tool"
          aria-label={t(isRemoved ? 'rules.sets.bringBackFull' : 'rules.sets.removeFull', { name })}
          onClick={() => props.onRemove(!isRemoved)}
        >
          {t(isRemoved ? 'rules.compare.bringBack' : 'rules.editor.remove')}
        </button>
      )}
    </li>
  );
};
