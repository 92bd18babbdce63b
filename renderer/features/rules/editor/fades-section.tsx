import type { ActivityRule, Decay, InactivityRule } from '../../../../core/rule-set/rule-set.ts';
import { NumberField } from '../../../components/fields/number-field.tsx';
import { Segments } from '../../../components/fields/segments.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { faultAt, useRuleEditing } from '../rule-editing.tsx';
import { fadesWords } from '../words/rule-words.tsx';
import { EditorSection } from './editor-section.tsx';
import { FadeChart } from './fade-chart.tsx';
import { withFadeKind } from './fade-kinds.ts';
import type { RulePartProps } from './when-section.tsx';

const FADE_KINDS = ['none', 'half-life', 'linear', 'steps', 'expire'] as const;

/** How the points of a rule lose their worth, drawn with the weights that the replay uses. */
export const FadesSection = ({ rule, path, onChange }: RulePartProps<ActivityRule | InactivityRule>) => {
  const messages = useMessages();
  const { t } = messages;
  const { faults, baseline, baselineName } = useRuleEditing();
  const { decay } = rule;
  const before = baseline.rules.find((other) => other.id === rule.id);
  const was = before !== undefined && 'decay' in before ? before.decay : undefined;
  const differs = was !== undefined && JSON.stringify(was) !== JSON.stringify(decay);
  const change = (next: Decay, field: string) => onChange({ ...rule, decay: next }, field);
  return (
    <EditorSection
      title={t('rules.fade')}
      aside={differs ? t('rules.editor.was', { baseline: baselineName, was: fadesWords(messages, was) }) : undefined}
    >
      <Segments
        label={t('rules.fade')}
        value={decay.kind}
        choices={FADE_KINDS.map((kind) => ({ value: kind, label: t(`rules.fade.${kind}`) }))}
        onChange={(kind) => change(withFadeKind(decay, kind), 'decayKind')}
      />
      {decay.kind === 'steps' && (
        <>
          <div className="rule-field-line">
            <NumberField
              label={t('rules.fade.percentLabel')}
              value={decay.percent}
              onChange={(percent) => change({ ...decay, percent }, 'decayPercent')}
              fault={faultAt(faults, `${path}.decay.percent`)}
            />
            <span className="secondary">{t('rules.fade.percent')}</span>
            <NumberField
              label={t('rules.fade.daysLabel')}
              value={decay.everyDays}
              onChange={(everyDays) => change({ ...decay, everyDays }, 'decayDays')}
              fault={faultAt(faults, `${path}.decay.everyDays`)}
            />
            <span className="secondary">{t('rules.fade.days')}</span>
          </div>
          <label className="check">
            <input
              type="checkbox"
              checked={decay.compound}
              onChange={(event) => change({ ...decay, compound: event.currentTarget.checked }, 'decayCompound')}
            />
            <span>{t('rules.fade.compound')}</span>
          </label>
        </>
      )}
      {'days' in decay && (
        <div className="rule-field-line">
          <NumberField
            label={t('rules.fade.daysLabel')}
            value={decay.days}
            onChange={(days) => change({ ...decay, days }, 'decayDays')}
            fault={faultAt(faults, `${path}.decay.days`)}
          />
          <span className="secondary">{t('rules.fade.days')}</span>
        </div>
      )}
      {decay.kind !== 'none' && faults.length === 0 && (
        <FadeChart
          points={rule.points}
          decay={decay}
          before={before !== undefined && 'decay' in before ? { points: before.points, decay: before.decay } : null}
        />
      )}
    </EditorSection>
  );
};
