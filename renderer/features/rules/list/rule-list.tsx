import { newRule } from '../../../../core/rule-set/change-rule-kind.ts';
import { addRule } from '../../../../core/rule-set/edit-rules.ts';
import { addDimension, addGroup } from '../../../../core/rule-set/edit-structure.ts';
import { freshName } from '../../../../core/rule-set/fresh-id.ts';
import type { Dimension, Group, Limits, Rule } from '../../../../core/rule-set/rule-set.ts';
import { Icon } from '../../../components/icon.tsx';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useRuleEditing } from '../rule-editing.tsx';
import { isSelected } from '../selection.ts';
import { useHistoryNames } from '../use-history-names.ts';
import { select, useSelection } from '../use-selection.ts';
import { RuleRow } from './rule-row.tsx';

/** All rules by dimension and group, each in words. */
export const RuleList = () => {
  const { t } = useMessages();
  const { ruleSet, apply } = useRuleEditing();
  const addOne = () => {
    const name = freshName(
      t('rules.newDimension'),
      ruleSet.dimensions.map((dimension) => dimension.name),
    );
    const added = addDimension(ruleSet, name);
    apply(added.ruleSet, t('rules.step.add', { name }));
    select({ kind: 'dimension', id: added.id });
  };
  return (
    <div className="scroll rule-list" {...scrollRegion(t('rules.list'))}>
      <div className="rule-columns rule-headings" aria-hidden="true">
        <span>{t('rules.column.on')}</span>
        <span>{t('rules.column.rule')}</span>
        <span>{t('rules.column.when')}</span>
        <span>{t('rules.column.counts')}</span>
        <span>{t('rules.column.fades')}</span>
        <span className="rule-points">{t('rules.column.points')}</span>
      </div>
      {ruleSet.dimensions.map((dimension) => (
        <DimensionBlock key={dimension.id} dimension={dimension} />
      ))}
      <div className="rule-list-foot">
        <button type="button" className="adder" aria-label={t('rules.addDimensionFull')} onClick={addOne}>
          <Icon name="plus" size={12} />
          {t('rules.addDimension')}
        </button>
      </div>
    </div>
  );
};

const DimensionBlock = ({ dimension }: { readonly dimension: Dimension }) => {
  const { t } = useMessages();
  const { ruleSet, baseline, apply } = useRuleEditing();
  const chosen = isSelected(useSelection(), 'dimension', dimension.id);
  const rules = ruleSet.rules.filter((rule) => rule.dimension === dimension.id);
  const groups = ruleSet.groups.filter((group) => group.dimension === dimension.id);
  const loose = rules.filter((rule) => rule.group === undefined);
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
      <div className={`dimension-line${chosen ? ' chosen' : ''}`}>
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
      {(loose.length > 0 || groups.length === 0) && <Rows rules={loose} label={dimension.name} />}
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
  return (
    <>
      <div className={`group-line${chosen ? ' chosen' : ''}`}>
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
      <Rows rules={rules} label={group.name} />
    </>
  );
};

const Rows = ({ rules, label }: { readonly rules: readonly Rule[]; readonly label: string }) => {
  const { t } = useMessages();
  if (rules.length === 0) return <p className="no-rules hint">{t('rules.noRules')}</p>;
  return (
    <ul className="rule-rows" aria-label={label}>
      {rules.map((rule) => (
        <RuleRow key={rule.id} rule={rule} />
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

/** "at least −50, at most 60", with the baseline's figure where it differs. */
const LimitWords = (props: {
  readonly limits: Limits;
  readonly before: Limits | undefined;
  /** Says nothing where there is no limit. */
  readonly quiet?: boolean;
}) => {
  const { limits, before, quiet = false } = props;
  const { t, rich, format } = useMessages();
  const { baselineName } = useRuleEditing();
  const was = (now: number | undefined, then: number | undefined) =>
    before === undefined || now === then ? null : (
      <span className="hint">
        {' '}
        {t('rules.limit.was', {
          baseline: baselineName,
          was: then === undefined ? t('rules.limit.none') : format.points(then),
        })}
      </span>
    );
  return (
    <span className="secondary">
      {limits.min !== undefined && <>{rich('rules.limit.least', { least: format.points(limits.min) })} </>}
      {was(limits.min, before?.min)}
      {limits.max !== undefined && rich('rules.limit.most', { most: format.points(limits.max) })}
      {was(limits.max, before?.max)}
      {limits.min === undefined && limits.max === undefined && !quiet && t('rules.limit.none')}
    </span>
  );
};
