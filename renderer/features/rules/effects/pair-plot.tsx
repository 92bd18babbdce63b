import type { Cell } from '../../../../core/measures/frame.ts';

/**
 * Touched leads (solid, above) against the others (hollow grey, below): the rate as a dot in its interval. The scale begins at 0
 * and ends at `highest`, a share; what goes beyond is cut there.
 */
export const PairPlot = (props: {
  readonly touched: Cell;
  readonly untouched: Cell;
  readonly highest: number;
  readonly width: number;
  /** Words for who does not see it; without them it is part of words that say the same. */
  readonly label?: string;
}) => {
  const { touched, untouched, highest, width, label } = props;
  const x = (share: number): number => EDGE + Math.min(1, share / highest) * (width - 2 * EDGE);
  return (
    <svg
      className="pair-plot"
      width={width}
      height="16"
      viewBox={`0 0 ${width} 16`}
      role="img"
      aria-label={label}
      aria-hidden={label === undefined}
    >
      {[0, 0.5, 1].map((part) => (
        <path key={part} d={`M${x(part * highest)} 0V16`} stroke="var(--grid)" />
      ))}
      <Mark cell={untouched} x={x} y={11.5} colour="var(--grey)" hollow />
      <Mark cell={touched} x={x} y={4.5} colour="var(--whose)" />
    </svg>
  );
};

const EDGE = 4;

const Mark = (props: {
  readonly cell: Cell;
  readonly x: (share: number) => number;
  readonly y: number;
  readonly colour: string;
  readonly hollow?: boolean;
}) => {
  const { x, y, colour, hollow = false } = props;
  const { rate, interval } = props.cell;
  if (rate === null || interval === null) return null;
  return (
    <>
      <path d={`M${x(interval[0])} ${y}H${x(interval[1])}`} stroke={colour} strokeWidth="1.5" />
      <circle
        cx={x(rate)}
        cy={y}
        r={hollow ? 1.75 : 2.25}
        fill={hollow ? 'var(--bg)' : colour}
        stroke={colour}
        strokeWidth="1.5"
      />
    </>
  );
};
