import { memo } from 'react';
import { useMessages } from '../i18n/messages.tsx';
import type { Scale } from './plot/scale.ts';
import type { SplitColumn } from './split-column.ts';

interface ColumnNamesProps {
  readonly columns: readonly SplitColumn[];
  readonly x: Scale;
  /** Where the plot ends. */
  readonly top: number;
  /** Pixels from one column to the next. */
  readonly slot: number;
}

/** The names of the columns and, under each, the n of the rate above it; as many of them as have room. */
export const ColumnNames = ({ columns, x, top, slot }: ColumnNamesProps) => {
  const { format } = useMessages();
  const every = Math.max(1, Math.ceil(labelWidth(columns) / slot));
  return (
    <g textAnchor="middle">
      {columns.map(({ label, observed }, index) =>
        index % every === 0 ? (
          <ColumnName
            // A column is told by its place, a month's name comes twice: the element stays and its words change.
            key={x(index)}
            x={x(index)}
            y={top}
            label={label}
            count={observed === 0 ? '–' : format.count(observed)}
          />
        ) : null,
      )}
    </g>
  );
};

interface ColumnNameProps {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly count: string;
}

const ColumnName = memo(({ x, y, label, count }: ColumnNameProps) => (
  <>
    <text x={x} y={y + 12} fill="var(--ink2)">
      {label}
    </text>
    <text x={x} y={y + 28} fill="var(--ink3)">
      {count}
    </text>
  </>
));

/** 12 px figures of Inter are about 7 px wide. */
const labelWidth = (columns: readonly SplitColumn[]): number =>
  8 + 7 * Math.max(1, ...columns.map((column) => column.label.length));
