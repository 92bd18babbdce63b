/** What is compared: the part of the contract that names it. */
import * as z from 'zod/mini';
import { replayOptions, ruleSetDocument } from './replay-question.ts';

/** A rule set of the workshop, one as the levers stand, or what sales was really given. */
export const comparedSide = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('baseline') }),
  /** As it is stored; an id of `ruleSets.list`. */
  z.strictObject({ kind: z.literal('scenario'), id: z.int() }),
  z.strictObject({ kind: z.literal('ruleSet'), ruleSet: ruleSetDocument }),
  z.strictObject({ kind: z.literal('handover') }),
]);

export type ComparedSide = z.input<typeof comparedSide>;

/**
 * What every question to the history says besides whom it compares. `level`: a rule set without it hands nobody over. Of
 * several questions of one kind that wait for the same key only the newest is answered, the others answer `superseded`.
 */
export const analysisQuestion = {
  level: z.string().check(z.maxLength(1_000)),
  options: replayOptions,
  key: z.string().check(z.maxLength(1_000)),
};

/** Where newer leads begin; null: where the app proposes. */
export const splitInstant = z.nullable(z.number().check(z.gte(-8.64e15), z.lte(8.64e15)));
