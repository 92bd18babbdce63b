import type { Place } from '../../../../core/rule-set/arrange.ts';
import { newRule } from '../../../../core/rule-set/change-rule-kind.ts';
import { addRule } from '../../../../core/rule-set/edit-rules.ts';
import { addGroup } from '../../../../core/rule-set/edit-structure.ts';
import { freshName } from '../../../../core/rule-set/fresh-id.ts';
import type { Dimension, Group, Rule } from '../../../../core/rule-set/rule-set.ts';
import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { Grip, useDropZone } from '../arrange/grip.tsx';
import { GhostRow } from '../compare/ghost-row.tsx';
import { useGhosts } from '../compare/use-ghosts.ts';
import { useRuleEditing } from '../rule-editing.tsx';
import { useSearch } from '../search/search.tsx';
import { isSelected } from '../selection.ts';
import { useHistoryNames } from '../use-history-names.ts';
import { select, useSelection } from '../use-selection.ts';
import { LimitWords } from './limit-words.tsx';
import { RuleRow } from './rule-row.tsx';

/** A dimension: its loose rules, then its groups. */
export const DimensionBlock = ({ dimension }: { readonly dimension: Dimension }) => {
  const { t } = useMessages();
  const { ruleSet, baseline, apply } = useRuleEditing();
  const chosen = isSelected(useSelection(), 'dimension', dimension.id);
  const rules = ruleSet.rules.filter((rule) => rule.dimension === dimension.id);
  const groups = ruleSet.groups.filter((group) => group.dimension === dimension.id);
  const loose = rules.filter((rule) => rule.group === undefined);
  const thing = { kind: 'dimension', id: dimension.id } as const;
  const { ref, dropClass } = useDropZone(thing);
  const addOne = () => {
    const name = freshName(
      t('rules.newGroup'),
      ruleSet.groups.map((group) => group.name),
    );
    const added = addGroup(ruleSet, name, dimension.id);
    apply(added.ruleSet, t('rules.step.add', { name }));
    select({ kind: 'group', id: added.id });
  };
  return (
    <section aria-label={dimension.name}>
      <div ref={ref} className={`dimension-line${chosen ? ' chosen' : ''}${dropClass}`}>
        <Grip thing={thing} name={dimension.name} />
        <h2>
          <button type="button" aria-current={chosen} onClick={() => select({ kind: 'dimension', id: dimension.id })}>
            {dimension.name}
          </button>
        </h2>
        <LimitWords limits={dimension} before={baseline.dimensions.find((other) => other.id === dimension.id)} />
        <span className="spring" />
        <AddRule place={dimension.name} dimension={dimension.id} />
        <button
          type="button"
          className="adder"
          aria-label={t('rules.addGroupIn', { place: dimension.name })}
          onClick={addOne}
        >
          <Icon name="plus" size={12} />
          {t('rules.addGroup')}
        </button>
      </div>
      <Rows place={{ dimension: dimension.id }} rules={loose} label={dimension.name} quiet={groups.length > 0} />
      {groups.map((group) => (
        <GroupBlock key={group.id} group={group} rules={rules.filter((rule) => rule.group === group.id)} />
      ))}
    </section>
  );
};

const GroupBlock = ({ group, rules }: { readonly group: Group; readonly rules: readonly Rule[] }) => {
  const { t } = useMessages();
  const { baseline } = useRuleEditing();
  const chosen = isSelected(useSelection(), 'group', group.id);
  const thing = { kind: 'group', id: group.id } as const;
  const { ref, dropClass } = useDropZone(thing);
  return (
    <>
      <div ref={ref} className={`group-line${chosen ? ' chosen' : ''}${dropClass}`}>
        <Grip thing={thing} name={group.name} />
        <h3>
          <button type="button" aria-current={chosen} onClick={() => select({ kind: 'group', id: group.id })}>
            {group.name}
          </button>
        </h3>
        <LimitWords
          limits={group}
          quiet={group.combine === 'best'}
          before={baseline.groups.find((other) => other.id === group.id)}
        />
        {group.combine === 'best' && <span>{t('rules.limit.best')}</span>}
        <span className="spring" />
        <AddRule place={group.name} dimension={group.dimension} group={group.id} />
      </div>
      <Rows place={{ dimension: group.dimension, group: group.id }} rules={rules} label={group.name} />
    </>
  );
};

/** The rules of a place that the search lets through, then those that the baseline had there. */
const Rows = (props: {
  readonly place: Place;
  readonly rules: readonly Rule[];
  readonly label: string;
  /** Says nothing where there is no rule. */
  readonly quiet?: boolean;
}) => {
  const { t } = useMessages();
  const { isSought, isSearching } = useSearch();
  const ghosts = useGhosts(props.place).filter(isSought);
  const rules = props.rules.filter(isSought);
  if (rules.length === 0 && ghosts.length === 0) {
    if (isSearching || props.quiet === true) return null;
    return <p className="no-rules hint">{t('rules.noRules')}</p>;
  }
  return (
    <ul className="rule-rows" aria-label={props.label}>
      {rules.map((rule) => (
        <RuleRow key={rule.id} rule={rule} />
      ))}
      {ghosts.map((rule) => (
        <GhostRow key={rule.id} rule={rule} />
      ))}
    </ul>
  );
};

const AddRule = (props: { readonly place: string; readonly dimension: string; readonly group?: string }) => {
  const { t } = useMessages();
  const { ruleSet, apply } = useRuleEditing();
  const { subjects } = useHistoryNames();
  const add = () => {
    const name = freshName(
      t('rules.newRule'),
      ruleSet.rules.map((rule) => rule.name),
    );
    const added = addRule(ruleSet, newRule(name, props.dimension, props.group, subjects));
    apply(added.ruleSet, t('rules.step.add', { name }));
    select({ kind: 'rule', id: added.id });
  };
  return (
    <button type="button" className="adder" aria-label={t('rules.addIn', { place: props.place })} onClick={add}>
      <Icon name="plus" size={12} />
      {t('rules.add')}
    </button>
  );
};
