import type { ReplayOptions } from '../../../../api/core-types.ts';
import type { RuleSet } from '../../../../core/rule-set/rule-set.ts';
import type { Suggestion } from '../../../../core/suggest/suggestion.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { optionsOf } from '../../../stores/scenario-store.ts';
import { useScenario, useSuggest } from '../../../stores/use-stores.tsx';
import { useRuleEditing } from '../rule-editing.tsx';
import { WHOLE } from '../selection.ts';
import { select } from '../use-selection.ts';
import { LegendMark } from './interval-plot.tsx';
import { SuggestionCard } from './suggestion-card.tsx';
import { leftOutWords, periodWords, takenCard } from './suggestion-words.ts';
import { fixedOf } from './wanted.ts';

interface CardsProps {
  readonly suggestion: Suggestion;
  /** The rules that the cards are compared with. */
  readonly present: RuleSet;
  /** Which leads were looked at when it was asked. */
  readonly options: ReplayOptions;
}

/** Near-equal cards beside each other, and the rules that were on the table judged on the same leads. */
export const Cards = ({ suggestion, present, options }: CardsProps) => {
  const messages = useMessages();
  const { t } = messages;
  const { ruleSet, apply } = useRuleEditing();
  const optionsNow = useScenario(optionsOf);
  const wanted = useSuggest((state) => state.wanted);
  const fixed = fixedOf(wanted, present.rules);
  const { periods, cards, leftOut } = suggestion;
  const judgedPresent = present.rules.length > 0 ? suggestion.present : null;
  return (
    <>
      <section className="suggest-periods" aria-label={t('suggest.periods')}>
        {periodWords(messages, suggestion).map((words) => (
          <p key={words}>{words}</p>
        ))}
        <p className="secondary">{t('suggest.nearEqual', { cards: cards.length })}</p>
        {judgedPresent !== null && (
          <p className="suggest-legend">
            <span>
              <LegendMark hollow={false} />
              {t('suggest.legend.card')}
            </span>
            <span>
              <LegendMark hollow />
              {t('suggest.legend.present')}
            </span>
          </p>
        )}
        {(present !== ruleSet || options !== optionsNow) && <p className="strong">{t('suggest.otherRules')}</p>}
      </section>
      <ol className="suggest-cards">
        {judgedPresent !== null && (
          <SuggestionCard
            title={t('suggest.present')}
            ruleSet={present}
            judged={judgedPresent}
            other={null}
            fixed={[]}
            atPresentVolume={null}
          />
        )}
        {cards.map((card, place) => {
          const number = place + 1;
          const taken = takenCard(messages, card, periods, number, fixed);
          return (
            <SuggestionCard
              key={taken.name}
              title={t('suggest.card', { number })}
              ruleSet={taken}
              judged={card}
              other={judgedPresent}
              fixed={fixed}
              atPresentVolume={judgedPresent && card.atPresentVolume}
              onTake={() => {
                apply(taken, t('suggest.step', { number }));
                select(WHOLE);
              }}
            />
          );
        })}
      </ol>
      <section className="suggest-left-out" aria-label={t('suggest.reading')}>
        <h2>{t('suggest.reading')}</h2>
        <dl className="suggest-reading">
          {(['order', 'rate', 'recall'] as const).map((figure) => (
            <div key={figure}>
              <dt>{t(`suggest.${figure}`)}</dt>
              <dd>{t(`suggest.${figure}.help`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      {leftOut.length > 0 && (
        <section className="suggest-left-out" aria-label={t('suggest.leftOut')}>
          <h2>{t('suggest.leftOut')}</h2>
          {leftOutWords(messages, leftOut).map((words) => (
            <p key={words}>{words}</p>
          ))}
        </section>
      )}
    </>
  );
};
