import { Tooltip } from '@mantine/core';
import type { Rule } from '../../../../core/rule-set/rule-set.ts';
import { Icon } from '../../../components/icon.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useRuleEditing } from '../rule-editing.tsx';
import { select } from '../use-selection.ts';
import { concernWords } from './concern-words.ts';
import { contradicts, effectWords, leadsWords, pointsEach } from './effect-words.ts';
import { PairPlot } from './pair-plot.tsx';
import { useHasNoLeads, useRuleEffect } from './use-effects.ts';
import './effects.css';

/** In a rule's row: whom it touches and how they converted; on hover and focus in words, with what is to be looked at. */
export const RuleEffectMark = ({ rule }: { readonly rule: Rule }) => {
  const messages = useMessages();
  const { t, format } = messages;
  const { ruleSet } = useRuleEditing();
  const found = useRuleEffect(rule.id);
  const hasNoLeads = useHasNoLeads();
  if (found === null || hasNoLeads || !rule.enabled) return <span className="effect-mark" />;
  const { effect, highest, isOlder } = found;
  // Most rule sets have a least total and a penalty: a mark at each of them would hide the others.
  const concerns = found.concerns.filter(({ kind }) => kind !== 'hiddenDebt');
  const { touched, untouched } = effect;
  const isContradicted = contradicts(effect, pointsEach(rule));
  const words = [
    effectWords(messages, effect),
    ...(isContradicted ? [t('effects.verdict.contradicts')] : []),
    ...concerns.map((concern) => concernWords(messages, ruleSet, concern)),
    ...(isOlder ? [t('effects.mark.older')] : []),
  ];
  return (
    <Tooltip
      label={words.map((sentence) => (
        <span key={sentence} className="effect-sentence">
          {sentence}
        </span>
      ))}
      events={{ hover: true, focus: true, touch: true }}
      multiline
      w={280}
      position="bottom-end"
      transitionProps={{ duration: 0 }}
      portalProps={{ target: 'main' }}
    >
      <button
        type="button"
        className={`effect-mark${isOlder ? ' older' : ''}`}
        onClick={() => select({ kind: 'rule', id: rule.id })}
      >
        <span className="effect-concern">
          {(concerns.length > 0 || isContradicted) && <Icon name="warning" size={12} />}
        </span>
        <span className="effect-leads" aria-hidden="true">
          {format.count(touched.leads)}
        </span>
        <PairPlot touched={touched} untouched={untouched} highest={highest} width={PLOT_WIDTH} />
        <span className="only-heard">
          {t('effects.mark.heard', {
            rule: rule.name,
            leads: leadsWords(messages, touched.leads),
            words: words.join(' '),
          })}
        </span>
      </button>
    </Tooltip>
  );
};

const PLOT_WIDTH = 68;
