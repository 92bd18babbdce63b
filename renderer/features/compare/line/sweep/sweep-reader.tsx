import type { KeyboardEvent, PointerEvent } from 'react';
import { STEPS_BY_KEY } from '../../../../charts/handle-steps.ts';
import { useMessages } from '../../../../i18n/messages.tsx';
import type { LineSide, LowerZone } from '../line-sides.ts';
import { readLower, readRate } from './sweep-reading.ts';
import { pointAt, type SweepScales } from './sweep-scales.ts';

interface SweepReaderProps {
  readonly sides: readonly LineSide[];
  readonly scales: SweepScales;
  readonly lower: LowerZone;
  /** Where the figures are read. */
  readonly at: number;
  readonly onRead: (threshold: number) => void;
}

/** Reads the figures of both sides at a threshold: under the pointer, or by arrows, Page, Home and End. */
export const SweepReader = ({ sides, scales, lower, at, onRead }: SweepReaderProps) => {
  const messages = useMessages();
  const { t, format } = messages;
  const thresholds = [...new Set(sides.flatMap(({ line }) => line.points.map(({ threshold }) => threshold)))].sort(
    (one, other) => one - other,
  );
  const { left, right, ends, x } = scales;
  const top = scales.rates?.ceiling ?? scales.lower.ceiling;
  const bottom = scales.lower.floor;
  const place = Math.max(
    0,
    thresholds.findIndex((threshold) => threshold >= at),
  );
  const readPlace = (next: number) => {
    const threshold = thresholds[Math.min(thresholds.length - 1, Math.max(0, next))];
    if (threshold !== undefined) onRead(threshold);
  };
  const press = (event: KeyboardEvent<SVGGElement>) => {
    const steps = STEPS_BY_KEY[event.key];
    const jump = event.key === 'Home' ? 0 : event.key === 'End' ? thresholds.length - 1 : null;
    if (steps === undefined && jump === null) return;
    event.preventDefault();
    event.stopPropagation();
    readPlace(jump ?? place + (steps ?? 0));
  };
  const follow = (event: PointerEvent<SVGGElement>) => {
    const svg = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    if (svg === undefined) return;
    const wanted = ends[0] + ((event.clientX - svg.left - left) / (right - left)) * (ends[1] - ends[0]);
    readPlace(nearest(thresholds, wanted));
  };
  const read = sides
    .map((side) => {
      const point = pointAt(side.line.points, at);
      return t('compare-line.readSide', {
        name: side.name,
        rate: readRate(point, messages),
        lower: readLower(point, lower, messages),
      });
    })
    .join('; ');
  return (
    <g
      className="line-reader"
      role="slider"
      tabIndex={0}
      aria-label={t('compare-line.reader')}
      aria-valuemin={thresholds[0] ?? 0}
      aria-valuemax={thresholds.at(-1) ?? 0}
      aria-valuenow={at}
      aria-valuetext={t('compare-line.read', { threshold: format.points(at), read })}
      onKeyDown={press}
      onPointerMove={follow}
      onPointerDown={follow}
    >
      <rect x={left} y={top} width={right - left} height={bottom - top} fill="transparent" />
      <path
        className="line-reader-mark"
        d={`M${x(at)} ${top}V${bottom}`}
        stroke="var(--ink)"
        strokeWidth={1}
        strokeDasharray="1 3"
        strokeLinecap="round"
      />
    </g>
  );
};

const nearest = (ascending: readonly number[], wanted: number): number =>
  ascending.reduce(
    (best, threshold, index) =>
      Math.abs(threshold - wanted) < Math.abs((ascending[best] ?? Number.POSITIVE_INFINITY) - wanted) ? index : best,
    0,
  );
