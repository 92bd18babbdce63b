import { changeRuleKind, RULE_KINDS } from '../../../../core/rule-set/change-rule-kind.ts';
import {
  duplicateRule,
  moveRule,
  placeRule,
  removeRule,
  replaceRule,
  setRuleEnabled,
} from '../../../../core/rule-set/edit-rules.ts';
import type { Rule, RuleSet } from '../../../../core/rule-set/rule-set.ts';
import { ChoiceField } from '../../../components/fields/choice-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { BaselineSection } from '../compare/baseline-section.tsx';
import { EffectsSection } from '../effects/effects-section.tsx';
import { KeptOutNotice } from '../kept-out.tsx';
import { faultAt, useRuleEditing } from '../rule-editing.tsx';
import { WHOLE } from '../selection.ts';
import { useHistoryNames } from '../use-history-names.ts';
import { select } from '../use-selection.ts';
import { EditorHead, HeadTool } from './editor-head.tsx';
import { EditorSection } from './editor-section.tsx';
import { FadesSection } from './fades-section.tsx';
import { GivesSection } from './gives-section.tsx';
import { WhenSection } from './when-section.tsx';

export const RuleEditor = ({ rule }: { readonly rule: Rule }) => {
  const { t, format } = useMessages();
  const { ruleSet, faults, apply } = useRuleEditing();
  const { subjects } = useHistoryNames();
  const path = `rules[${ruleSet.rules.indexOf(rule)}]`;
  const { name, id } = rule;
  const change = (next: Rule, field: string) => {
    const label =
      field === 'points' && 'points' in next
        ? t('rules.step.points', { name, points: format.points(next.points) })
        : t('rules.step.change', { name });
    apply(replaceRule(ruleSet, id, next), label, `rule:${id}:${field}`);
  };
  const move = (next: RuleSet) => apply(next, t('rules.step.move', { name }));
  const duplicate = () => {
    const copied = duplicateRule(ruleSet, id);
    apply(copied.ruleSet, t('rules.step.duplicate', { name }));
    select({ kind: 'rule', id: copied.id });
  };
  const remove = () => {
    apply(removeRule(ruleSet, id), t('rules.step.remove', { name }));
    select(WHOLE);
  };
  const up = moveRule(ruleSet, id, 'up');
  const down = moveRule(ruleSet, id, 'down');
  return (
    <>
      <EditorHead
        what={t(`rules.kind.${rule.kind}`)}
        name={name}
        idOf={{ kind: 'rule', id }}
        fault={faultAt(faults, `${path}.name`)}
        onRename={(renamed) =>
          apply(
            replaceRule(ruleSet, id, { ...rule, name: renamed }),
            t('rules.step.rename', { name: renamed }),
            `rule:${id}:name`,
          )
        }
      >
        <div className="editor-places">
          <ChoiceField
            label={t('rules.editor.kind')}
            value={rule.kind}
            choices={RULE_KINDS.map((kind) => ({ value: kind, label: t(`rules.kind.${kind}`) }))}
            onChange={(kind) => change(changeRuleKind(rule, kind, subjects), 'kind')}
          />
          <PlaceField rule={rule} />
        </div>
        <div className="head-tools">
          <label className="check">
            <input
              type="checkbox"
              checked={rule.enabled}
              onChange={(event) =>
                apply(
                  setRuleEnabled(ruleSet, id, event.currentTarget.checked),
                  t(rule.enabled ? 'rules.step.off' : 'rules.step.on', { name }),
                )
              }
            />
            <span>{t('rules.editor.enabled')}</span>
          </label>
          <span className="spring" />
          <HeadTool label={t('rules.editor.up')} disabled={up === ruleSet} onClick={() => move(up)} />
          <HeadTool label={t('rules.editor.down')} disabled={down === ruleSet} onClick={() => move(down)} />
          <HeadTool label={t('rules.editor.duplicate')} onClick={duplicate} />
          <HeadTool label={t('rules.editor.remove')} onClick={remove} />
        </div>
      </EditorHead>
      <KeptOutNotice rule={rule} />
      <BaselineSection rule={rule} />
      <WhenSection rule={rule} path={path} onChange={change} />
      <GivesSection rule={rule} path={path} onChange={change} />
      {rule.kind === 'activity' || rule.kind === 'inactivity' ? (
        <FadesSection rule={rule} path={path} onChange={change} />
      ) : (
        <EditorSection title={t('rules.fade')}>
          <p className="secondary">{t('rules.fade.once')}</p>
        </EditorSection>
      )}
      <EffectsSection rule={rule} />
    </>
  );
};

/** Dimension and group in one list: a group belongs to one dimension. */
const PlaceField = ({ rule }: { readonly rule: Rule }) => {
  const { t } = useMessages();
  const { ruleSet, apply } = useRuleEditing();
  const places = ruleSet.dimensions.flatMap((dimension) => [
    { dimension: dimension.id, group: undefined, label: dimension.name },
    ...ruleSet.groups
      .filter((group) => group.dimension === dimension.id)
      .map((group) => ({
        dimension: dimension.id,
        group: group.id,
        label: t('rules.editor.place', { dimension: dimension.name, group: group.name }),
      })),
  ]);
  const current = places.findIndex((place) => place.dimension === rule.dimension && place.group === rule.group);
  return (
    <ChoiceField
      label={t('rules.editor.group')}
      value={String(current)}
      choices={places.map((place, index) => ({ value: String(index), label: place.label }))}
      onChange={(index) => {
        const place = places[Number(index)];
        if (place !== undefined)
          apply(placeRule(ruleSet, rule.id, place.dimension, place.group), t('rules.step.move', { name: rule.name }));
      }}
    />
  );
};
