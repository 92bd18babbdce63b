import { shareTop } from '../../../../charts/axis.ts';
import { useMessages } from '../../../../i18n/messages.tsx';
import { drawnRate } from '../../../what-if/view.ts';
import { SideDot } from '../../side-mark/side-dot.tsx';
import type { CourseSide } from '../course-sides.ts';
import { shareTicks } from '../share-ticks.ts';

interface CohortsChartProps {
  readonly sides: readonly CourseSide[];
  readonly width: number;
  readonly height: number;
}

const LEFT = 46;
const RIGHT = 4;
const TOP = 8;
const TEXT_ROW = 16;
const RATE_SHARE = 0.62;

/** Conversion of each month's leads with its interval above, both sides beside each other; counts by what is known below. */
export const CohortsChart = ({ sides, width, height }: CohortsChartProps) => {
  const { t, format } = useMessages();
  const [told] = sides;
  const months = told?.course.months ?? [];
  const cells = sides.flatMap(({ course }) => course.months);
  const floor = height - TEXT_ROW * (1 + sides.length) - 6;
  const rateFloor = TOP + (floor - TOP) * RATE_SHARE;
  const drawn = cells.filter((cell) => drawnRate(cell) !== null);
  const top = shareTop(Math.max(0.1, ...drawn.map(({ interval }) => interval?.[1] ?? 0)));
  const most = Math.max(1, ...cells.map(({ leads }) => leads));
  const slot = (width - LEFT - RIGHT) / Math.max(1, months.length);
  const every = Math.max(1, Math.ceil(38 / slot));
  const middle = (month: number) => LEFT + slot * (month + 0.5);
  const y = (share: number) => rateFloor - ((rateFloor - TOP) * share) / top;
  const high = (leads: number) => ((floor - rateFloor - 10) * leads) / most;
  return (
    <svg width={width} height={height} role="img" aria-label={t('what-if.months')}>
      {shareTicks(top, rateFloor - TOP).map((share) => (
        <g key={share}>
          <line x1={LEFT} x2={width - RIGHT} y1={y(share)} y2={y(share)} stroke="var(--grid)" />
          <text x={LEFT - 8} y={y(share) + 4} textAnchor="end" fill="var(--ink2)">
            {share === top ? format.percent(share) : format.decimal(share * 100)}
          </text>
        </g>
      ))}
      {sides.map((side, index) => {
        const { key, whose, isTold, course } = side;
        const bar = Math.min(14, slot * 0.38);
        return (
          <g key={key} data-whose={whose}>
            {course.months.map((month, place) => {
              const centre = middle(place) + (index === 0 ? -0.5 : 0.5) * (bar + 1);
              return (
                <g key={month.startMs}>
                  <MonthRate side={side} cell={month} centre={centre} y={y} />
                  <MonthBar cell={month} x={centre - bar / 2} width={bar} floor={floor} high={high} isTold={isTold} />
                </g>
              );
            })}
          </g>
        );
      })}
      <line x1={LEFT} x2={width - RIGHT} y1={floor} y2={floor} stroke="var(--line2)" />
      {months.map(({ startMs }, index) =>
        index % every === 0 ? (
          <text key={startMs} x={middle(index)} y={floor + TEXT_ROW - 2} textAnchor="middle" fill="var(--ink2)">
            {format.month(startMs)}
          </text>
        ) : null,
      )}
      {sides.map(({ key, whose, course }, row) => (
        <g key={key} data-whose={whose} fill="var(--whose-text)">
          <text x={2} y={floor + TEXT_ROW * (row + 2) - 2}>
            {t('chart.n')}
          </text>
          {course.months.map(({ startMs, observed }, index) =>
            index % every === 0 ? (
              <text key={startMs} x={middle(index)} y={floor + TEXT_ROW * (row + 2) - 2} textAnchor="middle">
                {observed === 0 ? '–' : format.count(observed)}
              </text>
            ) : null,
          )}
        </g>
      ))}
    </svg>
  );
};

type MonthCell = CourseSide['course']['months'][number];

interface MonthRateProps {
  readonly side: CourseSide;
  readonly cell: MonthCell;
  readonly centre: number;
  readonly y: (share: number) => number;
}

const MonthRate = ({ side, cell, centre, y }: MonthRateProps) => {
  const rate = drawnRate(cell);
  if (rate === null) return null;
  return (
    <>
      {cell.interval !== null && (
        <path d={`M${centre} ${y(cell.interval[0])}V${y(cell.interval[1])}`} stroke="var(--whose)" strokeWidth={1.5} />
      )}
      <SideDot side={side} x={centre} y={y(rate)} radius={3} isHollow={!side.isTold} />
    </>
  );
};

interface MonthBarProps {
  readonly cell: MonthCell;
  readonly x: number;
  readonly width: number;
  readonly floor: number;
  readonly high: (leads: number) => number;
  readonly isTold: boolean;
}

/** Known outcomes at the bottom, then never worked, then too early. */
const MonthBar = ({ cell, x, width, floor, high, isTold }: MonthBarProps) => {
  const known = high(cell.observed);
  const never = high(cell.unobserved);
  const early = high(cell.immature);
  return (
    <>
      {known > 0 && (
        <rect x={x} width={width} y={floor - known} height={known} fill={isTold ? 'var(--bar-strong)' : 'var(--bar)'} />
      )}
      {never > 0 && (
        <rect
          x={x}
          width={width}
          y={floor - known - never}
          height={never}
          fill="url(#hatch)"
          stroke="var(--ink3)"
          strokeWidth={0.75}
        />
      )}
      {early > 0 && (
        <rect
          x={x}
          width={width}
          y={floor - known - never - early}
          height={early}
          fill="url(#dots)"
          stroke="var(--ink3)"
          strokeWidth={0.75}
        />
      )}
    </>
  );
};
