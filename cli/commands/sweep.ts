/** `accord sweep`: a level of a rule set at every threshold that makes a difference, as one JSON document. */
import { chartThresholds } from '../../core/comparison/line/line-figures.ts';
import { rankedScores } from '../../core/comparison/line/ranked-scores.ts';
import { type SweepDocument, sweepDocument } from '../../core/comparison/line/sweep-document.ts';
import { drawLine } from '../../core/comparison/line/sweep-line.ts';
import { cohortCalendar } from '../../core/measures/by-time.ts';
import { createClimbLog } from '../../core/replay/climbs.ts';
import { compileReplay } from '../../core/replay/compile.ts';
import { replay } from '../../core/replay/replay.ts';
import { DEFAULT_MATURITY_DAYS } from '../../core/replay/replay-result.ts';
import { asOfWarnings } from '../../core/replay/warnings.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { historyNames, ruleSetWarnings } from '../../core/rule-set/rule-set-warnings.ts';
import { readHistorySource } from './history-source.ts';
import { readRuleSetFile } from './rule-set-file.ts';
import type { CommandStreams } from './simulate.ts';
import { readSweepOptions, type SweepOptions } from './sweep-options.ts';

/** Returns the exit status: 0, 1 for a fault, 2 for bad use. Nothing goes to `out` unless all went well. */
export async function runSweepCommand(args: readonly string[], streams: CommandStreams): Promise<number> {
  const options = readSweepOptions(args);
  if (!options.ok) {
    streams.err(`accord sweep: ${options.error}`);
    return 2;
  }
  const outcome = await swept(options.value);
  if (!outcome.ok) {
    streams.err(`accord sweep: ${outcome.error}`);
    return 1;
  }
  streams.out(`${JSON.stringify(outcome.value, null, 1)}\n`);
  return 0;
}

async function swept(options: SweepOptions): Promise<Result<SweepDocument, string>> {
  const ruleSet = await readRuleSetFile(options.rulesPath);
  if (!ruleSet.ok) return ruleSet;
  const { levels } = ruleSet.value;
  const asked = options.level ?? levels[0]?.id;
  const index = levels.findIndex(({ id }) => id === asked);
  const level = levels[index];
  if (level === undefined) {
    return fail(`the rule set has no level "${asked ?? ''}"; it has ${levels.map(({ id }) => id).join(', ')}`);
  }
  const source = await readHistorySource(options.history);
  if (!source.ok) return source;
  const { history, maturityDays, warnings, keptOut, capacityPerWeek } = source.value;
  const replayOptions = options.history.replayIn(history.timeZone, maturityDays);
  const compiled = compileReplay(history, ruleSet.value, replayOptions);
  const climbs = createClimbLog(index);
  const { facts, levels: replayed } = replay(compiled, ruleSet.value, false, undefined, climbs);
  const reached = replayed[index];
  if (reached === undefined) throw new Error('every level is replayed');
  const { valuePerSql, costPerLead, leastRate } = options;
  return ok(
    sweepDocument({
      history,
      line: drawLine(facts, cohortCalendar(history, facts), climbs),
      level,
      roundThresholds: chartThresholds(facts, reached, level.total),
      ranked: rankedScores(facts, reached.peak, level.total),
      question: { capacityPerWeek: options.capacityPerWeek ?? capacityPerWeek, valuePerSql, costPerLead, leastRate },
      split: {
        splitMs: options.splitIn(history.timeZone),
        gapDays: replayOptions.maturityDays ?? DEFAULT_MATURITY_DAYS,
      },
      warnings: [
        ...warnings,
        ...asOfWarnings(history, facts.asOfMs),
        ...ruleSetWarnings(ruleSet.value, historyNames(history), keptOut),
      ],
    }),
  );
}
