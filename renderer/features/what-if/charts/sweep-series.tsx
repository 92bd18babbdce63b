import { memo } from 'react';
import { bandPath, barsPath, linePath } from '../../../charts/plot/paths.ts';
import type { SweepRow } from './sweep-rows.ts';
import type { SweepScales } from './sweep-scales.ts';

/** Leads a week at each threshold. */
export const VolumeSeries = memo(({ scales }: { readonly scales: SweepScales }) => {
  const { area, rows, x, volume } = scales;
  const width = Math.max(1, Math.floor(((area.right - area.left) / Math.max(1, rows.length)) * 0.8));
  const bars = barsPath(
    rows.map((row) => [x(row.threshold), volume(row.perWeek ?? 0), area.bottom]),
    width,
  );
  return <path className="volume-bars" d={bars} fill="var(--bar)" />;
});

/** The baseline's rate in dashes, the scenario's in its 95 % band, which may be cut at the ends of the axis. */
export const RateSeries = memo(({ scales }: { readonly scales: SweepScales }) => {
  const { rows, x, rate, rateTicks } = scales;
  const [low, high] = [rateTicks[0] ?? 0, rateTicks.at(-1) ?? 1];
  const within = (share: number) => rate(Math.min(high, Math.max(low, share)));
  const line = (rateOf: (row: SweepRow) => number | null) =>
    linePath(
      rows.map((row) => {
        const share = rateOf(row);
        return share === null ? null : [x(row.threshold), rate(share)];
      }),
      true,
    );
  const band = bandPath(
    rows
      .filter((row) => row.perWeek !== null)
      .map(({ threshold, interval }) =>
        interval === null ? null : [x(threshold), within(interval[1]), within(interval[0])],
      ),
  );
  return (
    <>
      <path d={band} fill="var(--band)" />
      <path
        d={line((row) => row.baselineRate)}
        fill="none"
        stroke="var(--grey)"
        strokeWidth={2}
        strokeDasharray="5 4"
      />
      <path className="rate-line" d={line((row) => row.rate)} fill="none" stroke="var(--whose)" strokeWidth={2} />
    </>
  );
});
