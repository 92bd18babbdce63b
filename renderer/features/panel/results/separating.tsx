import { useState } from 'react';
import type { PanelResults } from '../../../../api/panel.ts';
import { parseRuleSet } from '../../../../core/rule-set/parse-rule-set.ts';
import type { Rule } from '../../../../core/rule-set/rule-set.ts';
import { conditionSentence } from '../../../../core/rule-set/words/condition-sentence.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { hashOf } from '../../../stores/route-store.ts';
import { useScenario, useWorkshop } from '../../../stores/use-stores.tsx';
import { withRule } from '../../profile/model/rule-of-row.ts';
import { ruleSetWords } from '../../rules/paper/rule-set-words.ts';
import { conditionWords } from '../../rules/words/condition-words.tsx';

const DRAFT_POINTS = -10;
const LONGEST_NAME = 120;

/** The condition that best tells the disagreements from the rest, said with its numbers; one click makes it a rule. */
export const Separating = ({ results }: { readonly results: PanelResults }) => {
  const { separating } = results;
  const messages = useMessages();
  const { t, rich, format } = messages;
  if (results.first.agreed === results.first.leads) return null;
  if (separating === null) {
    return (
      <section className="panel-separating" aria-label={t('panel.separating.title')}>
        <h2>{t('panel.separating.title')}</h2>
        <p className="secondary">{t('panel.separating.none')}</p>
      </section>
    );
  }
  const { inside, outside, stricter, couldBeChance, tried, condition } = separating;
  return (
    <section className="panel-separating" data-whose={stricter ?? 'both'} aria-label={t('panel.separating.title')}>
      <h2>{t('panel.separating.title')}</h2>
      <p>
        {rich(`panel.separating.${stricter ?? 'either'}`, {
          condition: conditionWords(messages, condition),
          disagreed: format.count(inside.disagreed),
          leads: format.count(inside.leads),
          otherDisagreed: format.count(outside.disagreed),
          otherLeads: format.count(outside.leads),
        })}
      </p>
      <p className="secondary" title={t('panel.separating.help', { tried })}>
        {results.second !== null && `${t('panel.separating.ofFirst')} `}
        {t(couldBeChance ? 'panel.separating.couldBeChance' : 'panel.separating.notChance', { tried })}
      </p>
      {stricter !== null && <MakeRule condition={condition} />}
    </section>
  );
};

const MakeRule = ({ condition }: { readonly condition: NonNullable<PanelResults['separating']>['condition'] }) => {
  const messages = useMessages();
  const { t, format } = messages;
  const ruleSet = useScenario((state) => state.ruleSet);
  const edit = useScenario((state) => state.edit);
  const isReadOnly = useWorkshop((state) => state.workshop?.open?.readOnly ?? false);
  const [made, setMade] = useState<string | null>(null);
  const rule = ruleSet?.rules.find(({ id }) => id === made);
  const name = conditionSentence(ruleSetWords(messages, 'en'), condition).slice(0, LONGEST_NAME);
  const make = (disqualifies: boolean) => {
    if (ruleSet === null) return;
    const draft: Rule = {
      id: '',
      name,
      dimension: '',
      enabled: true,
      disqualifies,
      points: disqualifies ? 0 : DRAFT_POINTS,
      kind: 'attribute',
      if: condition,
    };
    const placed = withRule(ruleSet, draft);
    const parsed = parseRuleSet(placed.ruleSet);
    if (!parsed.ok) throw new Error(`the panel proposed a rule that cannot be: ${JSON.stringify(parsed.error)}`);
    edit(parsed.value, t('panel.separating.step', { name }));
    setMade(placed.id);
  };
  if (rule !== undefined) {
    return (
      <p role="status">
        {t('panel.separating.made', { name: rule.name })}{' '}
        <a href={hashOf('rules', rule.id)}>{t('panel.separating.see')}</a>
      </p>
    );
  }
  return (
    <div className="panel-actions">
      <button type="button" className="button" disabled={isReadOnly || ruleSet === null} onClick={() => make(false)}>
        {t('panel.separating.makeRule', { points: format.signed(DRAFT_POINTS, 0) })}
      </button>
      <button type="button" className="button" disabled={isReadOnly || ruleSet === null} onClick={() => make(true)}>
        {t('panel.separating.makeDisqualifier')}
      </button>
    </div>
  );
};
