import { barsPath, dotsPath, linePath, type Spot, whiskersPath } from './plot/paths.ts';
import type { Scale } from './plot/scale.ts';
import type { SplitColumn } from './split-column.ts';

interface SeriesProps {
  readonly columns: readonly SplitColumn[];
  /** By the column's place. */
  readonly x: Scale;
  readonly y: Scale;
}

/** Known outcomes, then hatched who was never worked, then dotted who is too early: one upon the other. */
export const Counts = ({ columns, x, y, width }: SeriesProps & { readonly width: number }) => {
  const bars = (from: (column: SplitColumn) => number, count: (column: SplitColumn) => number) =>
    barsPath(
      columns.map((column, index) => [x(index), y(from(column) + count(column)), y(from(column))]),
      width,
    );
  return (
    <>
      <path
        d={bars(
          () => 0,
          ({ observed }) => observed,
        )}
        fill="var(--bar)"
      />
      <path
        d={bars(
          ({ observed }) => observed,
          ({ unobserved }) => unobserved,
        )}
        fill="url(#hatch)"
        stroke="var(--ink3)"
      />
      <path
        d={bars(
          ({ observed, unobserved }) => observed + unobserved,
          ({ immature }) => immature,
        )}
        fill="url(#dots)"
        stroke="var(--ink3)"
      />
    </>
  );
};

/** Each rate as a dot in its interval; over time a line joins them, and the baseline's is grey and dashed. */
export const Rates = ({ columns, x, y, joined }: SeriesProps & { readonly joined: boolean }) => {
  const spots = (rateOf: (column: SplitColumn) => number | null): readonly Spot[] =>
    columns.map((column, index) => {
      const rate = rateOf(column);
      return rate === null ? null : [x(index), y(rate)];
    });
  const rates = spots(({ rate }) => rate);
  const whiskers = columns.map(({ interval }, index) =>
    interval === null ? null : ([x(index), y(interval[1]), y(interval[0])] as const),
  );
  return (
    <>
      {joined && (
        <>
          <path
            d={linePath(
              spots(({ baselineRate }) => baselineRate),
              false,
            )}
            fill="none"
            stroke="var(--grey)"
            strokeWidth={2}
            strokeDasharray="5 4"
          />
          <path
            d={linePath(rates, false)}
            fill="none"
            stroke="color-mix(in oklab, var(--whose) 55%, var(--bg))"
            strokeWidth={1.5}
          />
        </>
      )}
      <path d={whiskersPath(whiskers)} fill="none" stroke="var(--whose)" strokeWidth={1.5} />
      <path d={dotsPath(rates, 3.5)} fill="var(--whose)" />
    </>
  );
};
