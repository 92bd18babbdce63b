import type { Cell } from '../../../../core/measures/frame.ts';
import { EstimateMark } from '../../../charts/estimate-mark.tsx';

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
      <EstimateMark share={untouched.rate} interval={untouched.interval} x={x} y={11.5} colour="var(--grey)" hollow />
      <EstimateMark share={touched.rate} interval={touched.interval} x={x} y={4.5} colour="var(--whose)" />
    </svg>
  );
};

const EDGE = 4;
