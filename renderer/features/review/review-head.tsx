import type { ProposalReason } from '../../../api/review.ts';
import { Icon } from '../../components/icon.tsx';
import { type Messages, useMessages } from '../../i18n/messages.tsx';
import { bandText } from './band-text.ts';
import type { Reviewed } from './reviewed.ts';

const MOST_REASONS = 5;

/** What the review comes to, and why. */
export const ReviewHead = ({ review }: { readonly review: Reviewed }) => {
  const messages = useMessages();
  const { t, format } = messages;
  const { proposal, signed, leads } = review;
  const told = proposal.reasons.slice(0, MOST_REASONS);
  return (
    <section className="review-head" aria-label={t('review.proposal')}>
      <p className="review-sentence">{t(`review.proposal.${proposal.kind}`)}</p>
      <ul className="review-reasons">
        {told.map((reason) => (
          <li key={JSON.stringify(reason)} className={reason.kind === 'broken' ? 'broken' : ''}>
            {reason.kind === 'broken' && <Icon name="warning" size={12} />}
            <span>{reasonText(messages, review, reason)}</span>
          </li>
        ))}
        {proposal.reasons.length > told.length && (
          <li className="secondary">{t('review.reason.more', { count: proposal.reasons.length - told.length })}</li>
        )}
      </ul>
      <p className="secondary">
        {t('review.about', {
          name: signed.document.name,
          number: signed.number,
          from: format.date(review.fromMs),
          to: format.date(review.toMs - 1),
          after: format.count(leads.after),
          before: format.count(leads.before),
          next: format.calendarDate(signed.document.nextReview),
        })}
      </p>
    </section>
  );
};

function reasonText({ t, format }: Messages, { signed }: Reviewed, reason: ProposalReason): string {
  switch (reason.kind) {
    case 'broken':
    case 'short': {
      const level = signed.document.ruleSet.levels.find(({ id }) => id === reason.level)?.name ?? reason.level;
      return t(`review.reason.${reason.kind}`, {
        whose: reason.whose,
        what: t(`review.kind.${reason.promise}`),
        level,
      });
    }
    case 'kept':
      return t('review.reason.kept', { kept: reason.promises, judged: reason.judged });
    case 'bandsMoved':
      return t('review.reason.bandsMoved');
    case 'conversionMoved':
      return t('review.reason.conversionMoved', {
        range: bandText({ t, format }, reason),
        way: reason.isLower ? 'worse' : 'better',
      });
    case 'ruleSilent':
    case 'ruleLost':
    case 'ruleReversed':
      return t(`review.reason.${reason.kind}`, { rule: reason.rule });
    case 'inputsMoved':
      return t('review.reason.inputsMoved', { attributes: reason.attributes.join(', ') });
  }
}
