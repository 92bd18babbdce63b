/** The two times of a review: before is grey, hollow and dashed as every baseline; since is solid in the hue of what both signed. */
export type Period = 'before' | 'after';

interface PeriodRateProps {
  readonly period: Period;
  readonly x: number;
  readonly y: number;
  /** Ends of its interval, in pixels; null: none. */
  readonly whisker: readonly [number, number] | null;
}

export const PeriodRate = ({ period, x, y, whisker }: PeriodRateProps) => {
  const ink = period === 'before' ? 'var(--grey)' : 'var(--whose)';
  return (
    <g stroke={ink} strokeWidth={1.5}>
      {whisker !== null && <path d={`M${x} ${whisker[0]}V${whisker[1]}`} />}
      <circle cx={x} cy={y} r={3} fill={period === 'before' ? 'var(--bg)' : ink} />
    </g>
  );
};

/** The look of a bar of the time. */
export const periodBar = (period: Period) =>
  period === 'before'
    ? { fill: 'var(--bg)', stroke: 'var(--grey)', strokeDasharray: '3 2' }
    : { fill: 'var(--bar)', stroke: 'none' };

export const PeriodKey = ({ period }: { readonly period: Period }) => (
  <svg width="22" height="14" aria-hidden="true">
    <PeriodRate period={period} x={4} y={7} whisker={[0, 14]} />
    <rect x="12.5" y="2.5" width="9" height="9" {...periodBar(period)} />
  </svg>
);
