import type { RuleSetOnList } from '../../../api/rule-sets.ts';
import { Icon } from '../../components/icon.tsx';
import { LineKey } from '../../components/marks.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { useScenarios } from '../../stores/use-scenarios.ts';
import { useScenario } from '../../stores/use-stores.tsx';

/** All scenarios of the workshop, the one on the table ticked; ways to another. What is taken off the list can be put back. */
export const ScenarioList = () => {
  const { t } = useMessages();
  const onTheTable = useScenario((state) => state.stored?.id ?? null);
  const { scenarios, setRemoved } = useScenarios();
  return (
    <section aria-label={t('scenarios.title')}>
      <h3 className="strong">{t('scenarios.title')}</h3>
      <ul className="scenarios-list">
        {scenarios.map((listed) => (
          <Line
            key={listed.id}
            listed={listed}
            isOnTheTable={listed.id === onTheTable}
            onRemove={(isRemoved) => {
              const words = { name: listed.name };
              void setRemoved(
                listed.id,
                isRemoved,
                t(isRemoved ? 'scenarios.step.remove' : 'scenarios.step.putBack', words),
              );
            }}
          />
        ))}
      </ul>
      <Branches />
    </section>
  );
};

const Line = (props: {
  readonly listed: RuleSetOnList;
  readonly isOnTheTable: boolean;
  readonly onRemove: (isRemoved: boolean) => void;
}) => {
  const { id, name, seat, note, isRemoved } = props.listed;
  const { t } = useMessages();
  const choose = useScenario((state) => state.chooseRuleSet);
  const add = useScenario((state) => state.addRuleSet);
  return (
    <li data-whose={seat}>
      <button
        type="button"
        className="scenario-choice"
        aria-pressed={props.isOnTheTable}
        disabled={isRemoved}
        title={note === '' ? name : note}
        onClick={() => {
          if (!props.isOnTheTable) void choose(id, t('scenarios.step.choose', { name }));
        }}
      >
        <span className="menu-tick">{props.isOnTheTable && <Icon name="tick" size={12} />}</span>
        <LineKey />
        {isRemoved ? <del className="ellipsis">{name}</del> : <span className="strong hue ellipsis">{name}</span>}
        <span className="hint">{t(`scenarios.proposed.${seat}`)}</span>
      </button>
      {!isRemoved && (
        <button
          type="button"
          className="tool small"
          aria-label={t('scenarios.branchFull', { name })}
          title={t('scenarios.branchFull', { name })}
          onClick={() => void add({ scenarioId: id }, name, t('scenarios.step.branch', { name }))}
        >
          <Icon name="plus" size={12} />
        </button>
      )}
      {props.isOnTheTable ? (
        <span className="hint">{t('scenarios.onTheTable')}</span>
      ) : (
        <button
          type="button"
          className="head-tool"
          aria-label={t(isRemoved ? 'scenarios.putBackFull' : 'scenarios.removeFull', { name })}
          onClick={() => props.onRemove(!isRemoved)}
        >
          {t(isRemoved ? 'scenarios.putBack' : 'scenarios.remove')}
        </button>
      )}
    </li>
  );
};

const Branches = () => {
  const { t } = useMessages();
  const name = useScenario((state) => state.ruleSet?.name || (state.stored?.name ?? ''));
  const add = useScenario((state) => state.addRuleSet);
  const branch = (from: 'copy' | 'blank', called: string) =>
    void add(from, called, t('scenarios.step.branch', { name: called }));
  return (
    <div className="scenario-branches">
      <button type="button" className="adder" onClick={() => branch('copy', name)}>
        <Icon name="plus" size={12} />
        {t('scenarios.branch')}
      </button>
      <button type="button" className="adder" onClick={() => branch('blank', t('scenarios.new'))}>
        <Icon name="plus" size={12} />
        {t('scenarios.blank')}
      </button>
    </div>
  );
};
