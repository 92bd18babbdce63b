/** A share and its 95 % interval; null: there is none. */
export type Estimate = readonly [share: number | null, interval: readonly [number, number] | null];

const WIDTH = 120;
const EDGE = 4;

/** The card's own figure (solid, above) and that of the present rules (hollow grey, below), on a scale from `low` to `high`. */
export const IntervalPlot = (props: {
  /** Null: only the present rules are drawn. */
  readonly own: Estimate | null;
  readonly other: Estimate | null;
  readonly low: number;
  readonly high: number;
}) => {
  const { own, other, low, high } = props;
  const x = (share: number): number =>
    EDGE + Math.min(1, Math.max(0, (share - low) / (high - low))) * (WIDTH - 2 * EDGE);
  return (
    <svg className="interval-plot" width={WIDTH} height="16" viewBox={`0 0 ${WIDTH} 16`} aria-hidden="true">
      {[0, 0.5, 1].map((part) => (
        <path key={part} d={`M${x(low + part * (high - low))} 0V16`} stroke="var(--grid)" />
      ))}
      {other !== null && <Mark estimate={other} x={x} y={11.5} colour="var(--grey)" hollow />}
      {own !== null && <Mark estimate={own} x={x} y={4.5} colour="var(--whose)" />}
    </svg>
  );
};

const Mark = (props: {
  readonly estimate: Estimate;
  readonly x: (share: number) => number;
  readonly y: number;
  readonly colour: string;
  readonly hollow?: boolean;
}) => {
  const { x, y, colour, hollow = false } = props;
  const [share, interval] = props.estimate;
  if (share === null) return null;
  return (
    <>
      {interval !== null && <path d={`M${x(interval[0])} ${y}H${x(interval[1])}`} stroke={colour} strokeWidth="1.5" />}
      <circle
        cx={x(share)}
        cy={y}
        r={hollow ? 1.75 : 2.25}
        fill={hollow ? 'var(--bg)' : colour}
        stroke={colour}
        strokeWidth="1.5"
      />
    </>
  );
};

/** The marks of a card and of the present rules, for a legend. */
export const LegendMark = ({ hollow }: { readonly hollow: boolean }) => (
  <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
    <circle
      cx="5"
      cy="5"
      r="3"
      fill={hollow ? 'var(--bg)' : 'var(--ink)'}
      stroke={hollow ? 'var(--grey)' : 'var(--ink)'}
      strokeWidth="1.5"
    />
  </svg>
);
