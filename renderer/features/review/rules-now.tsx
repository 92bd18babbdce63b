import type { RuleInPeriod, RuleMeaning } from '../../../api/review.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { hashOf } from '../../stores/route-store.ts';
import type { Reviewed } from './reviewed.ts';

const IN_ORDER = ['reversed', 'lost', 'silent'] as const;

/** Rules that lost their meaning: whom they touch, and how those converted against the others, then and now. */
export const RulesNow = ({ review }: { readonly review: Reviewed }) => {
  const { t } = useMessages();
  const title = t('review.rules');
  const told = IN_ORDER.flatMap((meaning) => review.rules.filter((rule) => rule.meaning === meaning));
  const holding = review.rules.filter(({ meaning }) => meaning === 'holds').length;
  return (
    <section className="review-card" aria-label={title}>
      <h2>{title}</h2>
      <p className={told.length > 0 ? 'strong' : 'secondary'}>
        {t('review.rules.sum', { turned: told.length, holding, all: review.rules.length })}
      </p>
      {told.length > 0 && (
        <table className="drift-table">
          <thead>
            <tr>
              <th scope="col">{t('review.rules.rule')}</th>
              <th scope="col">{t('review.rules.meaning')}</th>
              <th scope="col" className="number">
                {t('review.rules.then')}
              </th>
              <th scope="col" className="number">
                {t('review.rules.now')}
              </th>
            </tr>
          </thead>
          <tbody>
            {told.map((rule) => (
              <Row key={rule.ruleId} rule={rule} />
            ))}
          </tbody>
        </table>
      )}
      <p className="hint">{t('review.rules.note')}</p>
    </section>
  );
};

const Row = ({ rule }: { readonly rule: RuleMeaning }) => {
  const { t } = useMessages();
  return (
    <tr>
      <th scope="row">
        <a href={hashOf('rules', rule.ruleId)}>{rule.rule}</a>
      </th>
      <td>{t(`review.meaning.${rule.meaning}`)}</td>
      <td className="number">
        <Difference period={rule.before} />
      </td>
      <td className="number">
        <Difference period={rule.after} />
      </td>
    </tr>
  );
};

const Difference = ({ period }: { readonly period: RuleInPeriod }) => {
  const { t, format } = useMessages();
  const { difference, touched } = period;
  if (difference === null) return t('review.rules.touched', { leads: format.count(touched.leads) });
  return t('review.rules.difference', {
    points: format.signedPoints(difference.difference),
    low: format.signedPoints(difference.interval[0], 0),
    high: format.signedPoints(difference.interval[1], 0),
    n: format.count(touched.observed),
  });
};
