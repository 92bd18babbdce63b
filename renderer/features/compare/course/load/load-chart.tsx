import type { LoadWeek } from '../../../../../api/compare-course.ts';
import { ticksWithin } from '../../../../charts/axis.ts';
import { useMessages } from '../../../../i18n/messages.tsx';
import { SideDot } from '../../side-mark/side-dot.tsx';
import type { CourseSide } from '../course-sides.ts';
import { stepPath } from '../curve/step-path.ts';
import { lineOf } from '../side-line.tsx';
import { monthMarks } from './month-marks.ts';
import { ZoneAxis } from './zone-axis.tsx';

interface LoadChartProps {
  readonly sides: readonly CourseSide[];
  /** Of the week that is drawn first. */
  readonly firstWeek: number;
  readonly capacityPerWeek: number | null;
  readonly levelName: string;
  readonly width: number;
  readonly height: number;
}

const LEFT = 58;
const RIGHT = 8;
const BOTTOM = 18;
const WORDS = 16;
const VOLUME_SHARE = 0.6;

/** Leads week by week against what sales can follow up, and below how many wait for it. */
export const LoadChart = (props: LoadChartProps) => {
  const { sides, firstWeek, capacityPerWeek, levelName, width, height } = props;
  const { t, format } = useMessages();
  const weeks = sides.map(({ course }) => course.weeks.slice(firstWeek));
  const [told = [], against = []] = weeks;
  const [toldSide, againstSide] = sides;
  const slot = (width - LEFT - RIGHT) / Math.max(1, told.length);
  const floor = height - BOTTOM;
  const volumeFloor = capacityPerWeek === null ? floor : Math.round(WORDS + (floor - WORDS) * VOLUME_SHARE - WORDS / 2);
  const volume = zoneOf(
    WORDS,
    volumeFloor,
    Math.max(
      capacityPerWeek ?? 0,
      highest(weeks, ({ leads }) => leads),
    ),
  );
  const queue = zoneOf(
    volumeFloor + WORDS + 4,
    floor,
    highest(weeks, (week) => week.queue ?? 0),
  );
  const x = (week: number) => LEFT + slot * week;
  const steps = (of: readonly LoadWeek[], y: (week: LoadWeek) => number) =>
    of.flatMap((week, index) => [
      { x: x(index), y: y(week) },
      { x: x(index + 1), y: y(week) },
    ]);
  return (
    <svg width={width} height={height} role="img" aria-label={t('compare-course.load')}>
      <ZoneAxis {...volume} left={LEFT} right={width - RIGHT} words={t('what-if.perWeek', { level: levelName })} />
      <g data-whose={toldSide?.whose}>
        {told.map((week, index) => (
          <rect
            key={week.startMs}
            x={x(index) + slot * 0.1}
            width={Math.max(0.5, slot * 0.8)}
            y={volume.y(week.leads)}
            height={volume.floor - volume.y(week.leads)}
            fill="var(--bar)"
          />
        ))}
      </g>
      {againstSide !== undefined && (
        <path
          data-whose={againstSide.whose}
          d={stepPath(steps(against, ({ leads }) => volume.y(leads)))}
          {...lineOf(againstSide)}
          strokeWidth={1.5}
        />
      )}
      {capacityPerWeek !== null && (
        <>
          <line
            x1={LEFT}
            x2={width - RIGHT}
            y1={volume.y(capacityPerWeek)}
            y2={volume.y(capacityPerWeek)}
            stroke="var(--sales)"
            strokeWidth={1.5}
          />
          <text x={width - RIGHT} y={WORDS - 4} textAnchor="end" fill="var(--sales-text)">
            {t('what-if.capacityLine', { capacity: format.decimal(capacityPerWeek) })}
          </text>
          <ZoneAxis {...queue} left={LEFT} right={width - RIGHT} words={t('compare-course.queue')} />
          {sides.map((side, index) => {
            const waiting = steps(weeks[index] ?? [], (week) => queue.y(week.queue ?? 0));
            const last = waiting.at(-1);
            return (
              <g key={side.key} data-whose={side.whose}>
                <path d={stepPath(waiting)} {...lineOf(side)} />
                {last !== undefined && (
                  <SideDot side={side} x={last.x - 3} y={last.y} radius={3} isHollow={!side.isTold} />
                )}
              </g>
            );
          })}
        </>
      )}
      {monthMarks(
        told.map(({ startMs }) => format.monthAndYear(startMs)),
        44 / slot,
      ).map((index) => (
        <text key={index} x={x(index)} y={height - 4} fill="var(--ink2)">
          {format.month(told[index]?.startMs ?? 0)}
        </text>
      ))}
    </svg>
  );
};

const highest = (sides: readonly (readonly LoadWeek[])[], of: (week: LoadWeek) => number): number =>
  Math.max(1, ...sides.flatMap((weeks) => weeks.map(of)));

/** A zone down to 0, whose figures are round. */
const zoneOf = (ceiling: number, floor: number, most: number) => {
  const top = most * 1.05;
  // Leads are whole.
  const ticks = ticksWithin(0, top, Math.max(1.5, (floor - ceiling) / 40)).filter(Number.isInteger);
  return { ceiling, floor, ticks, y: (value: number) => floor - ((floor - ceiling) * value) / top };
};
