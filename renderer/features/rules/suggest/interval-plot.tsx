import { EstimateMark } from '../../../charts/estimate-mark.tsx';

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
      {other !== null && (
        <EstimateMark share={other[0]} interval={other[1]} x={x} y={11.5} colour="var(--grey)" hollow />
      )}
      {own !== null && <EstimateMark share={own[0]} interval={own[1]} x={x} y={4.5} colour="var(--whose)" />}
    </svg>
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
