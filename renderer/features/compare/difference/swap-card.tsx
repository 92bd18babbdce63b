import type { PairCompared } from '../../../../api/compare-pair.ts';
import type { SwapName } from '../../../../api/frame.ts';
import { LEAST_KNOWN, LEAST_SQLS } from '../../../../core/measures/least-counts.ts';
import { ChartCard } from '../../../charts/chart-card.tsx';
import { inPercent } from '../../../charts/in-percent.ts';
import { Swatch } from '../../../components/marks.tsx';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';
import { pointsWithInterval } from '../pair/points-words.ts';
import { type IntervalRow, IntervalRows } from './interval-rows.tsx';

const LISTS = ['kept', 'lost', 'gained'] as const satisfies readonly SwapName[];

/** The leads that both reach, A alone and B alone, each with a conversion of its own. */
export const SwapCard = ({ answer }: { readonly answer: PairCompared }) => {
  const messages = useMessages();
  const { t, format } = messages;
  const { swap } = answer;
  const rows = LISTS.map((list) => rowOf(answer, list, messages));
  const isTold = Math.min(swap.gained.converted, swap.lost.converted) >= LEAST_SQLS && swap.difference !== null;
  return (
    <ChartCard
      className="difference-swap"
      question={t('compare-difference.swap')}
      legend={[{ mark: <Swatch kind="interval" />, label: t('compare-difference.bounds.legendKnown') }]}
      table={{
        columns: [
          t('compare-difference.column.what'),
          t('compare-difference.column.leads'),
          t('compare-difference.column.known'),
          t('compare-difference.column.sqls'),
          t('compare-difference.column.unknown'),
          t('compare-difference.column.rate'),
          t('compare-difference.column.rateFrom'),
          t('compare-difference.column.rateTo'),
        ],
        rows: LISTS.map((list, index) => {
          const { leads, observed, converted, unobserved, rate, interval } = swap[list];
          const figures = [inPercent(rate), inPercent(interval?.[0]), inPercent(interval?.[1])];
          return [rows[index]?.name ?? list, leads, observed, converted, unobserved, ...figures];
        }),
      }}
      reason={reasonOf(answer, rows, t)}
      note={
        isTold && swap.difference !== null
          ? t('compare-difference.swap.difference', {
              difference: pointsWithInterval(format, swap.difference, swap.interval),
            })
          : t('compare-difference.swap.noDifference')
      }
    >
      {(width, height) => (
        <IntervalRows
          rows={rows}
          width={width}
          height={height}
          title={t('compare-difference.swap')}
          hasZero={false}
          tickName={(share, isLast) => (isLast ? format.percent(share) : format.decimal(share * 100))}
        />
      )}
    </ChartCard>
  );
};

function reasonOf({ swap }: PairCompared, rows: readonly IntervalRow[], t: Messages['t']): string | undefined {
  if (swap.gained.leads + swap.lost.leads === 0) return t('compare-difference.sameLeads');
  return rows.every(({ value }) => value === null) ? t('compare-difference.swap.few') : undefined;
}

function rowOf({ swap }: PairCompared, list: SwapName, { t, format }: Messages): IntervalRow {
  const { leads, observed, converted, rate, interval } = swap[list];
  const isDrawn = observed >= LEAST_KNOWN && rate !== null;
  const n = { converted: format.count(converted), observed: format.count(observed) };
  return {
    key: list,
    name: t(`compare-difference.swap.${list}`),
    figures:
      leads === 0
        ? t('compare-difference.swap.none')
        : isDrawn
          ? t('compare-difference.swap.rate', { rate: format.rate(rate, interval), n: n.observed })
          : t('compare-difference.swap.counts', n),
    value: isDrawn ? rate : null,
    interval: isDrawn ? interval : null,
    mark: 'estimate',
  };
}
