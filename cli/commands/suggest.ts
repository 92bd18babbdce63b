/** `accord suggest`: scorecards learned from a history, as one JSON document. */
import { asOfWarnings } from '../../core/replay/warnings.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { suggest } from '../../core/suggest/suggest.ts';
import { suggestionDocument } from '../../core/suggest/suggestion-document.ts';
import { suggestionFaultText } from '../../core/suggest/suggestion-fault-text.ts';
import { closeWorkshop, openWorkshop } from '../../db/open-workshop.ts';
import { readScenario } from '../../db/queries/scenario.ts';
import { readScenarioState } from '../../services/scenario/scenario-state.ts';
import { SUGGESTION_SEED } from '../../services/suggest/suggest-handlers.ts';
import { readHistorySource } from './history-source.ts';
import { readRuleSetFile } from './rule-set-file.ts';
import type { CommandStreams } from './simulate.ts';
import { readSuggestOptions, type SuggestOptions } from './suggest-options.ts';

/** Returns the exit status: 0, 1 for a fault, 2 for bad use. Nothing goes to `out` unless all went well. */
export async function runSuggestCommand(args: readonly string[], streams: CommandStreams): Promise<number> {
  const options = readSuggestOptions(args);
  if (!options.ok) {
    streams.err(`accord suggest: ${options.error}`);
    return 2;
  }
  const outcome = await suggested(options.value);
  if (!outcome.ok) {
    streams.err(`accord suggest: ${outcome.error}`);
    return 1;
  }
  streams.out(`${JSON.stringify(outcome.value, null, 1)}\n`);
  return 0;
}

async function suggested(asked: SuggestOptions): Promise<Result<object, string>> {
  const { history: historyOptions, constraints, periodsIn } = asked;
  const present = await readPresent(asked);
  if (!present.ok) return present;
  const source = await readHistorySource(historyOptions);
  if (!source.ok) return source;
  const { history, maturityDays, warnings, keptOut } = source.value;
  const attributes = history.leads.attributes.map(({ name }) => name);
  const unknown = constraints.forbidden.find((name) => !attributes.includes(name));
  if (unknown !== undefined)
    return fail(`--forbid: the leads have no attribute "${unknown}"; they have ${attributes.join(', ')}`);
  const options = historyOptions.replayIn(history.timeZone, maturityDays);
  const answer = suggest(history, {
    options,
    constraints,
    periods: periodsIn(history.timeZone),
    present: present.value,
    keptOut,
    seed: SUGGESTION_SEED,
  });
  if (answer === null) throw new Error('nobody cancels');
  if (!answer.ok) return fail(suggestionFaultText(answer.error));
  const said = options.asOfMs === undefined ? warnings : [...warnings, ...asOfWarnings(history, options.asOfMs)];
  return ok(suggestionDocument(answer.value, said));
}

/** The rule set named with --against, else the scenario of the workshop; null: neither is there. */
async function readPresent({
  againstPath,
  history: { source },
}: SuggestOptions): Promise<Result<RuleSet | null, string>> {
  if (againstPath !== null) return readRuleSetFile(againstPath);
  if (source.kind === 'data') return ok(null);
  const opened = openWorkshop(source.path, { readOnly: true });
  if (!opened.ok) return fail(opened.error.detail);
  try {
    return ok(readScenario(opened.value) === null ? null : readScenarioState(opened.value).ruleSet);
  } finally {
    closeWorkshop(opened.value);
  }
}
