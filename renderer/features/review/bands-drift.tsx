import type { DriftingBand } from '../../../api/review.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { bandText } from './review-head.tsx';
import type { Reviewed } from './reviewed.ts';
import { StabilityLine } from './stability-line.tsx';

const LEAST_KNOWN = 20;

/** Whether leads score otherwise than before, and whether a score still means the same. */
export const BandsDrift = ({ review }: { readonly review: Reviewed }) => {
  const messages = useMessages();
  const { t, format } = messages;
  const { bands, leads } = review;
  const title = t('review.bands');
  if (bands === null || leads.before === 0 || leads.after === 0)
    return (
      <section className="review-card" aria-label={title}>
        <h2>{title}</h2>
        <p className="secondary">{t('review.noTwoPeriods')}</p>
      </section>
    );
  const all = {
    before: bands.bands.reduce((sum, { before }) => sum + before.leads, 0),
    after: bands.bands.reduce((sum, { after }) => sum + after.leads, 0),
  };
  /** A band that nobody was in says nothing. */
  const held = bands.bands.filter(({ before, after }) => before.leads + after.leads > 0);
  const share = (count: number, of: number) => (of === 0 ? '–' : format.percent(count / of));
  return (
    <section className="review-card" aria-label={title}>
      <h2>{title}</h2>
      {bands.stability !== null && <StabilityLine stability={bands.stability} />}
      <table className="drift-table">
        <thead>
          <tr>
            <th scope="col">{t('review.bands.score')}</th>
            <th scope="col" className="number">
              {t('review.bands.leads')}
            </th>
            <th scope="col" className="number">
              {t('review.bands.conversion')}
            </th>
            <th scope="col" className="number">
              {t('review.bands.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {held.map((band) => (
            <tr key={`${band.from} ${band.to}`}>
              <th scope="row">{bandText(messages, band)}</th>
              <td className="number">
                {share(band.before.leads, all.before)} → {share(band.after.leads, all.after)}
              </td>
              <td className="number">
                <Rate cell={band.before} /> → <Rate cell={band.after} />
              </td>
              <td className={`number${band.p !== null && band.p < 0.05 ? ' strong' : ''}`}>
                {band.difference === null
                  ? '–'
                  : t('review.points', {
                      points: format.signedPoints(band.difference.difference),
                      low: format.signedPoints(band.difference.interval[0], 0),
                      high: format.signedPoints(band.difference.interval[1], 0),
                    })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">
        {t('review.bands.note', {
          least: LEAST_KNOWN,
          before: format.count(bands.tooYoung.before),
          after: format.count(bands.tooYoung.after),
        })}
      </p>
    </section>
  );
};

/** Never without its n; of few leads the counts alone. */
const Rate = ({ cell }: { readonly cell: DriftingBand['before'] }) => {
  const { t, format } = useMessages();
  return cell.observed < LEAST_KNOWN || cell.rate === null
    ? t('review.counts', { converted: format.count(cell.converted), n: format.count(cell.observed) })
    : t('review.rate', { rate: format.percent(cell.rate), n: format.count(cell.observed) });
};
