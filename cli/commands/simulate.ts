/** `accord simulate`: REPLAY.md section 5, on a data folder or on a workshop file. */
import { ok, type Result } from '../../core/result.ts';
import { simulate } from '../../services/simulate/simulate.ts';
import { readHistorySource } from './history-source.ts';
import { readRuleSetFile } from './rule-set-file.ts';
import { readSimulateOptions, type SimulateOptions } from './simulate-options.ts';
import { writeWhole } from './write-whole.ts';

export interface CommandStreams {
  readonly out: (text: string) => void;
  readonly err: (line: string) => void;
}

/** Returns the exit status: 0, 1 for a fault, 2 for bad use. Nothing goes to `out` unless all went well. */
export async function runSimulate(args: readonly string[], streams: CommandStreams): Promise<number> {
  const options = readSimulateOptions(args);
  if (!options.ok) {
    streams.err(`accord simulate: ${options.error}`);
    return 2;
  }
  const outcome = await simulated(options.value);
  if (!outcome.ok) {
    streams.err(`accord simulate: ${outcome.error}`);
    return 1;
  }
  streams.out(`${JSON.stringify(outcome.value, null, 1)}\n`);
  return 0;
}

async function simulated(options: SimulateOptions): Promise<Result<object, string>> {
  const ruleSet = await readRuleSetFile(options.rulesPath);
  if (!ruleSet.ok) return ruleSet;
  const source = await readHistorySource(options);
  if (!source.ok) return source;
  const { history, maturityDays, ...said } = source.value;
  const { document, leadRows } = simulate(
    history,
    ruleSet.value,
    options.replayIn(history.timeZone, maturityDays),
    said,
  );
  if (options.leadsPath !== null) {
    const written = await writeWhole(options.leadsPath, leadRows());
    if (!written.ok) return written;
  }
  return ok(document);
}
