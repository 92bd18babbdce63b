/** `accord compare`: two rule sets on one history at one level, as one JSON document. */
import { parseArgs } from 'node:util';
import { itemAt } from '../../core/at.ts';
import { comparePair } from '../../core/comparison/pair/comparison.ts';
import { type ComparisonDocument, comparisonDocument } from '../../core/comparison/pair/comparison-document.ts';
import { pairLeadsCsvRows } from '../../core/comparison/pair/pair-leads-csv.ts';
import { compileReplay } from '../../core/replay/compile.ts';
import { replay } from '../../core/replay/replay.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { HISTORY_OPTIONS, type HistoryOptions, readHistoryOptions } from './history-options.ts';
import { readHistorySource } from './history-source.ts';
import { readRuleSetFile } from './rule-set-file.ts';
import type { CommandStreams } from './simulate.ts';
import { writeWhole } from './write-whole.ts';

interface CompareOptions {
  readonly history: HistoryOptions;
  readonly rulesPaths: readonly [string, string];
  /** Null: the first of A. */
  readonly level: string | null;
  /** Where to write the leads; null: nowhere. */
  readonly leadsPath: string | null;
}

/** Returns the exit status: 0, 1 for a fault, 2 for bad use. Nothing goes to `out` unless all went well. */
export async function runCompareCommand(args: readonly string[], streams: CommandStreams): Promise<number> {
  const options = readCompareOptions(args);
  if (!options.ok) {
    streams.err(`accord compare: ${options.error}`);
    return 2;
  }
  const outcome = await compared(options.value);
  if (!outcome.ok) {
    streams.err(`accord compare: ${outcome.error}`);
    return 1;
  }
  streams.out(`${JSON.stringify(outcome.value, null, 1)}\n`);
  return 0;
}

function readCompareOptions(args: readonly string[]): Result<CompareOptions, string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        ...HISTORY_OPTIONS,
        rules: { type: 'string', multiple: true },
        level: { type: 'string' },
        leads: { type: 'string' },
      },
    });
    const { rules = [], level, leads, ...given } = values;
    const history = readHistoryOptions(given);
    if (!history.ok) return history;
    const [a, b, ...more] = rules;
    if (a === undefined || b === undefined || more.length > 0) {
      return fail('give two rule sets, A and then B: --rules A.json --rules B.json');
    }
    return ok({ history: history.value, rulesPaths: [a, b], level: level ?? null, leadsPath: leads ?? null });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

async function compared({
  history: options,
  rulesPaths,
  level: asked,
  leadsPath,
}: CompareOptions): Promise<Result<ComparisonDocument, string>> {
  const [pathA, pathB] = rulesPaths;
  const a = await readRuleSetFile(pathA);
  if (!a.ok) return a;
  const b = await readRuleSetFile(pathB);
  if (!b.ok) return b;
  const level = asked ?? a.value.levels[0]?.id ?? '';
  const levelA = levelIn(a.value, pathA, level);
  if (!levelA.ok) return levelA;
  const levelB = levelIn(b.value, pathB, level);
  if (!levelB.ok) return levelB;
  const source = await readHistorySource(options);
  if (!source.ok) return source;
  const { history, maturityDays } = source.value;
  const replayOptions = options.replayIn(history.timeZone, maturityDays);
  const ofA = compileReplay(history, a.value, replayOptions);
  const ofB = compileReplay(history, b.value, replayOptions);
  const reachedA = itemAt(replay(ofA, a.value).levels, levelA.value);
  const reachedB = itemAt(replay(ofB, b.value).levels, levelB.value);
  const document = comparisonDocument(comparePair(ofA.facts, reachedA, reachedB, level), level);
  if (leadsPath === null) return ok(document);
  const written = await writeWhole(leadsPath, pairLeadsCsvRows(history, ofA.facts, reachedA, reachedB));
  return written.ok ? ok(document) : written;
}

function levelIn({ levels }: RuleSet, path: string, level: string): Result<number, string> {
  const index = levels.findIndex(({ id }) => id === level);
  return index === -1
    ? fail(`the rule set ${path} has no level "${level}"; it has ${levels.map(({ id }) => id).join(', ')}`)
    : ok(index);
}
