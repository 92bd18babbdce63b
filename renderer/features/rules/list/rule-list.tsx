import { addDimension } from '../../../../core/rule-set/edit-structure.ts';
import { freshName } from '../../../../core/rule-set/fresh-id.ts';
import { Icon } from '../../../components/icon.tsx';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { Homeless } from '../compare/homeless.tsx';
import { EffectHeading } from '../effects/effect-heading.tsx';
import { useRuleEditing } from '../rule-editing.tsx';
import { ListTools } from '../search/list-tools.tsx';
import { SearchProvider } from '../search/search.tsx';
import { select } from '../use-selection.ts';
import { DimensionBlock } from './dimension-block.tsx';

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
    <SearchProvider>
      <ListTools />
      <div className="scroll rule-list" {...scrollRegion(t('rules.list'))}>
        <div className="rule-columns rule-headings" aria-hidden="true">
          <span>{t('rules.column.on')}</span>
          <span>{t('rules.column.rule')}</span>
          <span>{t('rules.column.when')}</span>
          <span>{t('rules.column.counts')}</span>
          <span>{t('rules.column.fades')}</span>
          <span className="rule-points">{t('rules.column.points')}</span>
          <EffectHeading />
        </div>
        {ruleSet.dimensions.map((dimension) => (
          <DimensionBlock key={dimension.id} dimension={dimension} />
        ))}
        <Homeless />
        <div className="rule-list-foot">
          <button type="button" className="adder" aria-label={t('rules.addDimensionFull')} onClick={addOne}>
            <Icon name="plus" size={12} />
            {t('rules.addDimension')}
          </button>
        </div>
      </div>
    </SearchProvider>
  );
};
