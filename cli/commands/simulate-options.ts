/** The options of `simulate`, read and checked. */
import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../../core/result.ts';
import { type GivenHistory, HISTORY_OPTIONS, type HistoryOptions, readHistoryOptions } from './history-options.ts';

export interface SimulateOptions extends HistoryOptions {
  readonly rulesPath: string;
  readonly leadsPath: string | null;
}

/** The failure says what is wrong with the use of the command. */
export function readSimulateOptions(args: readonly string[]): Result<SimulateOptions, string> {
  const parsed = parse(args);
  if (!parsed.ok) return parsed;
  const { rules, leads, ...given } = parsed.value;
  const history = readHistoryOptions(given);
  if (!history.ok) return history;
  if (rules === undefined) return fail('give the rule set: --rules FILE');
  return ok({ ...history.value, rulesPath: rules, leadsPath: leads ?? null });
}

type Given = GivenHistory & Partial<Record<'rules' | 'leads', string>>;

function parse(args: readonly string[]): Result<Given, string> {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: { ...HISTORY_OPTIONS, rules: text, leads: text },
    });
    return ok(values);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}
