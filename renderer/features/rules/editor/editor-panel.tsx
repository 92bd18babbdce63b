import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { useRuleEditing } from '../rule-editing.tsx';
import { useSelection } from '../use-selection.ts';
import { DimensionEditor } from './dimension-editor.tsx';
import { GroupEditor } from './group-editor.tsx';
import { LevelEditor } from './level-editor.tsx';
import { RuleEditor } from './rule-editor.tsx';
import { RuleSetEditor } from './rule-set-editor.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

export const EditorPanel = () => {
  const { t } = useMessages();
  // Read here so that the panel is drawn whenever what it shows is, and can keep the focus.
  useRuleEditing();
  useSelection();
  const kept = useKeptFocus();
  return (
    <div className="rule-editor scroll" {...kept} {...scrollRegion(t('rules.editor'))}>
      <Selected />
    </div>
  );
};

/** Keyed by what it shows: a text half typed for one rule must not appear in another's field. */
const Selected = () => {
  const { ruleSet } = useRuleEditing();
  const selection = useSelection();
  if (selection.kind === 'ruleSet') return <RuleSetEditor />;
  const { id } = selection;
  const rule = selection.kind === 'rule' ? ruleSet.rules.find((one) => one.id === id) : undefined;
  if (rule !== undefined) return <RuleEditor key={id} rule={rule} />;
  const level = selection.kind === 'level' ? ruleSet.levels.find((one) => one.id === id) : undefined;
  if (level !== undefined) return <LevelEditor key={id} level={level} />;
  const dimension = selection.kind === 'dimension' ? ruleSet.dimensions.find((one) => one.id === id) : undefined;
  if (dimension !== undefined) return <DimensionEditor key={id} dimension={dimension} />;
  const group = selection.kind === 'group' ? ruleSet.groups.find((one) => one.id === id) : undefined;
  return group === undefined ? <RuleSetEditor /> : <GroupEditor key={id} group={group} />;
};
