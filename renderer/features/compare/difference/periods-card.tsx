import type { Comparison, PairCompared } from '../../../../api/compare-pair.ts';
import { ChartCard } from '../../../charts/chart-card.tsx';
import { inPercent } from '../../../charts/in-percent.ts';
import { Swatch } from '../../../components/marks.tsx';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';
import { useHasDates } from '../../../stores/use-has-dates.ts';
import { useComparedPair } from '../pair/compared-pair.tsx';
import { noPeriodsWords } from '../pair/no-periods-words.ts';
import { pointsWithInterval } from '../pair/points-words.ts';
import { SplitDay } from '../pair/split-day.tsx';
import { type IntervalRow, IntervalRows } from './interval-rows.tsx';

/** The guard against judging rules on what they were drawn up on: the same difference on older and on newer leads. */
export const PeriodsCard = ({ answer }: { readonly answer: PairCompared }) => {
  const messages = useMessages();
  const { t, format } = messages;
  const { splitMs } = useComparedPair();
  const hasDates = useHasDates();
  const { periods } = answer;
  const compared = periods === null ? [] : [answer, periods.older, periods.newer];
  const rows =
    periods === null
      ? []
      : [
          rowOf('all', t('compare-difference.periods.all'), answer, messages),
          rowOf(
            'older',
            t('compare-difference.periods.older', { day: format.date(periods.olderBeforeMs) }),
            periods.older,
            messages,
          ),
          rowOf(
            'newer',
            t('compare-difference.periods.newer', { day: format.date(periods.splitMs) }),
            periods.newer,
            messages,
          ),
        ];
  return (
    <ChartCard
      className="difference-periods"
      question={t('compare-difference.periods')}
      legend={[{ mark: <Swatch kind="interval" />, label: t('compare-difference.bounds.legendKnown') }]}
      {...(hasDates ? { tools: <SplitDay proposedMs={periods?.splitMs ?? null} /> } : {})}
      table={{
        columns: [
          t('compare-difference.column.what'),
          t('compare-difference.column.difference'),
          t('compare-difference.column.from'),
          t('compare-difference.column.to'),
          t('compare-difference.column.known'),
        ],
        rows: rows.map(({ name, value, interval }, index) => [
          name,
          inPercent(value),
          inPercent(interval?.[0]),
          inPercent(interval?.[1]),
          compared[index]?.difference.observed ?? null,
        ]),
      }}
      reason={periods === null ? noPeriodsWords(hasDates, splitMs, messages) : undefined}
      note={periods === null ? undefined : t('compare-difference.periods.note', { days: periods.gapDays })}
    >
      {(width, height) => (
        <IntervalRows
          rows={rows}
          width={width}
          height={height}
          title={t('compare-difference.periods')}
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

function rowOf(key: string, name: string, { difference, finding, a, b }: Comparison, messages: Messages): IntervalRow {
  const { t, format } = messages;
  const isDrawn = finding.kind !== 'tooFewSqls' && finding.kind !== 'sameLeads' && difference.rate !== null;
  return {
    key,
    name,
    figures:
      isDrawn && difference.rate !== null
        ? pointsWithInterval(format, difference.rate, difference.interval)
        : finding.kind === 'sameLeads'
          ? t('compare-difference.same')
          : t('compare-difference.periods.few', { a: format.count(a.converted), b: format.count(b.converted) }),
    value: isDrawn ? difference.rate : null,
    interval: isDrawn ? difference.interval : null,
    mark: 'estimate',
  };
}
