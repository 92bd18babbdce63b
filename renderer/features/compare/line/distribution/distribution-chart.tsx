import type { RankedSide } from '../../../../../api/compare-line.ts';
import { ticksWithin } from '../../../../charts/axis.ts';
import { barsPath } from '../../../../charts/plot/paths.ts';
import { linear } from '../../../../charts/plot/scale.ts';
import { Ticks } from '../../../../charts/plot/ticks.tsx';
import { useMessages } from '../../../../i18n/messages.tsx';
import { KINDS, type Kind, leadsOf, totalOf } from './kinds.ts';

interface DistributionChartProps {
  readonly scores: RankedSide;
  readonly levelName: string;
  readonly width: number;
  readonly height: number;
}

const LEFT = 156;
const RIGHT = 12;
const TOP = 18;
const BOTTOM = 20;

/** Shape first: solid, pale, hatched, dotted, as these outcomes are everywhere. */
const MARK_BY_KIND: Readonly<Record<Kind, { readonly fill: string; readonly stroke: string }>> = {
  converted: { fill: 'var(--whose)', stroke: 'none' },
  notConverted: { fill: 'var(--bar)', stroke: 'none' },
  unobserved: { fill: 'url(#hatch)', stroke: 'var(--ink3)' },
  immature: { fill: 'url(#dots)', stroke: 'var(--ink3)' },
};

/** A row for each outcome, each to its own height: shapes are to be compared, how many they are is written beside them. */
export const DistributionChart = ({ scores, levelName, width, height }: DistributionChartProps) => {
  const { t, format } = useMessages();
  const { distribution: bins, threshold } = scores;
  const step = (bins[1]?.to ?? 1) - (bins[1]?.from ?? 0);
  const startOf = (bin: (typeof bins)[number]) => bin.from ?? (bin.to ?? threshold) - step;
  const first = startOf(bins[0] ?? { from: 0, to: 1, ...NOBODY });
  const last = startOf(bins.at(-1) ?? { from: 0, to: 1, ...NOBODY }) + step;
  const x = linear([first, last], [LEFT, width - RIGHT]);
  const kinds = KINDS.filter((kind) => totalOf(bins, kind) > 0);
  const row = (height - TOP - BOTTOM) / Math.max(1, kinds.length);
  const barWidth = Math.max(1, (x(first + step) - x(first)) * 0.86);
  const at = x(threshold);
  const label = t('what-if.fromHere', { level: levelName });
  const flips = at + label.length * 7 + 12 > width;
  return (
    <svg width={width} height={height} role="img" aria-label={t('compare-line.distribution')}>
      {kinds.map((kind, index) => {
        const floor = TOP + row * (index + 1);
        const most = Math.max(1, ...bins.map((bin) => leadsOf(bin, kind)));
        const y = linear([0, most], [floor, floor - row + 8]);
        const bars = bins.map((bin) => [x(startOf(bin) + step / 2), y(leadsOf(bin, kind)), floor] as const);
        const above = bins
          .filter(({ from }) => from !== null && from >= threshold)
          .reduce((sum, bin) => sum + leadsOf(bin, kind), 0);
        const total = totalOf(bins, kind);
        return (
          <g key={kind}>
            <path d={barsPath(bars, barWidth)} {...MARK_BY_KIND[kind]} />
            <path d={`M${LEFT} ${floor}H${width - RIGHT}`} stroke="var(--line2)" />
            <text x={4} y={floor - row / 2 - 1} fill="var(--ink)">
              {t(`compare-line.kind.${kind}`)}
            </text>
            <text x={4} y={floor - row / 2 + 14} fill="var(--ink2)">
              {t('compare-line.above', { leads: format.count(total), share: format.percent(above / total) })}
            </text>
          </g>
        );
      })}
      <path d={`M${at} 4V${height - BOTTOM}`} stroke="var(--ink)" strokeWidth={2} />
      <text x={flips ? at - 6 : at + 6} y={13} textAnchor={flips ? 'end' : 'start'} fill="var(--ink2)">
        {label}
      </text>
      <Ticks
        ticks={ticksWithin(first, last, Math.max(2, Math.floor((width - LEFT) / 70))).map((tick) => ({
          at: x(tick),
          label: format.points(tick),
        }))}
        line={height - 5}
        side="below"
      />
    </svg>
  );
};

const NOBODY = { leads: 0, observed: 0, converted: 0, immature: 0, unobserved: 0, rate: null, interval: null };
