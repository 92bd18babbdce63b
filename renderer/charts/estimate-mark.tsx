/** A share as a dot in its interval, on one line of a small plot; nothing where there is none. */
export const EstimateMark = (props: {
  readonly share: number | null;
  readonly interval: readonly [number, number] | null;
  /** Where a share stands. */
  readonly x: (share: number) => number;
  readonly y: number;
  readonly colour: string;
  readonly hollow?: boolean;
}) => {
  const { share, interval, x, y, colour, hollow = false } = props;
  if (share === null) return null;
  return (
    <>
      {interval !== null && <path d={`M${x(interval[0])} ${y}H${x(interval[1])}`} stroke={colour} strokeWidth="1.5" />}
      <circle
        cx={x(share)}
        cy={y}
        r={hollow ? 1.75 : 2.25}
        fill={hollow ? 'var(--bg)' : colour}
        stroke={colour}
        strokeWidth="1.5"
      />
    </>
  );
};
