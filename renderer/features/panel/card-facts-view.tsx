import type { CardFacts } from '../../../api/panel.ts';
import { useMessages } from '../../i18n/messages.tsx';

/** Names of columns and types as people write them. */
export const plainWords = (name: string): string => name.replaceAll(/[_\s]+/gu, ' ').trim();

/** What was known of a lead at its moment. */
export const CardFactsView = ({ facts }: { readonly facts: CardFacts }) => {
  const { t } = useMessages();
  return (
    <div className="panel-facts">
      <div>
        <h2>{t('panel.card.known')}</h2>
        <p className="secondary">{t('panel.card.age', { days: facts.ageDays })}</p>
        <dl>
          {facts.attributes.map(({ attribute, cell }) => (
            <div key={attribute}>
              <dt>{plainWords(attribute)}</dt>
              <dd className={cell === null ? 'hint' : ''}>{cell ?? t('panel.card.missing')}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div>
        <h2>{t('panel.card.did')}</h2>
        {facts.acts.length === 0 && <p className="hint">{t('panel.card.nothing')}</p>}
        <ul>
          {facts.acts.map(({ type, times, firstDaysBefore, lastDaysBefore }) => (
            <li key={type}>
              <span>{plainWords(type)}</span>
              <span className="secondary">
                {firstDaysBefore === lastDaysBefore
                  ? t('panel.card.act', { times, last: lastDaysBefore })
                  : t('panel.card.acts', { times, first: firstDaysBefore, last: lastDaysBefore })}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
};
