import type { Level } from '../../../../core/rule-set/rule-set.ts';
import { ChoiceField } from '../../../components/fields/choice-field.tsx';
import { Segments } from '../../../components/fields/segments.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useGrid } from '../../../stores/use-stores.tsx';
import { useRuleEditing } from '../rule-editing.tsx';
import { select } from '../use-selection.ts';
import { dimensionsOf } from './use-grid-question.ts';
import { ViewSwitch } from './view-switch.tsx';

/** Above the grid: which level the cells are chosen for, and which dimensions it shows where there are more than two. */
export const GridBar = ({ level }: { readonly level: Level }) => {
  const { t } = useMessages();
  const { ruleSet } = useRuleEditing();
  const isOwn = useGrid((state) => Object.keys({ ...state.cutOffs, ...state.drafts }).length > 0);
  const propose = useGrid((state) => state.propose);
  return (
    <div className="list-tools grid-bar">
      <ViewSwitch />
      <span className="secondary">{t('grid.level')}</span>
      {ruleSet.levels.length <= MOST_SIDE_BY_SIDE ? (
        <Segments label={t('grid.level')} {...levelChoice(ruleSet.levels, level)} />
      ) : (
        <ChoiceField label={t('grid.level')} {...levelChoice(ruleSet.levels, level)} />
      )}
      {ruleSet.dimensions.length > 2 && <DimensionChoices />}
      <span className="spring" />
      {isOwn && (
        <button type="button" className="tool small" onClick={propose}>
          {t('grid.propose')}
        </button>
      )}
    </div>
  );
};

const MOST_SIDE_BY_SIDE = 3;

const levelChoice = (levels: readonly Level[], level: Level) => ({
  value: level.id,
  choices: levels.map(({ id, name }) => ({ value: id, label: name })),
  onChange: (id: string) => select({ kind: 'level', id }),
});

const DimensionChoices = () => {
  const { t } = useMessages();
  const { ruleSet } = useRuleEditing();
  const chosen = useGrid((state) => state.chosen);
  const choose = useGrid((state) => state.choose);
  const [rows, columns] = dimensionsOf(ruleSet, chosen);
  if (rows === undefined || columns === undefined) return null;
  const choices = ruleSet.dimensions.map(({ id, name }) => ({ value: id, label: name }));
  // What is chosen for one side while it stands on the other changes places.
  return (
    <>
      <span className="grid-dimension">
        <ChoiceField
          label={t('grid.rows')}
          value={rows.id}
          choices={choices}
          onChange={(id) => choose([id, id === columns.id ? rows.id : columns.id])}
        />
      </span>
      <span className="secondary">{t('grid.by')}</span>
      <span className="grid-dimension">
        <ChoiceField
          label={t('grid.columns')}
          value={columns.id}
          choices={choices}
          onChange={(id) => choose([id === rows.id ? columns.id : rows.id, id])}
        />
      </span>
    </>
  );
};
