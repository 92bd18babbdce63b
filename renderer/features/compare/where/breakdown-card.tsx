import type { AskedBreakdownBy, BreakdownAnswer, BreakdownRow, RowSide } from '../../../../api/compare-where.ts';
import { pointDigits } from '../../../../core/comparison/pair/point-digits.ts';
import { LEAST_KNOWN } from '../../../../core/measures/least-counts.ts';
import { shareTop } from '../../../charts/axis.ts';
import { ChartCard } from '../../../charts/chart-card.tsx';
import { Swatch } from '../../../components/marks.tsx';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';
import type { CompareFocus } from '../compare-focus.ts';
import { DotKey, SideDot, SideKey } from '../side-mark/side-dot.tsx';
import { BreakdownTools } from './breakdown-tools.tsx';
import { figuresTable } from './figures-table.ts';
import { Estimate, NoFigure, PartlyEarly } from './marks.tsx';
import { isTooEarly, rowName } from './row-name.ts';
import { type PlotRow, RowPlot } from './row-plot.tsx';
import type { RowOrder } from './where-choices.ts';

/** Conversion of both sides row by row: values of an attribute, months, segments. */
export const BreakdownCard = (props: {
  readonly focus: CompareFocus;
  readonly answer: BreakdownAnswer;
  readonly order: RowOrder;
  readonly onAsk: (by: AskedBreakdownBy) => void;
  readonly onOrder: (order: RowOrder) => void;
}) => {
  const { focus, answer, order, onAsk, onOrder } = props;
  const messages = useMessages();
  const { t, format } = messages;
  const { a, b } = focus;
  const question = t('compare-where.question', { b: b.name });
  const rows = isRanked(answer) && order === 'difference' ? byDifference(answer.rows) : answer.rows;
  const ends = rows.flatMap((row) => [row.b.interval?.[1] ?? 0, row.a.rate ?? 0]);
  const hasFew = rows.some((row) => row.b.rate === null);
  return (
    <ChartCard
      className="split-card"
      question={question}
      legend={[
        { mark: <SideKey side={b} isDashed={false} />, label: t('compare-where.interval', { name: b.name }) },
        { mark: <DotKey side={a} />, label: a.name },
        ...(hasFew
          ? [{ mark: <Swatch kind="hatch" />, label: t('compare-where.grid.few', { least: LEAST_KNOWN }) }]
          : []),
        ...(rows.some(isPartlyEarly) ? [{ mark: <Swatch kind="dots" />, label: t('compare-where.partlyEarly') }] : []),
      ]}
      tools={<BreakdownTools answer={answer} onAsk={onAsk} order={isRanked(answer) ? order : null} onOrder={onOrder} />}
      table={figuresTable(rows, focus, messages)}
      reason={reasonOf(answer, focus, messages)}
    >
      {(width, height) => (
        <RowPlot
          rows={rows.map((row) => plotRow(row, focus, messages))}
          width={width}
          height={height}
          title={question}
          figureHead={t('compare-where.differenceHead')}
          ends={[0, shareTop(Math.max(0.1, ...ends))]}
          tickName={(share, isLast) => (isLast ? format.percent(share) : format.decimal(share * 100, 1))}
        />
      )}
    </ChartCard>
  );
};

/** Of a month whose rate is told already some leads are too young to count: it may still change. */
const isPartlyEarly = ({ of, b }: BreakdownRow): boolean => of.kind === 'month' && b.rate !== null && b.immature > 0;

/** Time and bands have an order of their own. */
const isRanked = ({ by, rows }: BreakdownAnswer): boolean =>
  by.kind === 'segments' || (by.kind === 'attribute' && rows.some(({ of }) => of.kind === 'value'));

/** Where it helps most first, where nobody can tell last. */
const byDifference = (rows: readonly BreakdownRow[]): readonly BreakdownRow[] =>
  rows.toSorted(
    (left, right) =>
      (right.difference?.difference ?? Number.NEGATIVE_INFINITY) -
      (left.difference?.difference ?? Number.NEGATIVE_INFINITY),
  );

function reasonOf(answer: BreakdownAnswer, { a, b, levelName }: CompareFocus, { t }: Messages): string | undefined {
  const { all, rows, by, segments } = answer;
  if (all.a.leads === 0 && all.b.leads === 0)
    return t('compare-where.noLeads', { a: a.name, b: b.name, level: levelName });
  if (by.kind === 'segments' && segments === 0) return t('compare-where.noSegments');
  if (rows.every((row) => row.a.rate === null && row.b.rate === null))
    return t('compare-where.noRates', { least: LEAST_KNOWN });
  return undefined;
}

function plotRow(row: BreakdownRow, { a, b }: CompareFocus, messages: Messages): PlotRow {
  const { t, format } = messages;
  const name = rowName(row.of, messages);
  return {
    key: JSON.stringify(row.of),
    name,
    count: t('compare-where.n', { b: format.count(row.b.observed), a: format.count(row.a.observed) }),
    figure: row.difference === null ? '' : format.signedPoints(row.difference.difference),
    words: [
      name,
      sideWords(b.name, row.b, messages),
      sideWords(a.name, row.a, messages),
      ...differenceWords(row, messages),
    ].join('\n'),
    marks: ({ x, y, left, isLow }) => (
      <>
        {row.b.rate === null ? (
          <NoFigure
            from={left}
            y={isLow ? y : y - 4}
            isTooEarly={isTooEarly(row.b)}
            words={isLow ? '' : fewWords(row.b, messages)}
          />
        ) : (
          <Estimate side={b} at={row.b.rate} interval={row.b.interval} x={x} y={y - 4} />
        )}
        {isPartlyEarly(row) && <PartlyEarly from={left} y={y} />}
        {row.a.rate !== null && <SideDot side={a} x={x(row.a.rate)} y={y + 6} radius={3} isHollow />}
      </>
    ),
  };
}

function differenceWords({ difference }: BreakdownRow, { t, format }: Messages): readonly string[] {
  if (difference === null) return [];
  const { interval } = difference;
  const digits = pointDigits(interval);
  const points = format.signedPoints(difference.difference, digits);
  return interval === null
    ? [t('compare-where.differs', { points })]
    : [
        t('compare-where.differsBetween', {
          points,
          low: format.signedPoints(interval[0], digits),
          high: format.signedPoints(interval[1], digits),
        }),
      ];
}

const sideWords = (name: string, side: RowSide, messages: Messages): string => {
  const { t, format } = messages;
  return side.rate === null
    ? `${name}: ${fewWords(side, messages)}`
    : t('compare-where.side', {
        name,
        rate: format.rate(side.rate, side.interval),
        n: format.count(side.observed),
        bounds: side.bounds === null ? '' : format.range(side.bounds),
      });
};

const fewWords = (side: RowSide, { t, format }: Messages): string => {
  if (isTooEarly(side)) return t('compare-where.tooEarly');
  const { converted, observed } = side;
  return observed === 0
    ? t('compare-where.none')
    : t('compare-where.few', { converted: format.count(converted), observed: format.count(observed) });
};
