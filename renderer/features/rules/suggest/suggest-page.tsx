import { FailureNotice } from '../../../components/failure-notice.tsx';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { hashOf } from '../../../stores/route-store.ts';
import { useHistory, useSuggest } from '../../../stores/use-stores.tsx';
import { PageHead } from '../page-head.tsx';
import { AskPanel } from './ask-panel.tsx';
import { Cards } from './cards.tsx';
import { faultWords } from './suggestion-words.ts';
import './suggest.css';

/** Points learned from the history: what is asked of them on the left, the cards beside each other on the right. */
export const SuggestPage = () => {
  const { t } = useMessages();
  const isEmpty = useHistory((state) => state.summary?.leads === 0);
  return (
    <div className="rules-page">
      <PageHead title={t('suggest.page')}>
        <p>{t('suggest.page.intro')}</p>
      </PageHead>
      {isEmpty ? (
        <p className="suggest-empty" role="status">
          {t('suggest.noHistory')} <a href={hashOf('history', 'import')}>{t('effects.bringIn')}</a>
        </p>
      ) : (
        <div className="suggest">
          <AskPanel />
          <div className="suggest-answer scroll" {...scrollRegion(t('suggest.cards'))}>
            <Answer />
          </div>
        </div>
      )}
    </div>
  );
};

const Answer = () => {
  const messages = useMessages();
  const { t } = messages;
  const answered = useSuggest((state) => state.answered);
  const failure = useSuggest((state) => state.failure);
  const isRunning = useSuggest((state) => state.isRunning);
  if (failure !== null) return <FailureNotice failure={failure} />;
  if (answered === null) {
    return (
      <p className="suggest-empty secondary" role="status">
        {t(isRunning ? 'suggest.running' : 'suggest.notYet')}
      </p>
    );
  }
  const { answer, present, options } = answered;
  if (answer.kind === 'suggested') return <Cards suggestion={answer.suggestion} present={present} options={options} />;
  const [what = '', ...more] = faultWords(messages, answer.fault);
  return (
    <section className="suggest-refused" role="status">
      <h2>{t('suggest.refused')}</h2>
      <p>{what}</p>
      {more.map((words) => (
        <p key={words}>{words}</p>
      ))}
    </section>
  );
};
