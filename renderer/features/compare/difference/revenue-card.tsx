import type { NamedDeal, PairCompared } from '../../../../api/compare-pair.ts';
import { ChartCard } from '../../../charts/chart-card.tsx';
import { Swatch } from '../../../components/marks.tsx';
import { scrollRegion } from '../../../components/scroll-region.ts';
import { type Messages, useMessages } from '../../../i18n/messages.tsx';
import { hashOf } from '../../../stores/route-store.ts';
import type { CompareFocus } from '../compare-focus.ts';
import { type IntervalRow, IntervalRows } from './interval-rows.tsx';

/** Where deals are listed below it. */
const PLOT_ABOVE_DEALS = 96;

/** The won amounts of B less those of A, with and without the largest deal; where there are few, deal by deal. */
export const RevenueCard = ({ answer, focus }: { readonly answer: PairCompared; readonly focus: CompareFocus }) => {
  const messages = useMessages();
  const { t, format } = messages;
  const { revenue } = answer;
  const rows = rowsOf(answer, messages);
  return (
    <ChartCard
      className={`difference-revenue ${revenue.listed === null || revenue.deals === 0 ? '' : 'with-deals'}`}
      question={t('compare-difference.revenue')}
      legend={[{ mark: <Swatch kind="interval" />, label: t('compare-difference.bounds.legendKnown') }]}
      table={{
        columns: [
          t('compare-difference.column.what'),
          t('compare-difference.revenue.column.amount'),
          t('compare-difference.revenue.column.from'),
          t('compare-difference.revenue.column.to'),
        ],
        rows: [
          ...rows.map(({ name, value, interval }) => [name, value, interval?.[0] ?? null, interval?.[1] ?? null]),
          ...(revenue.listed ?? []).map(({ lead, name, amount }) => [`${name} (${lead})`, amount, null, null]),
        ],
      }}
      reason={revenue.deals === 0 ? t('compare-difference.revenue.none') : undefined}
      note={noteOf(answer, focus, messages)}
    >
      {(width, height) => (
        <>
          <IntervalRows
            rows={rows}
            width={width}
            height={revenue.listed === null ? height : Math.min(height, PLOT_ABOVE_DEALS)}
            title={t('compare-difference.revenue')}
            hasZero
            tickName={(amount) => format.signedAmount(amount)}
          />
          {revenue.listed !== null && <Deals deals={revenue.listed} height={Math.max(0, height - PLOT_ABOVE_DEALS)} />}
        </>
      )}
    </ChartCard>
  );
};

const Deals = ({ deals, height }: { readonly deals: readonly NamedDeal[]; readonly height: number }) => {
  const { t, format } = useMessages();
  return (
    <div className="scroll" style={{ height }} {...scrollRegion(t('compare-difference.revenue.deals'))}>
      <table className="table difference-deals">
        <tbody>
          {deals.map(({ lead, name, amount }) => (
            <tr key={lead}>
              <td>
                <a className="difference-lead ellipsis" href={hashOf('leads', lead)} title={`${name}, ${lead}`}>
                  {name}
                </a>
              </td>
              <td className="secondary">
                {t(amount < 0 ? 'compare-difference.revenue.onlyA' : 'compare-difference.revenue.onlyB')}
              </td>
              <td className="number">{format.signedAmount(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

function rowsOf({ revenue }: PairCompared, { t, format }: Messages): readonly IntervalRow[] {
  const { total, withoutLargest } = revenue;
  const range = rangeOf(total.interval, t, format);
  return [
    {
      key: 'total',
      name: t('compare-difference.revenue.total'),
      figures: `${format.signedAmount(total.difference)}${range === '' ? '' : ` (${range})`}`,
      value: total.difference,
      interval: total.interval,
      mark: 'estimate',
    },
    ...(withoutLargest === null
      ? []
      : [
          {
            key: 'without',
            name: t('compare-difference.revenue.without'),
            figures: format.signedAmount(withoutLargest.difference),
            value: withoutLargest.difference,
            interval: null,
            mark: 'estimate',
          } as const,
        ]),
  ];
}

function noteOf({ revenue }: PairCompared, focus: CompareFocus, { t, format }: Messages): string {
  const { perLead, withoutLargest, listed, deals } = revenue;
  const parts = [
    perLead === null
      ? ''
      : t('compare-difference.revenue.perLead', {
          level: focus.levelName,
          difference: format.signedAmount(perLead.difference),
          hasInterval: perLead.interval === null ? 'no' : 'yes',
          range: rangeOf(perLead.interval, t, format),
        }),
    withoutLargest?.isSignFlipped === true ? t('compare-difference.revenue.flipped') : '',
    listed === null ? '' : t('compare-difference.revenue.few', { count: deals }),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

const rangeOf = (interval: readonly [number, number] | null, t: Messages['t'], format: Messages['format']): string =>
  interval === null
    ? ''
    : t('compare-difference.revenue.range', {
        low: format.signedAmount(interval[0]),
        high: format.signedAmount(interval[1]),
      });
