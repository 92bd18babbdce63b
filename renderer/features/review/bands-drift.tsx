import { LEAST_KNOWN, LEAST_SQLS } from '../../../core/measures/least-counts.ts';
import { ChartCard } from '../../charts/chart-card.tsx';
import { type ChartTable, NO_FIGURES } from '../../charts/chart-table.ts';
import { inPercent } from '../../charts/in-percent.ts';
import { type Messages, useMessages } from '../../i18n/messages.tsx';
import { bandText } from './band-text.ts';
import { BandsChart } from './bands-chart.tsx';
import { type Period, PeriodKey } from './period-marks.tsx';
import type { Reviewed } from './reviewed.ts';
import { stabilityText } from './stability-text.ts';

type Bands = NonNullable<Reviewed['bands']>;
type Band = Bands['bands'][number];

/** Whether leads score otherwise than before, and whether a score still means the same. */
export const BandsDrift = ({ review }: { readonly review: Reviewed }) => {
  const messages = useMessages();
  const { t } = messages;
  const { bands, leads } = review;
  const isComparable = bands !== null && leads.before > 0 && leads.after > 0;
  /** A band that nobody was in says nothing. */
  const held = isComparable ? bands.bands.filter(({ before, after }) => before.leads + after.leads > 0) : [];
  const question = t('review.bands');
  return (
    <ChartCard
      className="split-card"
      question={question}
      legend={[
        { mark: <PeriodKey period="before" />, label: t('review.period.before') },
        { mark: <PeriodKey period="after" />, label: t('review.period.after') },
      ]}
      table={isComparable ? tableOf(held, messages) : NO_FIGURES}
      reason={isComparable ? fewSqls(held, messages) : t('review.noTwoPeriods')}
      note={isComparable ? noteOf(bands, untold(held), messages) : undefined}
    >
      {(width, height) => <BandsChart bands={held} width={width} height={height} title={question} />}
    </ChartCard>
  );
};

function noteOf({ stability, tooYoung }: Bands, few: readonly Period[], messages: Messages) {
  const { t, format } = messages;
  const note = t('review.bands.note', {
    least: LEAST_KNOWN,
    before: format.count(tooYoung.before),
    after: format.count(tooYoung.after),
  });
  return (
    <>
      {stability !== null && (
        <span className={stability.isDrift ? 'strong drift-said' : 'drift-said'}>
          {stabilityText(stability, messages)}
        </span>
      )}
      <span className="hint">
        {[...few.map((period) => t('review.bands.few', { period, least: LEAST_SQLS })), note].join(' ')}
      </span>
    </>
  );
}

const PERIODS: readonly Period[] = ['before', 'after'];

/** Times with too few SQLs for rates. */
const untold = (bands: readonly Band[]): readonly Period[] =>
  PERIODS.filter((period) => bands.reduce((sum, band) => sum + band[period].converted, 0) < LEAST_SQLS);

/** Too few SQLs in both times: the counts are all there is. */
const fewSqls = (bands: readonly Band[], { t }: Messages): string | undefined =>
  untold(bands).length === PERIODS.length ? t('review.bands.fewSqls', { least: LEAST_SQLS }) : undefined;

const tableOf = (bands: readonly Band[], messages: Messages): ChartTable => {
  const { t } = messages;
  const all = {
    before: bands.reduce((sum, { before }) => sum + before.leads, 0),
    after: bands.reduce((sum, { after }) => sum + after.leads, 0),
  };
  return {
    columns: [
      t('review.bands.score'),
      ...PERIODS.flatMap((period) => [
        t('review.bands.column.leads', { period }),
        t('review.bands.column.share', { period }),
        t('review.bands.column.known', { period }),
        t('review.bands.column.sqls', { period }),
        t('review.bands.column.rate', { period }),
        t('review.bands.column.low', { period }),
        t('review.bands.column.high', { period }),
      ]),
      t('review.bands.column.difference'),
      t('review.bands.column.from'),
      t('review.bands.column.to'),
      t('review.bands.column.p'),
    ],
    rows: bands.map((band) => [
      bandText(messages, band),
      ...PERIODS.flatMap((period) => {
        const { leads, observed, converted, rate, interval } = band[period];
        const isTold = observed >= LEAST_KNOWN;
        return [
          leads,
          all[period] === 0 ? null : inPercent(leads / all[period]),
          observed,
          converted,
          isTold ? inPercent(rate) : null,
          isTold ? inPercent(interval?.[0]) : null,
          isTold ? inPercent(interval?.[1]) : null,
        ];
      }),
      inPercent(band.difference?.difference),
      inPercent(band.difference?.interval[0]),
      inPercent(band.difference?.interval[1]),
      band.p,
    ]),
  };
};
