/** The comparisons of a run: each named by what is divided by what. */
import type { MeasuredSize } from './measure-100k.ts';

const COMPARED: readonly (readonly [slower: string, faster: string])[] = [
  ['duckdb-1m', 'frame-1m-2w'],
  ['duckdb-100k', 'frame-100k-2w'],
  ['sqlite-100k', 'frame-100k-2w'],
  ['reference-100k', 'frame-100k-2w'],
  ['plain-100k', 'frame-100k-1w'],
  ['frame-1m-1w', 'frame-1m-2w'],
  ['frame-100k-1w', 'frame-100k-2w'],
  ['frame-1m-2w', 'frame-100k-2w'],
  ['frame-1m-2w', 'threshold-1m'],
  ['frame-1m-2w', 'attribute-1m'],
  ['frame-1m-2w', 'sweep-1m'],
  ['scenarios3-1m', 'frame-1m-2w'],
  ['compile-1m', 'frame-1m-2w'],
  ['open-cold-1m', 'open-cached-1m'],
  ['paint-1m', 'frame-1m-2w'],
  ['paint-100k', 'frame-100k-2w'],
];

/** `sizes`: what was measured, by how its rows' names end. */
export function ratiosOf(sizes: Readonly<Record<string, MeasuredSize>>): Readonly<Record<string, number>> {
  const rows = Object.values(sizes).flatMap((size) => size.rows);
  const medianOf = (name: string): number | undefined => rows.find((row) => row.name === name)?.medianMs;
  const ratios: Record<string, number> = {};
  const compare = (name: string, above: number | undefined, below: number | undefined): void => {
    if (above !== undefined && below !== undefined) ratios[name] = above / below;
  };
  for (const [slower, faster] of COMPARED) compare(`${slower} / ${faster}`, medianOf(slower), medianOf(faster));
  for (const [size, { kernelBytes, bandwidth }] of Object.entries(sizes)) {
    const floors = { '1w': bandwidth.oneThreadGBs, '2w': bandwidth.twoThreadsGBs };
    for (const [threads, gbPerSecond] of Object.entries(floors)) {
      const name = `kernel-${size}-${threads}`;
      compare(`${name} / its bytes at copy speed`, medianOf(name), kernelBytes / 1e6 / gbPerSecond);
    }
  }
  return ratios;
}
