import type { DriftingBand } from '../../../api/review.ts';
import { LEAST_KNOWN, LEAST_SQLS } from '../../../core/measures/least-counts.ts';
import { shareTop } from '../../charts/axis.ts';
import { gridPath } from '../../charts/plot/paths.ts';
import { linear } from '../../charts/plot/scale.ts';
import { Ticks } from '../../charts/plot/ticks.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { bandText } from './band-text.ts';
import { type Period, PeriodRate, periodBar } from './period-marks.tsx';

interface BandsChartProps {
  readonly bands: readonly DriftingBand[];
  readonly width: number;
  readonly height: number;
  readonly title: string;
}

const PERIODS: readonly Period[] = ['before', 'after'];
const LEFT = 52;
const RIGHT = 4;
const WORDS = 18;
const RATE_SHARE = 0.6;
/** The name of a band, the n of both its rates and their difference. */
const ROWS = 4;
const HOLDS_BELOW = 0.05;

/** Conversion of each band before and since with its interval above; below, which share of the leads was in it. */
export const BandsChart = ({ bands, width, height, title }: BandsChartProps) => {
  const { t, format } = useMessages();
  const floor = height - ROWS * WORDS - 4;
  const rateFloor = Math.round(WORDS + (floor - WORDS) * RATE_SHARE - WORDS / 2);
  const told = PERIODS.filter((period) => bands.reduce((sum, band) => sum + band[period].converted, 0) >= LEAST_SQLS);
  const rateOf = (band: DriftingBand, period: Period) =>
    told.includes(period) && band[period].observed >= LEAST_KNOWN ? band[period].rate : null;
  const drawn = bands.flatMap((band) => told.filter((period) => rateOf(band, period) !== null).map((one) => band[one]));
  const top = shareTop(Math.max(0.1, ...drawn.map(({ interval }) => interval?.[1] ?? 0)));
  const rate = linear([0, top], [rateFloor, WORDS]);
  const sum = (period: Period) => bands.reduce((all, band) => all + band[period].leads, 0);
  const all = { before: sum('before'), after: sum('after') };
  const shareOf = (band: DriftingBand, period: Period) => band[period].leads / Math.max(1, all[period]);
  const most = shareTop(Math.max(0.1, ...bands.flatMap((band) => PERIODS.map((period) => shareOf(band, period)))));
  const share = linear([0, most], [floor, rateFloor + WORDS + 6]);
  const slot = (width - LEFT - RIGHT) / Math.max(1, bands.length);
  const bar = Math.min(16, Math.floor(slot * 0.3));
  const middle = (index: number) => LEFT + slot * (index + 0.5);
  const percent = (of: number, highest: number) => (of === highest ? format.percent(of) : format.decimal(of * 100, 1));
  return (
    <svg width={width} height={height} role="img" aria-label={title}>
      <text x={LEFT} y={WORDS - 6} fill="var(--ink2)">
        {t('review.bands.conversion')}
      </text>
      <text x={LEFT} y={rateFloor + WORDS} fill="var(--ink2)">
        {t('review.bands.leads')}
      </text>
      <path d={gridPath(LEFT, width - RIGHT, [0, top / 2, top].map(rate))} stroke="var(--grid)" />
      <path d={gridPath(LEFT, width - RIGHT, [most].map(share))} stroke="var(--grid)" />
      <Ticks
        ticks={[0, top / 2, top].map((of) => ({ at: rate(of), label: percent(of, top) }))}
        line={LEFT - 8}
        side="left"
      />
      <Ticks ticks={[0, most].map((of) => ({ at: share(of), label: percent(of, most) }))} line={LEFT - 8} side="left" />
      {bands.map((band, index) => (
        <g key={`${band.from} ${band.to}`}>
          <title>{wordsOf(band, all, { t, format })}</title>
          <rect x={middle(index) - slot / 2} y={0} width={slot} height={height} fill="transparent" />
          {PERIODS.map((period, side) => {
            const at = middle(index) + (side === 0 ? -0.5 : 0.5) * (bar + 2);
            const found = rateOf(band, period);
            const { interval } = band[period];
            const high = floor - share(shareOf(band, period));
            return (
              <g key={period}>
                {high > 0 && (
                  <rect x={at - bar / 2} y={floor - high} width={bar} height={high} {...periodBar(period)} />
                )}
                {found !== null && (
                  <PeriodRate
                    period={period}
                    x={at}
                    y={rate(found)}
                    whisker={interval === null ? null : [rate(interval[0]), rate(interval[1])]}
                  />
                )}
              </g>
            );
          })}
        </g>
      ))}
      <path d={`M${LEFT} ${floor}H${width - RIGHT}`} stroke="var(--line2)" />
      <Rows bands={bands} top={floor} middle={middle} />
    </svg>
  );
};

/** Under each band its name, the n of both rates and the difference, strong where it holds however many bands were looked at. */
const Rows = (props: {
  readonly bands: readonly DriftingBand[];
  readonly top: number;
  readonly middle: (index: number) => number;
}) => {
  const { bands, top, middle } = props;
  const { t, format } = useMessages();
  const line = (row: number) => top + WORDS * (row + 1) - 2;
  return (
    <>
      <g fill="var(--ink3)">
        <text x={0} y={line(1)}>
          {t('review.bands.nBefore')}
        </text>
        <text x={0} y={line(2)}>
          {t('review.bands.nAfter')}
        </text>
        <text x={0} y={line(3)}>
          {t('review.bands.points')}
        </text>
      </g>
      <g textAnchor="middle">
        {bands.map((band, index) => (
          <g key={`${band.from} ${band.to}`}>
            <text x={middle(index)} y={line(0)} fill="var(--ink2)">
              {bandText({ t, format }, band)}
            </text>
            <text x={middle(index)} y={line(1)} fill="var(--ink3)">
              {format.count(band.before.observed)}
            </text>
            <text x={middle(index)} y={line(2)} fill="var(--ink3)">
              {format.count(band.after.observed)}
            </text>
            <text
              x={middle(index)}
              y={line(3)}
              fill="var(--ink)"
              fontWeight={band.p !== null && band.p < HOLDS_BELOW ? 600 : 400}
            >
              {band.difference === null ? '–' : format.signedPoints(band.difference.difference)}
            </text>
          </g>
        ))}
      </g>
    </>
  );
};

type Words = Pick<ReturnType<typeof useMessages>, 't' | 'format'>;

/** Never a rate without its n; of few leads the counts alone. */
function wordsOf(band: DriftingBand, all: Readonly<Record<Period, number>>, { t, format }: Words): string {
  const periodWords = (period: Period): string => {
    const { leads, observed, converted, rate, interval } = band[period];
    const conversion =
      observed < LEAST_KNOWN || rate === null
        ? t('review.counts', { converted: format.count(converted), n: format.count(observed) })
        : t('review.rate', { rate: format.rate(rate, interval), n: format.count(observed) });
    const share = all[period] === 0 ? '–' : format.percent(leads / all[period]);
    return t('review.bands.periodWords', { period: t(`review.period.${period}`), share, conversion });
  };
  return [
    bandText({ t, format }, band),
    ...PERIODS.map(periodWords),
    ...(band.difference === null
      ? []
      : [
          t('review.points', {
            points: format.signedPoints(band.difference.difference),
            low: format.signedPoints(band.difference.interval[0], 0),
            high: format.signedPoints(band.difference.interval[1], 0),
          }),
        ]),
  ].join('\n');
}
