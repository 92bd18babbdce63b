import type { Scale } from '../../../charts/plot/scale.ts';
import type { NamedSide } from '../compare-focus.ts';
import { SideDot } from '../side-mark/side-dot.tsx';

interface MarkProps {
  readonly at: number;
  readonly x: Scale;
  readonly y: number;
}

interface EstimateProps extends MarkProps {
  readonly interval: readonly [number, number] | null;
  /** Whose figure it is, in that side's mark; absent: of both. */
  readonly side?: NamedSide;
}

/** A figure in its interval, in the hue of whom it is about. */
export const Estimate = ({ at, interval, side, x, y }: EstimateProps) => (
  <g stroke="var(--whose)" strokeWidth="2">
    {interval !== null && <path d={`M${x(interval[0])} ${y}H${x(interval[1])}`} />}
    {side === undefined ? (
      <circle cx={x(at)} cy={y} r="4" fill="var(--whose)" stroke="none" />
    ) : (
      <SideDot side={side} x={x(at)} y={y} radius={3.5} />
    )}
  </g>
);

/** What it is held against: grey and hollow. */
export const Against = ({ at, x, y }: MarkProps) => (
  <circle cx={x(at)} cy={y} r="3.5" fill="var(--bg)" stroke="var(--grey)" strokeWidth="1.5" />
);

/** No figure: hatched for too few outcomes, dotted where it is too early for any, with what there is in words. */
export const NoFigure = (props: {
  readonly from: number;
  readonly y: number;
  readonly isTooEarly: boolean;
  readonly words: string;
}) => {
  const { from, y, isTooEarly, words } = props;
  return (
    <g>
      <rect
        x={from}
        y={y - 5}
        width="10"
        height="10"
        fill={isTooEarly ? 'url(#dots)' : 'url(#hatch)'}
        stroke="var(--ink3)"
        strokeWidth="0.5"
      />
      <text x={from + 16} y={y + 4} fill="var(--ink3)" stroke="var(--bg)" strokeWidth="4" paintOrder="stroke">
        {words}
      </text>
    </g>
  );
};

/** Some of the row's leads are too young to count. */
export const PartlyEarly = ({ from, y }: { readonly from: number; readonly y: number }) => (
  <rect x={from} y={y - 5} width="10" height="10" fill="url(#dots)" stroke="var(--ink3)" strokeWidth="0.5" />
);

export const EstimateKey = () => (
  <svg width="18" height="10" aria-hidden="true">
    <path d="M0 5h18" stroke="var(--whose)" strokeWidth="2" />
    <circle cx="9" cy="5" r="3.5" fill="var(--whose)" />
  </svg>
);

export const AgainstKey = () => (
  <svg width="10" height="10" aria-hidden="true">
    <circle cx="5" cy="5" r="3.5" fill="var(--bg)" stroke="var(--grey)" strokeWidth="1.5" />
  </svg>
);
