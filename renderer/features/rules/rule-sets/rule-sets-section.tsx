import type { RuleSetOnList } from '../../../../api/rule-sets.ts';
import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useScenarios } from '../../../stores/use-scenarios.ts';
import { useScenario } from '../../../stores/use-stores.tsx';
import { EditorSection } from '../editor/editor-section.tsx';
import { useRuleEditing } from '../rule-editing.tsx';
import { conditionWords } from '../words/condition-words.tsx';
import './rule-sets.css';

/** The rule sets of the workshop: one lies on the table, the others wait; what is taken off the list can come back. */
export const RuleSetsSection = () => {
  const { t } = useMessages();
  const { ruleSet } = useRuleEditing();
  const onTable = useScenario((state) => state.stored?.id ?? null);
  const add = useScenario((state) => state.addRuleSet);
  const { scenarios, setRemoved } = useScenarios();
  const branch = (from: 'blank' | 'copy', name: string) => void add(from, name, t('scenarios.step.branch', { name }));
  return (
    <EditorSection title={t('rules.sets')}>
      <ul className="rule-sets">
        {scenarios.map((one) => (
          <RuleSetLine
            key={one.id}
            listed={one}
            isOnTable={one.id === onTable}
            onRemove={(isRemoved) => {
              const words = { name: one.name };
              void setRemoved(
                one.id,
                isRemoved,
                t(isRemoved ? 'scenarios.step.remove' : 'scenarios.step.putBack', words),
              );
            }}
          />
        ))}
      </ul>
      <div>
        <button type="button" className="adder" onClick={() => branch('blank', t('rules.sets.new'))}>
          <Icon name="plus" size={12} />
          {t('rules.sets.blank')}
        </button>
        <button type="button" className="adder" onClick={() => branch('copy', ruleSet.name)}>
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
  const { id, name, rules, scope, seat, isRemoved } = props.listed;
  const messages = useMessages();
  const { t } = messages;
  const choose = useScenario((state) => state.chooseRuleSet);
  return (
    <li className={isRemoved ? 'removed' : ''} data-whose={seat}>
      <label className="check">
        <input
          type="radio"
          name="rule-set-on-the-table"
          disabled={isRemoved}
          checked={props.isOnTable}
          onChange={() => void choose(id, t('scenarios.step.choose', { name }))}
        />
        <span>
          {isRemoved ? <del>{name}</del> : <span className="strong hue">{name}</span>}
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
