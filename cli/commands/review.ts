/** `accord review`: what was signed against what happened since, as one JSON document. */
import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../../core/result.ts';
import { reviewDocument } from '../../core/review/review-document.ts';
import { readInstant } from '../../core/time/instant.ts';
import { closeWorkshop, openWorkshop, type ReadableWorkshop } from '../../db/open-workshop.ts';
import { readSettings } from '../../db/queries/settings.ts';
import { readAgreementState } from '../../services/agreement/agreement-state.ts';
import { reviewWorkshop } from '../../services/review/review-workshop.ts';
import { alterationWords } from '../words/alteration-words.ts';
import type { CommandStreams } from './simulate.ts';

const REVIEW_USAGE = 'accord review WORKSHOP [--from T] [--start rules|handover]';

interface ReviewOptions {
  readonly workshop: string;
  readonly from: string | null;
  readonly start: 'rules' | 'handover';
}

/** Returns the exit status: 0, 1 for a fault, 2 for bad use. Changes nothing. */
export function runReviewCommand(args: readonly string[], streams: CommandStreams): Promise<number> {
  return Promise.resolve(run(args, streams));
}

function run(args: readonly string[], streams: CommandStreams): number {
  const options = readOptions(args);
  if (!options.ok) {
    streams.err(`accord review: ${options.error}\n${REVIEW_USAGE}`);
    return 2;
  }
  const printed = reviewed(options.value);
  if (!printed.ok) {
    streams.err(`accord review: ${printed.error}`);
    return 1;
  }
  streams.out(printed.value);
  return 0;
}

function reviewed({ workshop: path, from, start }: ReviewOptions): Result<string, string> {
  const opened = openWorkshop(path, { readOnly: true });
  if (!opened.ok) return fail(opened.error.detail);
  try {
    const fromMs = from === null ? null : readInstant(from, readSettings(opened.value).timeZone);
    if (from !== null && fromMs === null) return fail(`--from: "${from}" is no date or time such as 2026-01-31`);
    const review = reviewWorkshop(opened.value, { start, fromMs });
    if (review === null) return fail(`${whyNone(opened.value)} Nothing was changed.`);
    return ok(`${JSON.stringify(reviewDocument(review), null, 1)}\n`);
  } finally {
    closeWorkshop(opened.value);
  }
}

function whyNone(workshop: ReadableWorkshop): string {
  const [first] = readAgreementState(workshop).alterations;
  return first === undefined
    ? 'No version of the agreement is in force: both teams have to sign one first.'
    : `No version of the agreement is in force. ${alterationWords(first)}`;
}

function readOptions(args: readonly string[]): Result<ReviewOptions, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { from: { type: 'string' }, start: { type: 'string' } },
    });
    const [workshop, ...more] = positionals;
    if (workshop === undefined || more.length > 0) return fail('name one workshop file');
    const { start = 'rules', from = null } = values;
    if (start !== 'rules' && start !== 'handover') return fail('--start is rules or handover');
    return ok({ workshop, from, start });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}
