import type { ReactNode } from 'react';
import { NumberField } from '../../../components/fields/number-field.tsx';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { optionsOf } from '../../../stores/scenario-store.ts';
import { useScenario, useSuggest } from '../../../stores/use-stores.tsx';
import { useRuleEditing } from '../rule-editing.tsx';
import { pointsWords } from '../words/rule-words.tsx';
import { SplitSection } from './split-section.tsx';
import { faultyFields, fixedOf } from './wanted.ts';
import { WaysSections } from './ways-sections.tsx';

/** What is asked of the cards: how large, what stays, what may count which way, and on which leads. */
export const AskPanel = () => {
  const { t } = useMessages();
  const { ruleSet } = useRuleEditing();
  const options = useScenario(optionsOf);
  const wanted = useSuggest((state) => state.wanted);
  const isRunning = useSuggest((state) => state.isRunning);
  const change = useSuggest((state) => state.change);
  const run = useSuggest((state) => state.run);
  const faulty = faultyFields(wanted, ruleSet.rules);
  return (
    <form
      className="suggest-ask"
      aria-label={t('suggest.ask')}
      onSubmit={(event) => {
        event.preventDefault();
        if (faulty.size === 0) void run(ruleSet, options);
      }}
    >
      <div className="suggest-fields scroll" {...scrollRegion(t('suggest.ask'))}>
        <section aria-label={t('suggest.size')}>
          <h2>{t('suggest.size')}</h2>
          <Line words={t('suggest.rules')}>
            <NumberField
              label={t('suggest.rulesFull')}
              value={wanted.rules}
              fault={
                faulty.has('rules')
                  ? t('suggest.rules.fault', { fixed: fixedOf(wanted, ruleSet.rules).length })
                  : undefined
              }
              onChange={(rules) => change({ rules })}
            />
          </Line>
          <Line words={t('suggest.maxPoints')}>
            <NumberField
              label={t('suggest.maxPointsFull')}
              value={wanted.maxPoints}
              fault={faulty.has('maxPoints') ? t('suggest.maxPoints.fault') : undefined}
              onChange={(maxPoints) => change({ maxPoints })}
            />
          </Line>
          <Line words={t('suggest.multipleOf')}>
            <NumberField
              label={t('suggest.multipleOfFull')}
              value={wanted.multipleOf}
              fault={faulty.has('multipleOf') ? t('suggest.multipleOf.fault') : undefined}
              onChange={(multipleOf) => change({ multipleOf })}
            />
          </Line>
        </section>
        <SplitSection isFaulty={faulty.has('split')} />
        <FixedRules />
        <WaysSections />
      </div>
      <div className="suggest-run">
        <button type="submit" className="button primary" disabled={isRunning || faulty.size > 0}>
          {t(isRunning ? 'suggest.running' : 'suggest.run')}
        </button>
      </div>
    </form>
  );
};

const Line = (props: { readonly words: string; readonly children: ReactNode }) => (
  <div className="suggest-line">
    <span className="secondary" aria-hidden="true">
      {props.words}
    </span>
    {props.children}
  </div>
);

/** The rules on the table; those that are chosen are part of every card, with the points that they have. */
const FixedRules = () => {
  const messages = useMessages();
  const { t } = messages;
  const { ruleSet } = useRuleEditing();
  const wanted = useSuggest((state) => state.wanted);
  const change = useSuggest((state) => state.change);
  const fixed = fixedOf(wanted, ruleSet.rules);
  if (ruleSet.rules.length === 0) return null;
  return (
    <section aria-label={t('suggest.fixed')}>
      <h2>{t('suggest.fixed')}</h2>
      <p className="hint">{t('suggest.fixed.hint')}</p>
      <ul>
        {ruleSet.rules.map((rule) => (
          <li key={rule.id} className="suggest-fixed">
            <label className="check">
              <input
                type="checkbox"
                checked={fixed.includes(rule.id)}
                onChange={({ currentTarget: { checked } }) =>
                  change({ fixed: checked ? [...fixed, rule.id] : fixed.filter((id) => id !== rule.id) })
                }
              />
              <span>{rule.name}</span>
            </label>
            <span className="secondary">{pointsWords(messages, rule)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
