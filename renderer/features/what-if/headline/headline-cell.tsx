import type { ReactNode } from 'react';

interface HeadlineCellProps {
  readonly label: string;
  readonly was: string;
  readonly value: string;
  /** Beside the figure: the difference, the interval. */
  readonly beside?: ReactNode;
  readonly bar: ReactNode;
  readonly foot: ReactNode;
  readonly help?: string;
}

export const HeadlineCell = ({ label, was, value, beside, bar, foot, help }: HeadlineCellProps) => (
  <div className="headline-cell" role="group" aria-label={label} {...(help === undefined ? {} : { title: help })}>
    <div className="headline-label">
      <span className="ellipsis" title={label}>
        {label}
      </span>
      <span className="hint">{was}</span>
    </div>
    <div className="headline-value">
      <b>{value}</b>
      <span>{beside}</span>
    </div>
    {bar}
    <div className="headline-foot secondary ellipsis">{foot}</div>
  </div>
);
