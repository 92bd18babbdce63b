import * as z from 'zod/mini';
import { REASON_KINDS, VERDICTS } from '../../../core/panel/verdict.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import type { BallotAnswer } from './seal.ts';

export interface BallotFile {
  readonly ballot: string;
  readonly answers: readonly BallotAnswer[];
  readonly seal: string;
}

const SCHEMA = z.strictObject({
  format: z.literal('accord.ballot/1'),
  ballot: z.string().check(z.maxLength(100)),
  answers: z
    .array(
      z.strictObject({
        card: z.int(),
        verdict: z.enum(VERDICTS),
        reasonKind: z.nullable(z.enum(REASON_KINDS)),
        words: z.string().check(z.maxLength(2_000)),
      }),
    )
    .check(z.maxLength(1_000)),
  seal: z.string().check(z.maxLength(100)),
});

/** What a ballot's page saved. The fault says what is wrong in words. */
export function readBallotFile(text: string): Result<BallotFile, string> {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch {
    return fail('This is no ballot that Accord gave out: it is not JSON. Choose the file that the ballot saved.');
  }
  const parsed = SCHEMA.safeParse(document);
  if (parsed.success) return ok(parsed.data);
  const place = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  return fail(`This is no whole ballot of Accord${place === '' ? '' : `; the first fault is at ${place}`}.`);
}
