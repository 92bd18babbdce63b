import type { LevelMeasures } from '../../../../api/core-types.ts';

const at = (value: number, most: number): string =>
  `${Math.min(100, Math.max(0, most > 0 ? (value / most) * 100 : 0))}%`;

interface MeterProps {
  readonly value: number;
  readonly most: number;
  readonly baseline: number | null;
  readonly p90?: number;
  /** In the hue of sales, who promised it. */
  readonly capacity?: number | null;
}

/** A bar with the baseline's tick and, for volumes, a whisker to the busy week and the capacity of sales. */
export const Meter = ({ value, most, baseline, p90, capacity = null }: MeterProps) => (
  <div className="meter" aria-hidden="true">
    <span className="meter-track" />
    <span className="meter-bar" style={{ width: at(value, most) }} />
    {p90 !== undefined && p90 > value && (
      <span className="meter-whisker" style={{ left: at(value, most), width: at(p90 - value, most) }} />
    )}
    {baseline !== null && <span className="meter-baseline" style={{ left: at(baseline, most) }} />}
    {capacity !== null && <span className="meter-capacity" style={{ left: at(capacity, most) }} />}
  </div>
);

/**
 * Converted, never worked (hatched), not converted. The hatch's two edges are the bounds; above, on the same scale, the
 * rate among known outcomes with its interval.
 */
export const BoundsBar = ({
  measures,
  baseline,
  most,
}: {
  readonly measures: LevelMeasures;
  readonly baseline: number | null;
  readonly most: number;
}) => {
  const { rate, interval, bounds } = measures;
  return (
    <div className="meter" aria-hidden="true">
      <span className="meter-track" />
      {bounds !== null && <span className="meter-bar" style={{ width: at(bounds[0], most) }} />}
      {bounds !== null && bounds[1] > bounds[0] && (
        <span
          className="meter-unknown hatched"
          style={{ left: at(bounds[0], most), width: at(Math.min(bounds[1], most) - bounds[0], most) }}
        />
      )}
      {interval !== null && (
        <span
          className="meter-interval"
          style={{ left: at(interval[0], most), width: at(Math.min(interval[1], most) - interval[0], most) }}
        />
      )}
      {rate !== null && <span className="meter-dot" style={{ left: at(rate, most) }} />}
      {baseline !== null && <span className="meter-baseline tall" style={{ left: at(baseline, most) }} />}
    </div>
  );
};
