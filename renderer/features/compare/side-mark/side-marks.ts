/** Hue says whose a scenario is; the shape of its mark tells it from the others that are theirs too. */
export const SIDE_MARKS = ['disc', 'square', 'triangle', 'diamond', 'wedge'] as const;
export type SideMark = (typeof SIDE_MARKS)[number];

/** Corners about a disc of radius 1, so large that each shape covers about as much as the disc. */
const CORNERS: Readonly<Record<Exclude<SideMark, 'disc'>, readonly (readonly [x: number, y: number])[]>> = {
  square: [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  triangle: [
    [0, -1.4],
    [1.3, 0.9],
    [-1.3, 0.9],
  ],
  diamond: [
    [0, -1.35],
    [1.35, 0],
    [0, 1.35],
    [-1.35, 0],
  ],
  wedge: [
    [0, 1.4],
    [1.3, -0.9],
    [-1.3, -0.9],
  ],
};

/** The outline of a mark about a spot, as an SVG path. */
export function markPath(mark: SideMark, x: number, y: number, radius: number): string {
  if (mark === 'disc')
    return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
  const corners = CORNERS[mark].map(([right, down]) => `${tenth(x + right * radius)} ${tenth(y + down * radius)}`);
  return `M${corners.join('L')}Z`;
}

const tenth = (figure: number): number => Math.round(figure * 10) / 10;
