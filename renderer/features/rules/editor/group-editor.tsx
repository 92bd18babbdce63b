import { moveGroup, removeGroup, replaceGroup } from '../../../../core/rule-set/edit-structure.ts';
import type { Group, Limits } from '../../../../core/rule-set/rule-set.ts';
import { ChoiceField } from '../../../components/fields/choice-field.tsx';
import { Segments } from '../../../components/fields/segments.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { faultAt, useRuleEditing } from '../rule-editing.tsx';
import { WHOLE } from '../selection.ts';
import { select } from '../use-selection.ts';
import { EditorHead, HeadTool } from './editor-head.tsx';
import { EditorSection } from './editor-section.tsx';
import { LimitFields } from './limit-fields.tsx';

export const GroupEditor = ({ group }: { readonly group: Group }) => {
  const { t } = useMessages();
  const { ruleSet, faults, apply } = useRuleEditing();
  const { id, name } = group;
  const path = `groups[${ruleSet.groups.indexOf(group)}]`;
  const change = (next: Group, field: string, label = t('rules.step.change', { name })) =>
    apply(replaceGroup(ruleSet, id, next), label, `group:${id}:${field}`);
  const up = moveGroup(ruleSet, id, 'up');
  const down = moveGroup(ruleSet, id, 'down');
  return (
    <>
      <EditorHead
        what={t('rules.editor.group')}
        name={name}
        idOf={{ kind: 'group', id }}
        fault={faultAt(faults, `${path}.name`)}
        onRename={(renamed) => change({ ...group, name: renamed }, 'name', t('rules.step.rename', { name: renamed }))}
      >
        <ChoiceField
          label={t('rules.editor.dimension')}
          value={group.dimension}
          choices={ruleSet.dimensions.map((dimension) => ({ value: dimension.id, label: dimension.name }))}
          onChange={(dimension) => change({ ...group, dimension }, 'dimension')}
        />
        <div className="head-tools">
          <HeadTool
            label={t('rules.editor.up')}
            disabled={up === ruleSet}
            onClick={() => apply(up, t('rules.step.move', { name }))}
          />
          <HeadTool
            label={t('rules.editor.down')}
            disabled={down === ruleSet}
            onClick={() => apply(down, t('rules.step.move', { name }))}
          />
          <HeadTool
            label={t('rules.editor.remove')}
            onClick={() => {
              apply(removeGroup(ruleSet, id), t('rules.step.remove', { name }));
              select(WHOLE);
            }}
          />
        </div>
        <p className="hint">{t('rules.structure.removeGroup')}</p>
      </EditorHead>
      <EditorSection title={t('rules.structure.combine')}>
        <Segments
          label={t('rules.structure.combine')}
          value={group.combine}
          choices={[
            { value: 'sum', label: t('rules.structure.sum') },
            { value: 'best', label: t('rules.structure.best') },
          ]}
          onChange={(combine) => change({ ...group, combine }, 'combine')}
        />
      </EditorSection>
      <EditorSection title={t('rules.structure.limits')}>
        <LimitFields
          limits={group}
          path={path}
          onChange={(limits, field) => change(withLimits(group, limits), field)}
        />
      </EditorSection>
    </>
  );
};

const withLimits = ({ id, name, dimension, combine }: Group, { min, max }: Limits): Group => ({
  id,
  name,
  dimension,
  combine,
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});
