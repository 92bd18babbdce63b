import { moveDimension, removeDimension, replaceDimension } from '../../../../core/rule-set/edit-structure.ts';
import type { Dimension, Limits } from '../../../../core/rule-set/rule-set.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { faultAt, useRuleEditing } from '../rule-editing.tsx';
import { WHOLE } from '../selection.ts';
import { select } from '../use-selection.ts';
import { EditorHead, HeadTool } from './editor-head.tsx';
import { EditorSection } from './editor-section.tsx';
import { LimitFields } from './limit-fields.tsx';

export const DimensionEditor = ({ dimension }: { readonly dimension: Dimension }) => {
  const { t } = useMessages();
  const { ruleSet, faults, apply } = useRuleEditing();
  const { id, name } = dimension;
  const path = `dimensions[${ruleSet.dimensions.indexOf(dimension)}]`;
  const change = (next: Dimension, field: string, label = t('rules.step.change', { name })) =>
    apply(replaceDimension(ruleSet, id, next), label, `dimension:${id}:${field}`);
  const up = moveDimension(ruleSet, id, 'up');
  const down = moveDimension(ruleSet, id, 'down');
  const isLast = ruleSet.dimensions.length === 1;
  return (
    <>
      <EditorHead
        what={t('rules.editor.dimension')}
        name={name}
        idOf={{ kind: 'dimension', id }}
        fault={faultAt(faults, `${path}.name`)}
        onRename={(renamed) =>
          change({ ...dimension, name: renamed }, 'name', t('rules.step.rename', { name: renamed }))
        }
      >
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
            disabled={isLast}
            onClick={() => {
              apply(removeDimension(ruleSet, id), t('rules.step.remove', { name }));
              select(WHOLE);
            }}
          />
        </div>
        <p className="hint">{t(isLast ? 'rules.structure.lastDimension' : 'rules.structure.removeDimension')}</p>
      </EditorHead>
      <EditorSection title={t('rules.structure.limits')}>
        <LimitFields
          limits={dimension}
          path={path}
          onChange={(limits: Limits, field) => change(withLimits(dimension, limits), field)}
        />
      </EditorSection>
    </>
  );
};

const withLimits = ({ id, name }: Dimension, { min, max }: Limits): Dimension => ({
  id,
  name,
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});
