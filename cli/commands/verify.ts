/** `accord verify`: whether what two teams signed is still what they signed. */
import { parseArgs } from 'node:util';
import { closeWorkshop, openWorkshop, type ReadableWorkshop } from '../../db/open-workshop.ts';
import { listVersions } from '../../db/queries/versions.ts';
import { readAgreementState } from '../../services/agreement/agreement-state.ts';
import { alterationWords } from '../words/alteration-words.ts';
import type { CommandStreams } from './simulate.ts';

const VERIFY_USAGE = 'accord verify WORKSHOP';

/** Returns the exit status: 0, 1 for the first version that does not match (or a fault of the file), 2 for bad use. Changes nothing. */
export function runVerifyCommand(args: readonly string[], streams: CommandStreams): Promise<number> {
  return Promise.resolve(verify(args, streams));
}

function verify(args: readonly string[], streams: CommandStreams): number {
  const [path, ...more] = positionals(args);
  if (path === undefined || more.length > 0) {
    streams.err(VERIFY_USAGE);
    return 2;
  }
  const opened = openWorkshop(path, { readOnly: true });
  if (!opened.ok) {
    streams.err(`accord verify: ${opened.error.detail}`);
    return 1;
  }
  try {
    return report(opened.value, streams);
  } finally {
    closeWorkshop(opened.value);
  }
}

function report(workshop: ReadableWorkshop, streams: CommandStreams): number {
  const { versions, alterations, alteredRuleSetVersion, inForce } = readAgreementState(workshop);
  const [first] = alterations;
  if (first !== undefined) {
    streams.err(`accord verify: ${alterationWords(first)}`);
    return 1;
  }
  const ruleSets = listVersions(workshop);
  if (alteredRuleSetVersion !== null) {
    const name = ruleSets.find(({ id }) => id === alteredRuleSetVersion)?.name ?? '';
    streams.err(
      `accord verify: The kept rule set ${alteredRuleSetVersion} (${name}) was changed after it was kept, or one before it was taken out.`,
    );
    return 1;
  }
  const summary = {
    format: 'accord.verify/1',
    inForce,
    versions: versions.toReversed().map(({ number, state, sha256, frozenAtMs, signatures }) => ({
      number,
      state,
      sha256,
      frozenAt: new Date(frozenAtMs).toISOString(),
      signatures: signatures.map(({ team, person, signedAtMs, isWithdrawn }) => {
        return { team, person, signedAt: new Date(signedAtMs).toISOString(), isWithdrawn };
      }),
    })),
    ruleSets: ruleSets.length,
  };
  streams.out(`${JSON.stringify(summary, null, 1)}\n`);
  return 0;
}

function positionals(args: readonly string[]): readonly string[] {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: {} }).positionals;
  } catch {
    return [];
  }
}
