/** Prints what was measured, writes `out/bench.json`, and puts the table into docs/PERFORMANCE.md. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Coverage } from '../support/coverage.ts';
import type { Bandwidth } from './bandwidth.ts';
import type { Growth } from './growth.ts';
import type { Machine } from './machine.ts';
import type { BenchRow } from './measured.ts';

export interface Report {
  readonly machine: Machine;
  readonly rows: readonly BenchRow[];
  readonly ratios: Readonly<Record<string, number>>;
  readonly bandwidth: Bandwidth;
  /** In MB, by what holds it. */
  readonly memory: Readonly<Record<string, number>>;
  /** Absent from a run of the small half. */
  readonly growth?: Growth;
  readonly coverage: readonly Coverage[];
  /** What a reader of the figures must know. */
  readonly notes: readonly string[];
}

const ROOT = resolve(import.meta.dirname, '../..');
const PAGE = join(ROOT, 'docs/PERFORMANCE.md');
const MARKED = /(<!-- table -->\n)[\s\S]*?(\n<!-- \/table -->)/;

export function publish(report: Report): void {
  const table = markdownOf(report);
  console.log(`\n${table}\n`);
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  writeFileSync(join(ROOT, 'out/bench.json'), `${JSON.stringify(report, null, 1)}\n`);
  // Half a run must not take the place of a whole one.
  if (report.growth === undefined) return;
  const page = readFileSync(PAGE, 'utf8');
  if (!MARKED.test(page)) throw new Error('docs/PERFORMANCE.md has lost the marks of its table');
  writeFileSync(
    PAGE,
    page.replace(MARKED, (_, start: string, end: string) => `${start}\n${table}\n${end}`),
  );
}

function markdownOf({ machine, rows, ratios, bandwidth, memory, growth, coverage, notes }: Report): string {
  const { processors, model, memoryGb, node, platform } = machine;
  return [
    `${processors} × ${model}, ${memoryGb} GB, ${platform}, Node ${node}. Copying memory: ${bandwidth.oneThreadGBs.toFixed(1)} GB/s on one thread, ${bandwidth.twoThreadsGBs.toFixed(1)} GB/s on two.`,
    tableOf(
      ['row', 'median ms', 'min', 'max', 'n'],
      rows.map(({ name, medianMs, minMs, maxMs, n }) => [name, ...[medianMs, minMs, maxMs].map(shown), String(n)]),
    ),
    tableOf(['ratio', ''], figures(ratios)),
    tableOf(['memory', 'MB'], figures(memory)),
    ...(growth === undefined ? [] : [growthTable(growth)]),
    coverageTable(coverage),
    notes.map((note) => `- ${note}`).join('\n'),
  ].join('\n\n');
}

const figures = (values: Readonly<Record<string, number>>): readonly (readonly string[])[] =>
  Object.entries(values).map(([name, value]) => [name, shown(value)]);

function growthTable({ sizes, fits }: Growth): string {
  const sizeRows = sizes.map(({ leads, activities, compileMs, frameMs, storeMb }) => [
    ...[leads, activities].map((count) => count.toLocaleString('en-GB')),
    ...[compileMs, frameMs, storeMb].map(shown),
  ]);
  const lines = Object.entries(fits).map(([name, { fixed, perMillion, r2 }]) => [
    name,
    shown(fixed),
    shown(perMillion),
    r2.toFixed(4),
  ]);
  return [
    tableOf(['leads', 'activities', 'compile ms', 'frame ms', 'store MB'], sizeRows),
    tableOf(['growth, a straight line', 'whatever the size', 'each million activities', 'R²'], lines),
  ].join('\n\n');
}

/** How often the intervals of simulated histories hold the known truth. */
export const coverageTable = (coverage: readonly Coverage[]): string =>
  [
    '### Coverage of the 95 % intervals',
    tableOf(
      ['interval, and what it is of', 'covered %', 'histories'],
      coverage.map(({ name, share, runs }) => [name, (share * 100).toFixed(2), runs.toLocaleString('en-GB')]),
    ),
  ].join('\n\n');

const tableOf = (heading: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heading, heading.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const shown = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2));
