import type { CurvePoint } from '../../../../../api/compare-course.ts';
import { shareTop } from '../../../../charts/axis.ts';
import { useMessages } from '../../../../i18n/messages.tsx';
import { SideDot } from '../../side-mark/side-dot.tsx';
import type { CourseSide } from '../course-sides.ts';
import { shareTicks } from '../share-ticks.ts';
import { lineOf } from '../side-line.tsx';
import { dayTicks } from './day-ticks.ts';
import { stepBand, stepPath } from './step-path.ts';

interface CurveChartProps {
  readonly sides: readonly CourseSide[];
  readonly untilDays: number;
  readonly width: number;
  readonly height: number;
}

const LEFT = 80;
const RIGHT = 52;
const TOP = 8;
const TEXT_ROW = 16;

/** Shares by age as steps in their intervals; below the axis, how many leads are still open at each age. */
export const CurveChart = ({ sides, untilDays, width, height }: CurveChartProps) => {
  const { t, format } = useMessages();
  const bottom = height - TEXT_ROW * (1 + sides.length) - 6;
  const known = sides.map(({ course }) => course.curve.points.filter(isKnown));
  const top = shareTop(Math.max(0.1, ...known.flatMap((points) => points.map(highestOf))));
  const x = (day: number) => LEFT + ((width - LEFT - RIGHT) * day) / untilDays;
  const y = (share: number) => bottom - ((bottom - TOP) * share) / top;
  const ticks = dayTicks(untilDays, Math.floor((width - LEFT - RIGHT) / 60));
  const ends = apart(known.map((points) => y(points.at(-1)?.share ?? 0)));
  return (
    <svg width={width} height={height} role="img" aria-label={t('compare-course.curve')}>
      {shareTicks(top, bottom - TOP).map((share) => (
        <g key={share}>
          <line x1={LEFT} x2={width - RIGHT} y1={y(share)} y2={y(share)} stroke="var(--grid)" />
          <text x={LEFT - 8} y={y(share) + 4} textAnchor="end" fill="var(--ink2)">
            {share === top ? format.percent(share) : format.decimal(share * 100)}
          </text>
        </g>
      ))}
      {sides.map(({ key, whose }, index) => (
        <path key={key} data-whose={whose} d={bandOf(known[index] ?? [], x, y)} fill="var(--band)" />
      ))}
      {sides.map((side, index) => {
        const points = known[index] ?? [];
        const last = points.at(-1);
        const line = points.map(({ day, share }) => ({ x: x(day), y: y(share) }));
        return (
          <g key={side.key} data-whose={side.whose}>
            <path d={stepPath(line)} {...lineOf(side)} />
            {side.isTold &&
              side.course.curve.ages
                .filter(isKnown)
                .filter(({ day }) => day < untilDays)
                .map(({ day, share, interval }) => (
                  <g key={day}>
                    <SideDot side={side} x={x(day)} y={y(share)} radius={3} />
                    <text x={x(day)} y={y(interval?.[1] ?? share) - 6} textAnchor="middle" fill="var(--whose-text)">
                      {format.percent(share)}
                    </text>
                  </g>
                ))}
            {last !== undefined && (
              <>
                <SideDot side={side} x={x(last.day)} y={y(last.share)} radius={3} isHollow={!side.isTold} />
                <text x={x(last.day) + 8} y={(ends[index] ?? 0) + 4} fill="var(--whose-text)" fontWeight={600}>
                  {format.percent(last.share)}
                </text>
              </>
            )}
          </g>
        );
      })}
      <line x1={LEFT} x2={width - RIGHT} y1={bottom} y2={bottom} stroke="var(--line2)" />
      {ticks.map((day, index) => (
        <text key={day} x={x(day)} y={bottom + TEXT_ROW - 2} textAnchor="middle" fill="var(--ink2)">
          {index === ticks.length - 1 ? t('compare-course.days', { days: format.count(day) }) : format.count(day)}
        </text>
      ))}
      {sides.map((side, index) => {
        const row = bottom + TEXT_ROW * (index + 2) - 2;
        return (
          <g key={side.key} data-whose={side.whose}>
            <line x1={0} x2={18} y1={row - 4} y2={row - 4} {...lineOf(side)} />
            <SideDot side={side} x={9} y={row - 4} radius={3} isHollow={!side.isTold} />
            <text x={23} y={row} fill="var(--ink3)">
              {t('compare-course.open')}
            </text>
            {ticks.map((day) => (
              <text key={day} x={x(day)} y={row} textAnchor="middle" fill="var(--ink3)">
                {format.count(atDay(side, day)?.atRisk ?? 0)}
              </text>
            ))}
          </g>
        );
      })}
    </svg>
  );
};

type KnownPoint = CurvePoint & { readonly share: number };

const isKnown = (point: CurvePoint): point is KnownPoint => point.share !== null;

const highestOf = ({ share, interval }: KnownPoint): number => Math.max(share, interval?.[1] ?? 0);

/** The last point at or before an age: points lie days apart where the axis is long. */
const atDay = ({ course }: CourseSide, day: number): CurvePoint | undefined =>
  course.curve.points.findLast((point) => point.day <= day);

const bandOf = (points: readonly KnownPoint[], x: (day: number) => number, y: (share: number) => number): string => {
  const ranges = points.flatMap(({ day, interval }) => (interval === null ? [] : [{ day, interval }]));
  const edge = (end: 0 | 1) => ranges.map(({ day, interval }) => ({ x: x(day), y: y(interval[end]) }));
  return stepBand(edge(1), edge(0));
};

const LEAST_APART = 15;

/** Two labels that would lie on each other move away from their middle. */
const apart = (heights: readonly number[]): readonly number[] => {
  const [first = 0, second] = heights;
  if (second === undefined || Math.abs(first - second) >= LEAST_APART) return heights;
  // Not above the picture.
  const middle = Math.max((first + second) / 2, TOP + LEAST_APART / 2);
  const half = first <= second ? LEAST_APART / 2 : -LEAST_APART / 2;
  return [middle - half, middle + half];
};
