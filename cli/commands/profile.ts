/** `accord profile`: what the best customers of a history share, as one JSON document. */
import { parseArgs } from 'node:util';
import { bestPairs } from '../../core/profile/level-pairs.ts';
import { profileDocument } from '../../core/profile/profile-document.ts';
import { profileHistory } from '../../core/profile/profile-history.ts';
import { asOfWarnings } from '../../core/replay/warnings.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { HISTORY_OPTIONS, type HistoryOptions, readHistoryOptions } from './history-options.ts';
import { readHistorySource } from './history-source.ts';
import type { CommandStreams } from './simulate.ts';

interface ProfileOptions {
  readonly history: HistoryOptions;
  readonly withPairs: boolean;
}

/** Returns the exit status: 0, 1 for a fault, 2 for bad use. Nothing goes to `out` unless all went well. */
export async function runProfileCommand(args: readonly string[], streams: CommandStreams): Promise<number> {
  const options = readProfileOptions(args);
  if (!options.ok) {
    streams.err(`accord profile: ${options.error}`);
    return 2;
  }
  const outcome = await profiled(options.value);
  if (!outcome.ok) {
    streams.err(`accord profile: ${outcome.error}`);
    return 1;
  }
  streams.out(`${JSON.stringify(outcome.value, null, 1)}\n`);
  return 0;
}

function readProfileOptions(args: readonly string[]): Result<ProfileOptions, string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: { ...HISTORY_OPTIONS, pairs: { type: 'boolean' } },
    });
    const { pairs, ...given } = values;
    const history = readHistoryOptions(given);
    return history.ok ? ok({ history: history.value, withPairs: pairs === true }) : history;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

async function profiled({ history: options, withPairs }: ProfileOptions): Promise<Result<object, string>> {
  const source = await readHistorySource(options);
  if (!source.ok) return source;
  const { history, maturityDays, warnings, keptOut } = source.value;
  const counted = profileHistory(history, {
    options: options.replayIn(history.timeZone, maturityDays),
    keptOut,
    cutPoints: {},
  });
  if (!counted.ok) throw new Error(`without cut points there is no fault: ${JSON.stringify(counted.error)}`);
  const { profile } = counted.value;
  const said = [...warnings, ...asOfWarnings(history, profile.asOfMs)];
  return ok(profileDocument(profile, withPairs ? bestPairs(counted.value) : null, said));
}
