import { withOptional } from '../../../../core/rule-set/optional-key.ts';
import type { ActivityRule, Rule } from '../../../../core/rule-set/rule-set.ts';
import { NumberField } from '../../../components/fields/number-field.tsx';
import { Segments } from '../../../components/fields/segments.tsx';
import { SuggestionField } from '../../../components/fields/suggestion-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { faultAt, useRuleEditing } from '../rule-editing.tsx';
import { useHistoryNames } from '../use-history-names.ts';
import { pointsWords } from '../words/rule-words.tsx';
import { BandsTable } from './bands-table.tsx';
import { EditorSection, FieldLine } from './editor-section.tsx';
import { PointsLine } from './points-line.tsx';
import { repeatOf, withRepeat } from './repeat.ts';
import type { RulePartProps } from './when-section.tsx';

/** What a rule gives, and how often. */
export const GivesSection = ({ rule, path, onChange }: RulePartProps<Rule>) => {
  const messages = useMessages();
  const { t } = messages;
  const { faults, baseline, baselineName } = useRuleEditing();
  const before = baseline.rules.find((other) => other.id === rule.id);
  const was =
    before === undefined || pointsWords(messages, before) === pointsWords(messages, rule)
      ? undefined
      : pointsWords(messages, before);
  return (
    <EditorSection
      title={t('rules.gives')}
      aside={was === undefined ? undefined : t('rules.editor.was', { baseline: baselineName, was })}
    >
      {rule.kind === 'bands' ? (
        <BandsTable rule={rule} path={path} onChange={onChange} />
      ) : (
        <PointsLine
          value={rule.points}
          baseline={before === undefined || before.kind === 'bands' ? undefined : before.points}
          fault={faultAt(faults, `${path}.points`)}
          onChange={(points) => onChange({ ...rule, points }, 'points')}
        />
      )}
      {rule.kind === 'counter' && (
        <FieldLine words={t('rules.gives.perUnit')} after={t('rules.gives.perUnitUnit')}>
          <NumberField
            label={t('rules.gives.perUnitMax')}
            optional
            placeholder={t('rules.gives.open')}
            value={rule.max}
            onChange={(max) => onChange(withOptional(rule, 'max', max), 'max')}
            fault={faultAt(faults, `${path}.max`)}
          />
        </FieldLine>
      )}
      {rule.kind === 'inactivity' && (
        <FieldLine words={t('rules.gives.most')} after={t('rules.gives.mostSilence')}>
          <NumberField
            label={t('rules.gives.most')}
            value={rule.max}
            onChange={(max) => onChange({ ...rule, max }, 'max')}
            fault={faultAt(faults, `${path}.max`)}
          />
        </FieldLine>
      )}
      {rule.kind === 'activity' && <RepeatFields rule={rule} path={path} onChange={onChange} />}
      <label className="check">
        <input
          type="checkbox"
          checked={rule.disqualifies}
          onChange={(event) => onChange({ ...rule, disqualifies: event.currentTarget.checked }, 'disqualifies')}
        />
        <span>{t('rules.gives.disqualifies')}</span>
      </label>
    </EditorSection>
  );
};

const RepeatFields = ({ rule, path, onChange }: RulePartProps<ActivityRule>) => {
  const { t } = useMessages();
  const { faults } = useRuleEditing();
  const { properties } = useHistoryNames();
  const repeat = repeatOf(rule);
  return (
    <>
      <Segments
        label={t('rules.gives.repeat')}
        value={repeat}
        choices={[
          { value: 'once', label: t('rules.gives.once') },
          { value: 'each', label: t('rules.gives.each') },
          { value: 'byCount', label: t('rules.gives.byCount') },
        ]}
        onChange={(next) => onChange(withRepeat(rule, next), 'repeat')}
      />
      <div className="rule-fields">
        {repeat === 'byCount' && (
          <FieldLine words={t('rules.gives.every')} after={t('rules.gives.everyUnit')}>
            <NumberField
              label={t('rules.gives.every')}
              value={rule.every}
              onChange={(every) => onChange({ ...rule, every }, 'every')}
              fault={faultAt(faults, `${path}.every`)}
            />
          </FieldLine>
        )}
        {repeat !== 'once' && (
          <FieldLine words={t('rules.gives.most')} after={t('rules.gives.mostUnit')}>
            <NumberField
              label={t('rules.gives.most')}
              optional
              value={rule.max}
              onChange={(max) => onChange(withOptional(rule, 'max', max), 'max')}
              fault={faultAt(faults, `${path}.max`)}
            />
          </FieldLine>
        )}
        <FieldLine words={t('rules.gives.within')} after={t('rules.gives.daysUnit')}>
          <NumberField
            label={t('rules.gives.within')}
            optional
            value={rule.withinDays}
            onChange={(days) => onChange(withOptional(rule, 'withinDays', days), 'withinDays')}
            fault={faultAt(faults, `${path}.withinDays`)}
          />
        </FieldLine>
        <FieldLine words={t('rules.gives.cooldown')} after={t('rules.gives.daysUnit')}>
          <NumberField
            label={t('rules.gives.cooldown')}
            optional
            value={rule.cooldownDays}
            onChange={(days) => onChange(withOptional(rule, 'cooldownDays', days), 'cooldownDays')}
            fault={faultAt(faults, `${path}.cooldownDays`)}
          />
        </FieldLine>
        <FieldLine words={t('rules.gives.distinct')}>
          <SuggestionField
            label={t('rules.gives.distinct')}
            value={rule.distinctBy ?? ''}
            suggestions={properties}
            placeholder={t('rules.gives.distinctNone')}
            onChange={(property) =>
              onChange(withOptional(rule, 'distinctBy', property === '' ? undefined : property), 'distinctBy')
            }
            fault={faultAt(faults, `${path}.distinctBy`)}
          />
        </FieldLine>
      </div>
    </>
  );
};
