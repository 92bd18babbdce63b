/**
 * `npm run bench`: what a lever's move costs, on a demo of 100,000 leads and a million activities. Figures of one run are
 * compared with each other, never with those of another machine.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ensureChromium } from '../../build/find-chromium.ts';
import { draftRuleSet, starterRuleSet } from '../../core/demo/demo-rule-set.ts';
import type { History } from '../../core/history/history.ts';
import { replayReference } from '../../core/reference/replay-reference.ts';
import { compileReplay } from '../../core/replay/compile.ts';
import { type RunReplay, replay, runOnOneThread } from '../../core/replay/replay.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { readHistory } from '../../db/history/read-history.ts';
import { closeWorkshop, openWorkshop } from '../../db/open-workshop.ts';
import { writeDemoWorkshop } from '../../services/demo/write-demo-workshop.ts';
import { createReplaySession } from '../../services/replay/replay-session.ts';
import { createTwoThreads } from '../../services/replay/two-threads.ts';
import { type BenchRow, measureInterleaved, rowOf } from './measured.ts';
import { measurePaint } from './paint.ts';

const ROUNDS = 9;
const OUT = resolve(import.meta.dirname, '../../out');
const KERNEL_WORKER = new URL('../../services/jobs/kernel-worker.ts', import.meta.url);

if (!ensureChromium()) throw new Error('the bench measures in Chromium, and there is none');
const folder = mkdtempSync(join(tmpdir(), 'accord-bench-'));
try {
  const large = demo(100_000);
  const small = demo(2_000);
  const history = readWorkshop(large);
  const sample = readWorkshop(small);
  console.log(`Demo: ${history.leads.count} leads, ${history.activities.count} activities.`);
  const rows = [...engineRows(large, history), ...referenceRows(sample), ...(await paintRows(large))];
  const ratios = ratiosOf(rows);
  print(rows, ratios);
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, 'bench.json'), `${JSON.stringify({ machine: machine(), rows, ratios }, null, 1)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function demo(leads: number): string {
  const path = join(folder, `${leads}.accord`);
  const made = writeDemoWorkshop({ path, leads, seed: 1, nowMs: 0 }, { progress: () => {}, isCancelled: () => false });
  if (!made.ok) throw new Error(made.error.detail);
  return path;
}

function readWorkshop(path: string): History {
  const opened = openWorkshop(path, { readOnly: true });
  if (!opened.ok) throw new Error(opened.error.detail);
  const history = readHistory(opened.value);
  closeWorkshop(opened.value);
  return history;
}

function engineRows(path: string, history: History): readonly BenchRow[] {
  const compiled = compileReplay(history, starterRuleSet(), { horizon: 'outcome' });
  const twoThreads = createTwoThreads(KERNEL_WORKER);
  const frame = (run: RunReplay): (() => unknown) => {
    const session = createReplaySession(history, () => performance.now(), run);
    let move = 0;
    return () => {
      move += 1;
      const scenario = withFirstPoints(draftRuleSet(), 1 + (move % 20));
      return session.frame({ scenario, baseline: starterRuleSet(), level: 'mql', options: { horizon: 'outcome' } });
    };
  };
  return measureInterleaved(
    [
      { name: 'replay-100k-1w', run: () => replay(compiled, starterRuleSet(), false, runOnOneThread) },
      { name: 'replay-100k-2w', run: () => replay(compiled, starterRuleSet(), false, twoThreads) },
      { name: 'frame-100k-1w', run: frame(runOnOneThread) },
      { name: 'frame-100k-2w', run: frame(twoThreads) },
      { name: 'compile-100k', run: () => compileReplay(history, starterRuleSet(), { horizon: 'outcome' }) },
      { name: 'open-100k', run: () => readWorkshop(path) },
    ],
    ROUNDS,
  );
}

/** Both engines on the same small history: the slow one is the yardstick. */
function referenceRows(history: History): readonly BenchRow[] {
  const options = { horizon: 'outcome' } as const;
  return measureInterleaved(
    [
      { name: 'reference-2k', run: () => replayReference(history, starterRuleSet(), options) },
      { name: 'columnar-2k', run: () => replay(compileReplay(history, starterRuleSet(), options), starterRuleSet()) },
    ],
    3,
  );
}

async function paintRows(path: string): Promise<readonly BenchRow[]> {
  const { timesMs, p95Ms } = await measurePaint(path, 'Asks for a quote', 40);
  return [rowOf('paint-100k', timesMs), { ...rowOf('paint-100k-p95', [p95Ms]), n: timesMs.length }];
}

function withFirstPoints(ruleSet: RuleSet, points: number): RuleSet {
  return {
    ...ruleSet,
    rules: ruleSet.rules.map((rule) =>
      rule.id === ruleSet.rules.at(-1)?.id && rule.kind !== 'bands' ? { ...rule, points } : rule,
    ),
  };
}

function ratiosOf(rows: readonly BenchRow[]): Readonly<Record<string, number>> {
  const median = (name: string): number => rows.find((row) => row.name === name)?.medianMs ?? Number.NaN;
  return {
    'replay-100k: 1 thread / 2 threads': median('replay-100k-1w') / median('replay-100k-2w'),
    'reference-2k / columnar-2k': median('reference-2k') / median('columnar-2k'),
    'paint-100k / frame-100k-2w': median('paint-100k') / median('frame-100k-2w'),
  };
}

function machine(): object {
  const [first] = cpus();
  return { processors: cpus().length, model: first?.model ?? '', node: process.version, platform: process.platform };
}

function print(rows: readonly BenchRow[], ratios: Readonly<Record<string, number>>): void {
  const cell = (ms: number): string => ms.toFixed(1).padStart(10);
  console.log(`${'milliseconds'.padEnd(18)}    median       min       max   n`);
  for (const { name, medianMs, minMs, maxMs, n } of rows)
    console.log(`${name.padEnd(18)}${cell(medianMs)}${cell(minMs)}${cell(maxMs)}${String(n).padStart(4)}`);
  for (const [name, ratio] of Object.entries(ratios)) console.log(`${name}: ${ratio.toFixed(1)}`);
}
