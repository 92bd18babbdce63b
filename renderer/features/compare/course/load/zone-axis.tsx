import { useMessages } from '../../../../i18n/messages.tsx';

interface ZoneAxisProps {
  readonly ceiling: number;
  readonly ticks: readonly number[];
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
  /** What the zone shows. */
  readonly words: string;
}

/** The figures and hairlines of one zone of a chart, and over them what it shows. */
export const ZoneAxis = ({ ceiling, ticks, y, left, right, words }: ZoneAxisProps) => {
  const { format } = useMessages();
  return (
    <>
      <text x={left} y={ceiling - 4} fill="var(--ink2)">
        {words}
      </text>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} stroke={tick === 0 ? 'var(--line2)' : 'var(--grid)'} />
          <text x={left - 8} y={y(tick) + 4} textAnchor="end" fill="var(--ink2)">
            {format.decimal(tick)}
          </text>
        </g>
      ))}
    </>
  );
};
