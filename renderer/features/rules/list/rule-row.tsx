import { ruleStateOf } from '../../../../core/rule-set/compare-rules.ts';
import { setRuleEnabled } from '../../../../core/rule-set/edit-rules.ts';
import type { Rule } from '../../../../core/rule-set/rule-set.ts';
import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { Grip, useDropZone, useMoveKeys } from '../arrange/grip.tsx';
import { RuleEffectMark } from '../effects/rule-effect-mark.tsx';
import { KeptOutMark } from '../kept-out.tsx';
import { useRuleEditing } from '../rule-editing.tsx';
import { isSelected } from '../selection.ts';
import { select, useSelection } from '../use-selection.ts';
import { countsWords, decayOf, fadesWords, pointsWords, ruleWords } from '../words/rule-words.tsx';
import { FadeSpark } from './fade-spark.tsx';

/** One rule in words; Alt and an arrow key moves it, as its grip does. */
export const RuleRow = ({ rule }: { readonly rule: Rule }) => {
  const messages = useMessages();
  const { t } = messages;
  const { ruleSet, baseline, baselineName, apply } = useRuleEditing();
  const chosen = isSelected(useSelection(), 'rule', rule.id);
  const { id, name } = rule;
  const decay = decayOf(rule);
  const state = ruleStateOf(baseline, rule);
  const thing = { kind: 'rule', id } as const;
  const { ref, dropClass } = useDropZone(thing);
  const press = useMoveKeys(thing);
  return (
    <li
      ref={ref}
      className={`rule-row rule-columns${chosen ? ' chosen' : ''}${rule.enabled ? '' : ' off'}${dropClass}`}
    >
      <span className="rule-lead">
        {state !== 'same' && (
          <span
            className={state === 'added' ? 'added-mark' : 'changed-dot'}
            title={t(`rules.row.${state}`, { baseline: baselineName })}
          >
            {state === 'added' && <Icon name="plus" size={12} />}
            <span className="only-heard">{t(`rules.row.${state}`, { baseline: baselineName })}</span>
          </span>
        )}
        <Grip thing={thing} name={name} />
        <input
          type="checkbox"
          aria-label={t('rules.row.enabled', { rule: name })}
          checked={rule.enabled}
          onChange={(event) =>
            apply(
              setRuleEnabled(ruleSet, id, event.currentTarget.checked),
              t(rule.enabled ? 'rules.step.off' : 'rules.step.on', { name }),
            )
          }
        />
      </span>
      <button
        type="button"
        className="rule-open"
        aria-current={chosen}
        onClick={() => select({ kind: 'rule', id })}
        onKeyDown={press}
      >
        {name}
      </button>
      <span className="rule-sentence">
        {ruleWords(messages, rule)}
        {rule.disqualifies && <span className="strong"> · {t('rules.row.disqualifies')}</span>}
      </span>
      <span className="secondary">{countsWords(messages, rule)}</span>
      <span className="rule-fades secondary">
        <FadeSpark decay={decay} />
        {decay !== null && decay.kind !== 'none' && <span>{fadesWords(messages, decay)}</span>}
      </span>
      <span className="rule-points strong">
        <KeptOutMark rule={rule} />
        {pointsWords(messages, rule)}
      </span>
      <RuleEffectMark rule={rule} />
    </li>
  );
};
