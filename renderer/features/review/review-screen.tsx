import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { scrollRegion } from '../../components/scroll-region.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { hashOf } from '../../stores/route-store.ts';
import { useAnswer } from '../../stores/use-answer.ts';
import { BandsDrift } from './bands-drift.tsx';
import { InputsDrift } from './inputs-drift.tsx';
import { KeptPromises } from './kept-promises.tsx';
import { type LookedAt, ReviewControls } from './review-controls.tsx';
import { ReviewHead } from './review-head.tsx';
import type { Reviewed } from './reviewed.ts';
import { RulesNow } from './rules-now.tsx';
import './review.css';

/** Months later: what was promised, what happened, and what that comes to. */
export const ReviewScreen = () => {
  const { t } = useMessages();
  const [looked, setLooked] = useState<LookedAt>({ start: 'rules', fromMs: null });
  const { answer, failure, retry } = useAnswer('review.get', (key) => ({ key, ...looked }));
  if (failure !== null && answer === null) return <FailureNotice failure={failure} onRetry={retry} />;
  if (answer === null)
    return (
      <p className="review-working secondary" role="status">
        {t('review.working')}
      </p>
    );
  if (answer.signed === null)
    return (
      <EmptyState title={t('review.notSigned')} next={t('review.notSignedNext')}>
        <a className="button primary" href={hashOf('agreement')}>
          {t('review.toAgreement')}
        </a>
      </EmptyState>
    );
  return (
    <div className="review scroll" data-whose="both" {...scrollRegion(t('review.title'))}>
      <div className="review-column">
        {failure !== null && <FailureNotice failure={failure} onRetry={retry} />}
        <header className="review-top">
          <h1>{t('review.title')}</h1>
          <ReviewControls review={answer} looked={looked} onChange={setLooked} />
        </header>
        {answer.isNewer ? <Review review={answer} /> : <NothingNewer review={answer} onLook={setLooked} />}
      </div>
    </div>
  );
};

const Review = ({ review }: { readonly review: Reviewed }) => (
  <>
    <ReviewHead review={review} />
    <KeptPromises review={review} whose="marketing" />
    <KeptPromises review={review} whose="sales" />
    <div className="review-drift">
      <BandsDrift review={review} />
      <InputsDrift review={review} />
      <RulesNow review={review} />
    </div>
  </>
);

const QUARTER_MS = 13 * 7 * 86_400_000;

const NothingNewer = (props: { readonly review: Reviewed; readonly onLook: (looked: LookedAt) => void }) => {
  const { t, format } = useMessages();
  const { review, onLook } = props;
  return (
    <section className="review-nothing" aria-label={t('review.nothingNewer')}>
      <p className="review-sentence">{t('review.nothingNewer')}</p>
      <p>
        {t('review.nothingNewerNext', {
          ends: format.date(review.asOfMs),
          from: format.date(review.signed.inForceFromMs),
        })}
      </p>
      <div className="review-actions">
        <a className="button primary" href={hashOf('history')}>
          {t('review.toHistory')}
        </a>
        <button
          type="button"
          className="button"
          onClick={() => onLook({ start: 'rules', fromMs: review.asOfMs - QUARTER_MS })}
        >
          {t('review.lookBack')}
        </button>
      </div>
    </section>
  );
};
