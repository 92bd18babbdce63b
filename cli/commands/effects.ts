/** `accord effects`: what each rule of a rule set does to the leads of a history, as one JSON document. */
import { parseArgs } from 'node:util';
import { compileReplay } from '../../core/replay/compile.ts';
import { asOfWarnings } from '../../core/replay/warnings.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { type EffectsDocument, effectsDocument } from '../../core/rule-effects/effects-document.ts';
import { HISTORY_OPTIONS, type HistoryOptions, readHistoryOptions } from './history-options.ts';
import { readHistorySource } from './history-source.ts';
import { readRuleSetFile } from './rule-set-file.ts';
import type { CommandStreams } from './simulate.ts';

interface EffectsOptions {
  readonly history: HistoryOptions;
  readonly rulesPath: string;
  /** Null: the first of the rule set. */
  readonly level: string | null;
}

/** Returns the exit status: 0, 1 for a fault, 2 for bad use. Nothing goes to `out` unless all went well. */
export async function runEffectsCommand(args: readonly string[], streams: CommandStreams): Promise<number> {
  const options = readEffectsOptions(args);
  if (!options.ok) {
    streams.err(`accord effects: ${options.error}`);
    return 2;
  }
  const outcome = await effects(options.value);
  if (!outcome.ok) {
    streams.err(`accord effects: ${outcome.error}`);
    return 1;
  }
  streams.out(`${JSON.stringify(outcome.value, null, 1)}\n`);
  return 0;
}

function readEffectsOptions(args: readonly string[]): Result<EffectsOptions, string> {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: { ...HISTORY_OPTIONS, rules: text, level: text },
    });
    const { rules, level, ...given } = values;
    const history = readHistoryOptions(given);
    if (!history.ok) return history;
    if (rules === undefined) return fail('give the rule set: --rules FILE');
    return ok({ history: history.value, rulesPath: rules, level: level ?? null });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

async function effects({ history: options, ...asked }: EffectsOptions): Promise<Result<EffectsDocument, string>> {
  const ruleSet = await readRuleSetFile(asked.rulesPath);
  if (!ruleSet.ok) return ruleSet;
  const ids = ruleSet.value.levels.map(({ id }) => id);
  const level = asked.level ?? ids[0] ?? '';
  if (!ids.includes(level)) return fail(`the rule set has no level "${level}"; it has ${ids.join(', ')}`);
  const source = await readHistorySource(options);
  if (!source.ok) return source;
  const { history, maturityDays, warnings, keptOut } = source.value;
  const compiled = compileReplay(history, ruleSet.value, options.replayIn(history.timeZone, maturityDays));
  const said = { keptOut, warnings: [...warnings, ...asOfWarnings(history, compiled.facts.asOfMs)] };
  return ok(effectsDocument(compiled, ruleSet.value, level, said));
}
