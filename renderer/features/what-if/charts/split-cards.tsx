import type { Frame } from '../../../../api/frame.ts';
import { LEAST_SQLS } from '../../../../core/measures/least-counts.ts';
import { ChartCard } from '../../../charts/chart-card.tsx';
import { type ChartTable, NO_FIGURES } from '../../../charts/chart-table.ts';
import { inPercent } from '../../../charts/in-percent.ts';
import { SplitChart } from '../../../charts/split-chart.tsx';
import type { SplitColumn } from '../../../charts/split-column.ts';
import { Swatch } from '../../../components/marks.tsx';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';
import { useHasDates } from '../../../stores/use-has-dates.ts';
import { type CardProps, drawnRate } from '../view.ts';

type Cell = Frame['months'][number] | Frame['bands'][number];

/** Conversion of those who reached the level in each month, with how many they were. */
export const MonthsCard = ({ view, frame }: CardProps) => {
  const messages = useMessages();
  const hasDates = useHasDates();
  const { t, format } = messages;
  const { scenario, baseline } = view.pair;
  const before = new Map(baseline.months.map((month) => [month.startMs, month]));
  const columns = scenario.months.map((month) =>
    columnOf(format.month(month.startMs), month, before.get(month.startMs)),
  );
  const names = scenario.months.map((month) => format.monthAndYear(month.startMs));
  return (
    <ChartCard
      frame={frame}
      className="split-card"
      question={t('what-if.months')}
      legend={legendOf(columns, messages)}
      table={hasDates ? tableOf(t('what-if.columnMonth'), names, scenario.months, columns, messages) : NO_FIGURES}
      reason={
        hasDates
          ? reasonOf(scenario.months, t('what-if.reason.none', { level: view.levelName }), messages)
          : t('what-if.reason.noMonths')
      }
    >
      {(width, height) => (
        <SplitChart columns={columns} width={width} height={height} title={t('what-if.months')} joined />
      )}
    </ChartCard>
  );
};

/** Conversion by the highest score reached, cut where the level begins. */
export const BandsCard = ({ view, frame }: CardProps) => {
  const messages = useMessages();
  const { t } = messages;
  const { bands, threshold } = view.pair.scenario;
  const names = bands.map((band) => bandName(band, messages));
  const columns = bands.map((band, index) => columnOf(names[index] ?? '', band, undefined));
  const before = bands.findIndex((band) => band.from === threshold);
  return (
    <ChartCard
      frame={frame}
      className="split-card"
      question={t('what-if.bands')}
      legend={legendOf(columns, messages)}
      table={tableOf(t('what-if.columnBand'), names, bands, columns, messages)}
      reason={reasonOf(bands, t('what-if.reason.noScores', { level: view.levelName }), messages)}
    >
      {(width, height) => (
        <SplitChart
          columns={columns}
          width={width}
          height={height}
          title={t('what-if.bands')}
          joined={false}
          cut={before < 0 ? undefined : { before, label: t('what-if.fromHere', { level: view.levelName }) }}
        />
      )}
    </ChartCard>
  );
};

const columnOf = (label: string, cell: Cell, before: Cell | undefined): SplitColumn => {
  const rate = drawnRate(cell);
  const { observed, unobserved, immature, interval } = cell;
  return {
    label,
    observed,
    unobserved,
    immature,
    rate,
    interval: rate === null ? null : interval,
    baselineRate: drawnRate(before),
  };
};

const bandName = (band: Frame['bands'][number], { t, format }: Messages): string => {
  if (band.from === null) return t('what-if.bandBelow', { to: format.points(band.to ?? 0) });
  if (band.to === null) return t('what-if.bandFrom', { from: format.points(band.from) });
  return t('what-if.bandBetween', { from: format.points(band.from), to: format.points(band.to) });
};

const legendOf = (columns: readonly SplitColumn[], { t }: Messages) => [
  { mark: <Swatch kind="interval" />, label: t('what-if.interval95') },
  ...(columns.some((column) => column.unobserved > 0)
    ? [{ mark: <Swatch kind="hatch" />, label: t('what-if.notWorked') }]
    : []),
  ...(columns.some((column) => column.immature > 0)
    ? [{ mark: <Swatch kind="dots" />, label: t('what-if.tooEarly') }]
    : []),
];

/** Why there are counts in place of the chart; undefined when it can be drawn. */
const reasonOf = (cells: readonly Cell[], nobody: string, { t }: Messages): string | undefined => {
  const sum = (of: (cell: Cell) => number) => cells.reduce((total, cell) => total + of(cell), 0);
  if (sum((cell) => cell.leads) === 0) return nobody;
  if (sum((cell) => cell.observed) === 0) return t('what-if.reason.unknown');
  const converted = sum((cell) => cell.converted);
  return converted < LEAST_SQLS ? t('what-if.reason.few', { count: converted }) : undefined;
};

const tableOf = (
  first: string,
  names: readonly string[],
  cells: readonly Cell[],
  columns: readonly SplitColumn[],
  { t }: Messages,
): ChartTable => ({
  columns: [
    first,
    t('what-if.columnReached'),
    t('what-if.columnObserved'),
    t('what-if.columnConverted'),
    t('what-if.columnUnobserved'),
    t('what-if.columnImmature'),
    t('what-if.columnRate'),
    t('what-if.columnLow'),
    t('what-if.columnHigh'),
    ...(columns.some((column) => column.baselineRate !== null) ? [t('what-if.columnBaselineRate')] : []),
  ],
  rows: cells
    .map((cell, index) => [
      names[index] ?? '',
      cell.leads,
      cell.observed,
      cell.converted,
      cell.unobserved,
      cell.immature,
      inPercent(cell.rate),
      inPercent(cell.interval?.[0]),
      inPercent(cell.interval?.[1]),
      inPercent(columns[index]?.baselineRate),
    ])
    .filter((row) => row[1] !== 0 || cells.every((cell) => cell.leads > 0)),
});
