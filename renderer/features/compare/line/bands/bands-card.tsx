import type { ScoreBand, ScoresRanked } from '../../../../../api/compare-line.ts';
import { LEAST_SQLS } from '../../../../../core/measures/least-counts.ts';
import { ChartCard } from '../../../../charts/chart-card.tsx';
import type { ChartTable } from '../../../../charts/chart-table.ts';
import { inPercent } from '../../../../charts/in-percent.ts';
import { SplitChart } from '../../../../charts/split-chart.tsx';
import { Swatch } from '../../../../components/marks.tsx';
import { type Messages, useMessages } from '../../../../i18n/messages.tsx';
import { drawnRate } from '../../../what-if/view.ts';
import type { CompareFocus } from '../../compare-focus.ts';
import { scoredSide } from '../ranked-side.ts';
import { bandName } from './band-name.ts';
import { bandsWords } from './bands-words.ts';

/** Do higher scores convert better? The bands of the side that is told, cut where its level begins. */
export const BandsCard = ({ focus, ranked }: { readonly focus: CompareFocus; readonly ranked: ScoresRanked }) => {
  const messages = useMessages();
  const { t } = messages;
  const found = scoredSide(ranked, focus);
  const bands = found?.scores.bands.bands ?? [];
  const names = bands.map((band) => bandName(band, messages));
  const before = bands.findIndex(({ from }) => from === found?.scores.threshold);
  const columns = bands.map((band, index) => {
    const rate = drawnRate(band);
    return {
      label: names[index] ?? '',
      observed: band.observed,
      unobserved: band.unobserved,
      immature: band.immature,
      rate,
      interval: rate === null ? null : band.interval,
      baselineRate: null,
    };
  });
  return (
    <ChartCard
      className="split-card"
      question={t('what-if.bands')}
      legend={[
        { mark: <Swatch kind="interval" />, label: t('compare-line.of', { name: found?.side.name ?? '' }) },
        ...(bands.some(({ unobserved }) => unobserved > 0)
          ? [{ mark: <Swatch kind="hatch" />, label: t('what-if.notWorked') }]
          : []),
        ...(bands.some(({ immature }) => immature > 0)
          ? [{ mark: <Swatch kind="dots" />, label: t('what-if.tooEarly') }]
          : []),
      ]}
      table={tableOf(bands, names, messages)}
      reason={reasonOf(focus, bands, t)}
      note={found === null ? undefined : bandsWords(found.scores, messages)}
    >
      {(width, height) => (
        <SplitChart
          columns={columns}
          width={width}
          height={height}
          title={t('what-if.bands')}
          joined={false}
          cut={before < 0 ? undefined : { before, label: t('what-if.fromHere', { level: focus.levelName }) }}
        />
      )}
    </ChartCard>
  );
};

const reasonOf = (focus: CompareFocus, bands: readonly ScoreBand[], t: Messages['t']): string | undefined => {
  const sum = (of: (band: ScoreBand) => number) => bands.reduce((total, band) => total + of(band), 0);
  if (sum(({ leads }) => leads) === 0) return t('what-if.reason.noScores', { level: focus.levelName });
  if (sum(({ observed }) => observed) === 0) return t('what-if.reason.unknown');
  const converted = sum((band) => band.converted);
  return converted < LEAST_SQLS ? t('what-if.reason.few', { count: converted }) : undefined;
};

const tableOf = (bands: readonly ScoreBand[], names: readonly string[], { t }: Messages): ChartTable => ({
  columns: [
    t('what-if.columnBand'),
    t('compare-line.columnLeads'),
    t('compare-line.columnShare'),
    t('what-if.columnObserved'),
    t('what-if.columnConverted'),
    t('what-if.columnUnobserved'),
    t('what-if.columnImmature'),
    t('what-if.columnRate'),
    t('what-if.columnLow'),
    t('what-if.columnHigh'),
    t('compare-line.columnLift'),
    t('compare-line.columnWon'),
    t('compare-line.columnAmount'),
    t('compare-line.columnDays'),
  ],
  rows: bands.map((band, index) => [
    names[index] ?? '',
    band.leads,
    inPercent(band.share),
    band.observed,
    band.converted,
    band.unobserved,
    band.immature,
    inPercent(band.rate),
    inPercent(band.interval?.[0]),
    inPercent(band.interval?.[1]),
    rounded(band.lift),
    band.won,
    rounded(band.amount),
    rounded(band.medianDaysToSql),
  ]),
});

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 100) / 100);
