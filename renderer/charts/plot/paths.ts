/** Series as one path each: a hundred elements would take longer to change than the replay that moves them. */

/** Null where the series has a gap. */
export type Spot = readonly [x: number, y: number] | null;

/** A line through the spots; a gap breaks it, or is passed over where `isJoined`. */
export const linePath = (spots: readonly Spot[], isJoined: boolean): string => {
  const steps: string[] = [];
  let isPenDown = false;
  for (const spot of spots) {
    if (spot === null) {
      isPenDown &&= isJoined;
      continue;
    }
    steps.push(`${isPenDown ? 'L' : 'M'}${spot[0]} ${spot[1]}`);
    isPenDown = true;
  }
  return steps.join('');
};

/** Null where nothing is known. */
export type Stretch = readonly [x: number, top: number, bottom: number] | null;

/** The area between two lines; gaps part it. */
export const bandPath = (stretches: readonly Stretch[]): string => {
  const steps: string[] = [];
  let run: NonNullable<Stretch>[] = [];
  const close = () => {
    const there = run.map(([x, top]) => `${x} ${top}`);
    const back = run.toReversed().map(([x, , bottom]) => `${x} ${bottom}`);
    if (run.length > 1) steps.push(`M${there.join('L')}L${back.join('L')}Z`);
    run = [];
  };
  for (const stretch of stretches) {
    if (stretch === null) close();
    else run.push(stretch);
  }
  close();
  return steps.join('');
};

/** Upright bars of one width around their `x`; those without height are left out. */
export const barsPath = (bars: readonly NonNullable<Stretch>[], width: number): string =>
  bars
    .filter(([, top, bottom]) => bottom - top > 0.05)
    .map(([x, top, bottom]) => `M${x - width / 2} ${bottom}V${top}h${width}V${bottom}Z`)
    .join('');

/** Whiskers: an upright stroke each. */
export const whiskersPath = (stretches: readonly Stretch[]): string =>
  stretches
    .filter((stretch) => stretch !== null)
    .map(([x, top, bottom]) => `M${x} ${top}V${bottom}`)
    .join('');

/** A disc at each spot. */
export const dotsPath = (spots: readonly Spot[], radius: number): string =>
  spots
    .filter((spot) => spot !== null)
    .map(
      ([x, y]) =>
        `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`,
    )
    .join('');

/** A hairline across at each height. */
export const gridPath = (left: number, right: number, heights: readonly number[]): string =>
  heights.map((y) => `M${left} ${y}H${right}`).join('');
