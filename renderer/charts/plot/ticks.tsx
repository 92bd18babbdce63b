import { memo } from 'react';

export interface Tick {
  /** Where it stands on its axis, in pixels. */
  readonly at: number;
  /** Not twice on one axis. */
  readonly label: string;
}

interface TicksProps {
  readonly ticks: readonly Tick[];
  /** The x of an upright axis' words, the y of a level one's. */
  readonly line: number;
  readonly side: 'left' | 'right' | 'below';
}

const ANCHOR = { left: 'end', right: 'start', below: 'middle' } as const;

/** The words of an axis; drawn again only when one of them or its place has changed. */
export const Ticks = memo(
  ({ ticks, line, side }: TicksProps) => (
    <g fill="var(--ink2)" textAnchor={ANCHOR[side]}>
      {ticks.map(({ at, label }) => (
        <text key={label} x={side === 'below' ? at : line} y={side === 'below' ? line : at + 4}>
          {label}
        </text>
      ))}
    </g>
  ),
  (before, after) =>
    before.line === after.line &&
    before.side === after.side &&
    before.ticks.length === after.ticks.length &&
    before.ticks.every(({ at, label }, index) => at === after.ticks[index]?.at && label === after.ticks[index].label),
);
