import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import type { SweepRow } from './sweep-rows.ts';

/** Leads a week at each threshold, all in one path: a hundred bars drawn one by one take longer than the replay. */
export const VolumeBars = ({ rows, barSize }: { readonly rows: readonly SweepRow[]; readonly barSize: number }) => {
  const area = usePlotArea();
  const x = useXAxisScale();
  const y = useYAxisScale('volume');
  if (area === undefined || x === undefined || y === undefined) return null;
  const bottom = area.y + area.height;
  const bars = rows.map((row) => {
    const left = Number(x(row.threshold)) - barSize / 2;
    const top = Number(y(row.perWeek ?? 0));
    return `M${left},${bottom}V${top}h${barSize}V${bottom}Z`;
  });
  return <path className="volume-bars" d={bars.join('')} fill="var(--bar)" />;
};
