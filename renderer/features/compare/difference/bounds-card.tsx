import type { PairCompared } from '../../../../api/compare-pair.ts';
import { ChartCard } from '../../../charts/chart-card.tsx';
import { inPercent } from '../../../charts/in-percent.ts';
import { Swatch } from '../../../components/marks.tsx';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';
import type { CompareFocus } from '../compare-focus.ts';
import { pointsRange, pointsWithInterval } from '../pair/points-words.ts';
import { breakEvenWords } from './break-even-words.ts';
import { type IntervalRow, IntervalRows } from './interval-rows.tsx';

/** What is seen, what is plausible and what is possible, on one scale, and where the two change places. */
export const BoundsCard = ({ answer, focus }: { readonly answer: PairCompared; readonly focus: CompareFocus }) => {
  const messages = useMessages();
  const { t, format } = messages;
  const rows = rowsOf(answer, messages);
  const { kind } = answer.finding;
  const reason =
    kind === 'sameLeads'
      ? t('compare-difference.sameLeads')
      : kind === 'tooFewSqls'
        ? t('compare-difference.tooFew')
        : undefined;
  return (
    <ChartCard
      className="split-card difference-bounds"
      question={t('compare-difference.bounds')}
      legend={[
        { mark: <Swatch kind="interval" />, label: t('compare-difference.bounds.legendKnown') },
        { mark: <Swatch kind="bar" />, label: t('compare-difference.bounds.legendPlausible') },
        { mark: <Swatch kind="hatch" />, label: t('compare-difference.bounds.legendSharp') },
      ]}
      table={reason === undefined ? figuresOf(rows, t) : countsOf(answer, focus, t)}
      reason={reason}
      note={breakEvenWords(answer, focus, messages)}
    >
      {(width, height) => (
        <IntervalRows
          rows={rows}
          width={width}
          height={height}
          title={t('compare-difference.bounds')}
          hasZero
          tickName={(share, isLast) =>
            isLast
              ? t('compare-difference.pointsTick', { points: format.signedPoints(share) })
              : format.signedPoints(share)
          }
        />
      )}
    </ChartCard>
  );
};

function rowsOf({ difference }: PairCompared, { t, format }: Messages): readonly IntervalRow[] {
  const { rate, interval, plausible, bounds } = difference;
  const bar = (mark: 'plausible' | 'possible', name: string, range: readonly [number, number] | null): IntervalRow => ({
    key: mark,
    name,
    figures: range === null ? '–' : pointsRange(format, range),
    value: null,
    interval: range,
    mark,
  });
  return [
    {
      key: 'known',
      name: t('compare-difference.bounds.known'),
      figures: rate === null ? '–' : pointsWithInterval(format, rate, interval),
      value: rate,
      interval,
      mark: 'estimate',
    },
    bar('plausible', t('compare-difference.bounds.plausible'), plausible),
    bar('possible', t('compare-difference.bounds.sharp'), bounds),
  ];
}

const figuresOf = (rows: readonly IntervalRow[], t: Messages['t']) => ({
  columns: [
    t('compare-difference.column.what'),
    t('compare-difference.column.difference'),
    t('compare-difference.column.from'),
    t('compare-difference.column.to'),
  ],
  rows: rows.map(({ name, value, interval }) => [
    name,
    inPercent(value),
    inPercent(interval?.[0]),
    inPercent(interval?.[1]),
  ]),
});

const countsOf = ({ a, b }: PairCompared, focus: CompareFocus, t: Messages['t']) => ({
  columns: [
    t('compare-difference.column.what'),
    t('compare-difference.column.leads'),
    t('compare-difference.column.sqls'),
    t('compare-difference.column.known'),
    t('compare-difference.column.unknown'),
  ],
  rows: [
    [`A ${focus.a.name}`, a.reached, a.converted, a.observed, a.unobserved],
    [`B ${focus.b.name}`, b.reached, b.converted, b.observed, b.unobserved],
  ],
});
