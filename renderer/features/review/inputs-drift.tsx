import type { InputBand, InputDrift } from '../../../api/review.ts';
import { type Messages, useMessages } from '../../i18n/messages.tsx';
import type { Reviewed } from './reviewed.ts';

const MOST_TOLD = 8;

/** Whether other leads come in than before: each attribute with how far it moved and what moved most. */
export const InputsDrift = ({ review }: { readonly review: Reviewed }) => {
  const messages = useMessages();
  const { t, format } = messages;
  const title = t('review.inputs');
  const drifted = review.inputs.filter(({ stability }) => stability.isDrift).length;
  if (review.inputs.length === 0)
    return (
      <section className="review-card" aria-label={title}>
        <h2>{title}</h2>
        <p className="secondary">{t('review.noTwoPeriods')}</p>
      </section>
    );
  return (
    <section className="review-card" aria-label={title}>
      <h2>{title}</h2>
      <p className={drifted > 0 ? 'strong' : 'secondary'}>
        {t('review.inputs.sum', { drifted, all: review.inputs.length })}
      </p>
      <table className="drift-table">
        <thead>
          <tr>
            <th scope="col">{t('review.inputs.attribute')}</th>
            <th scope="col" className="number">
              {t('review.inputs.psi')}
            </th>
            <th scope="col">{t('review.inputs.most')}</th>
          </tr>
        </thead>
        <tbody>
          {review.inputs.slice(0, MOST_TOLD).map((input) => (
            <tr key={input.attribute}>
              <th scope="row" className={input.stability.isDrift ? 'strong' : ''}>
                {input.attribute}
              </th>
              <td className={`number${input.stability.isDrift ? ' strong' : ''}`}>
                {t('review.inputs.value', {
                  psi: format.decimal(input.stability.value, 2),
                  critical: format.decimal(input.stability.critical, 2),
                })}
              </td>
              <td>{mostMoved(messages, input)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">{t('review.inputs.note')}</p>
    </section>
  );
};

function mostMoved(messages: Messages, { bands }: InputDrift): string {
  const before = bands.reduce((sum, band) => sum + band.before, 0);
  const after = bands.reduce((sum, band) => sum + band.after, 0);
  const shift = (band: InputBand): number => Math.abs(band.after / after - band.before / before);
  const [most] = bands.toSorted((left, right) => shift(right) - shift(left));
  if (most === undefined) return '';
  const { t, format } = messages;
  return t('review.inputs.shift', {
    value: bandName(messages, most),
    before: format.percent(most.before / before),
    after: format.percent(most.after / after),
  });
}

function bandName({ t, format }: Messages, band: InputBand): string {
  switch (band.kind) {
    case 'value':
      return band.value ?? '';
    case 'missing':
      return t('review.inputs.missing');
    case 'other':
      return t('review.inputs.other');
    case 'range': {
      if (band.from === null) return t('review.band.under', { to: format.decimal(band.to ?? 0) });
      if (band.to === null) return t('review.band.from', { from: format.decimal(band.from) });
      return t('review.band.between', { from: format.decimal(band.from), to: format.decimal(band.to) });
    }
  }
}
