import type { ScoreCut } from '../../../../../api/compare-line.ts';
import { LEAST_KNOWN } from '../../../../../core/measures/least-counts.ts';
import { shareTop } from '../../../../charts/axis.ts';
import { gridPath, linePath } from '../../../../charts/plot/paths.ts';
import { linear } from '../../../../charts/plot/scale.ts';
import { Ticks } from '../../../../charts/plot/ticks.tsx';
import { useMessages } from '../../../../i18n/messages.tsx';
import { shareTicks } from '../../course/share-ticks.ts';
import { lineOf } from '../../course/side-line.tsx';
import { SideDot } from '../../side-mark/side-dot.tsx';
import type { GainsSide } from '../ranked-side.ts';

export type GainsOf = 'gains' | 'precision';

interface GainsChartProps {
  readonly sides: readonly GainsSide[];
  readonly of: GainsOf;
  readonly width: number;
  readonly height: number;
}

const LEFT = 46;
const TOP = 26;
const BOTTOM = 34;

/** Each threshold a point, the level's own as the side's mark; in grey what drawing lots would do. */
export const GainsChart = ({ sides, of, width, height }: GainsChartProps) => {
  const { t, format } = useMessages();
  const cuts = sides.flatMap(({ ranked }) => ranked.cuts);
  const isGains = of === 'gains';
  const top = isGains ? 1 : shareTop(Math.max(0.1, ...cuts.filter(isDrawn).map((cut) => cut.precision ?? 0)));
  const x = linear([0, 1], [LEFT, width - 14]);
  const y = linear([0, top], [height - BOTTOM, TOP]);
  const ticks = shareTicks(top, height - BOTTOM - TOP);
  const across = shareTicks(1, width - LEFT - 14);
  const percent = (share: number, most: number) =>
    share === most ? format.percent(share) : format.decimal(share * 100, 0);
  const spotOf = (cut: ScoreCut) =>
    isGains
      ? ([x(cut.shareFlagged), y(cut.recall)] as const)
      : cut.precision === null || !isDrawn(cut)
        ? null
        : ([x(cut.recall), y(cut.precision)] as const);
  const base = cuts[0] === undefined ? 0 : baseRate(sides);
  return (
    <svg width={width} height={height} role="img" aria-label={t('compare-line.gains')}>
      <text x={LEFT} y={12} fill="var(--ink2)">
        {t(isGains ? 'compare-line.gainsUp' : 'compare-line.precisionUp')}
      </text>
      <path d={gridPath(LEFT, width - 14, ticks.map(y))} stroke="var(--grid)" />
      <Ticks ticks={ticks.map((share) => ({ at: y(share), label: percent(share, top) }))} line={LEFT - 8} side="left" />
      <Ticks
        ticks={across.map((share) => ({ at: x(share) - (share === 1 ? 8 : 0), label: percent(share, 1) }))}
        line={height - BOTTOM + 15}
        side="below"
      />
      <text x={width - 14} y={height - 4} textAnchor="end" fill="var(--ink2)">
        {t(isGains ? 'compare-line.gainsAcross' : 'compare-line.precisionAcross')}
      </text>
      <path
        d={isGains ? `M${x(0)} ${y(0)}L${x(1)} ${y(1)}` : `M${x(0)} ${y(base)}H${x(1)}`}
        stroke="var(--line2)"
        strokeWidth={1.5}
      />
      {sides.toReversed().map((side) => {
        const { present, cuts: own } = side.ranked;
        const spot = present === null ? null : spotOf(present);
        const spots = own.map(spotOf);
        return (
          <g key={`${side.name} ${side.isTold}`} data-whose={side.whose}>
            <path d={linePath(isGains ? [[x(0), y(0)], ...spots] : spots, true)} {...lineOf(side)} />
            {spot !== null && <SideDot side={side} x={spot[0]} y={spot[1]} isHollow={!side.isTold} />}
          </g>
        );
      })}
    </svg>
  );
};

const isDrawn = ({ flagged }: ScoreCut): boolean => flagged >= LEAST_KNOWN;

/** Of all leads with a known outcome, however they score. */
const baseRate = (sides: readonly GainsSide[]): number => sides[0]?.ranked.cuts.at(-1)?.precision ?? 0;
