import type { NamedSide } from '../compare-focus.ts';
import { markPath } from './side-marks.ts';

interface SideDotProps {
  readonly side: Pick<NamedSide, 'whose' | 'mark'>;
  readonly x: number;
  readonly y: number;
  readonly radius?: number;
  /** What others are told against; what is grey is always hollow. */
  readonly isHollow?: boolean;
}

/** Where a side's figure stands, in its hue and shape. */
export const SideDot = ({ side, x, y, radius = 4, isHollow = false }: SideDotProps) => {
  return (
    <path
      data-whose={side.whose}
      data-mark={side.mark}
      d={markPath(side.mark, x, y, radius)}
      fill={side.whose === 'baseline' || isHollow ? 'var(--bg)' : 'var(--whose)'}
      stroke="var(--whose)"
      strokeWidth="1.5"
    />
  );
};

/** A side's mark alone, as in a legend. */
export const DotKey = ({ side }: { readonly side: SideDotProps['side'] }) => (
  <svg width="12" height="12" aria-hidden="true">
    <SideDot side={side} x={6} y={6} radius={3.5} isHollow />
  </svg>
);

/** A side's line with its mark, as beside its name. Solid for what is told; dashed for what it is told against, and for what is grey. */
export const SideKey = (props: { readonly side: Pick<NamedSide, 'whose' | 'mark'>; readonly isDashed: boolean }) => {
  const { side, isDashed } = props;
  const isGrey = side.whose === 'baseline';
  return (
    <svg width="22" height="12" aria-hidden="true" data-whose={side.whose}>
      <path
        d="M0 6H22"
        stroke="var(--whose)"
        strokeWidth="2"
        {...(isDashed || isGrey ? { strokeDasharray: '4 3' } : {})}
      />
      <SideDot side={side} x={11} y={6} radius={3.5} isHollow={isDashed} />
    </svg>
  );
};
