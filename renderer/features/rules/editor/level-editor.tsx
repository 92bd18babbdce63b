import { moveLevel, removeLevel, replaceLevel, setLevelMinimum } from '../../../../core/rule-set/edit-levels.ts';
import { withOptional } from '../../../../core/rule-set/optional-key.ts';
import type { Level } from '../../../../core/rule-set/rule-set.ts';
import { NumberField } from '../../../components/fields/number-field.tsx';
import { SuggestionField } from '../../../components/fields/suggestion-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { faultAt, useRuleEditing } from '../rule-editing.tsx';
import { WHOLE } from '../selection.ts';
import { select } from '../use-selection.ts';
import { EditorHead, HeadTool } from './editor-head.tsx';
import { EditorSection, FieldLine } from './editor-section.tsx';

const USUAL_ROUTES = ['nurture', 'sales', 'sales-urgent'];

export const LevelEditor = ({ level }: { readonly level: Level }) => {
  const { t } = useMessages();
  const { ruleSet, faults, apply } = useRuleEditing();
  const { id, name } = level;
  const path = `levels[${ruleSet.levels.indexOf(level)}]`;
  const change = (next: Level, field: string, label = t('rules.step.change', { name })) =>
    apply(replaceLevel(ruleSet, id, next), label, `level:${id}:${field}`);
  const isLast = ruleSet.levels.length === 1;
  const up = moveLevel(ruleSet, id, 'up');
  const down = moveLevel(ruleSet, id, 'down');
  return (
    <>
      <EditorHead
        what={t('rules.level')}
        name={name}
        idOf={{ kind: 'level', id }}
        fault={faultAt(faults, `${path}.name`)}
        onRename={(renamed) => change({ ...level, name: renamed }, 'name', t('rules.step.rename', { name: renamed }))}
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
              apply(removeLevel(ruleSet, id), t('rules.step.remove', { name }));
              select(WHOLE);
            }}
          />
          {isLast && <span className="hint">{t('rules.structure.lastLevel')}</span>}
        </div>
      </EditorHead>
      <EditorSection title={t('rules.when')}>
        <FieldLine words={t('rules.level.total')}>
          <NumberField
            label={t('rules.level.total')}
            value={level.total}
            onChange={(total) => change({ ...level, total }, 'total')}
            fault={faultAt(faults, `${path}.total`)}
            width={72}
          />
        </FieldLine>
        <span className="secondary">{t('rules.level.minimums')}</span>
        {ruleSet.dimensions.map((dimension) => (
          <FieldLine key={dimension.id} words={t('rules.level.minimum', { dimension: dimension.name })}>
            <NumberField
              label={t('rules.level.minimum', { dimension: dimension.name })}
              optional
              placeholder={t('rules.level.noMinimum')}
              width={72}
              value={level.dimensions[dimension.id]}
              onChange={(least) => change(setLevelMinimum(level, dimension.id, least), `minimum:${dimension.id}`)}
              fault={
                faultAt(faults, `${path}.dimensions.${dimension.id}`) ??
                faultAt(faults, `${path}.dimensions[${JSON.stringify(dimension.id)}]`)
              }
            />
          </FieldLine>
        ))}
      </EditorSection>
      <EditorSection title={t('rules.level.after')}>
        <FieldLine words={t('rules.level.route')}>
          <SuggestionField
            label={t('rules.level.route')}
            value={level.route ?? ''}
            suggestions={USUAL_ROUTES}
            placeholder={t('rules.level.unsaid')}
            onChange={(route) => change(withOptional(level, 'route', route === '' ? undefined : route), 'route')}
            fault={faultAt(faults, `${path}.route`)}
          />
        </FieldLine>
        <FieldLine words={t('rules.level.followUp')} after={t('rules.level.hours')}>
          <NumberField
            label={t('rules.level.followUp')}
            optional
            placeholder={t('rules.level.unsaid')}
            width={72}
            value={level.followUpHours}
            onChange={(hours) => change(withOptional(level, 'followUpHours', hours), 'followUpHours')}
            fault={faultAt(faults, `${path}.followUpHours`)}
          />
        </FieldLine>
      </EditorSection>
    </>
  );
};
