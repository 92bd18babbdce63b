/** `simulate`: one rule set over one history, as the document and the rows of REPLAY.md section 5. */
import type { History } from '../../core/history/history.ts';
import { leadsCsvRows } from '../../core/measures/leads-csv.ts';
import { type SimulateResult, simulateResult } from '../../core/measures/simulate-result.ts';
import { compileReplay } from '../../core/replay/compile.ts';
import { replay } from '../../core/replay/replay.ts';
import type { ReplayOptions } from '../../core/replay/replay-result.ts';
import { asOfWarnings } from '../../core/replay/warnings.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { historyNames, ruleSetWarnings } from '../../core/rule-set/rule-set-warnings.ts';

export interface Simulation {
  readonly document: SimulateResult;
  /** The rows of `--leads`, heading first, each with its line end. */
  readonly leadRows: () => Iterable<string>;
}

/** What its source says of a history. */
export interface Said {
  /** What reading it already warned of. */
  readonly warnings: readonly string[];
  /** Attributes that its workshop keeps out of rules. */
  readonly keptOut: readonly string[];
}

export function simulate(history: History, ruleSet: RuleSet, options: ReplayOptions, said: Said): Simulation {
  const compiled = compileReplay(history, ruleSet, options);
  const result = replay(compiled, ruleSet);
  const warnings = [
    ...said.warnings,
    ...asOfWarnings(history, result.facts.asOfMs),
    ...ruleSetWarnings(ruleSet, historyNames(history), said.keptOut),
  ];
  return {
    document: simulateResult(result, ruleSet, warnings),
    leadRows: () => leadsCsvRows(result, history, ruleSet),
  };
}
