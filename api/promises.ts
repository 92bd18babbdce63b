/** What the history says about the promises of an agreement: the part of the contract that speaks of it. */
import * as z from 'zod/mini';
import type { AgreementDocument } from '../core/agreement/agreement-document.ts';
import type { JudgedPromise } from '../core/promises/judged-promise.ts';
import { analysisQuestion, comparedSide } from './compared.ts';

export type { AgreementDocument } from '../core/agreement/agreement-document.ts';
export type { JudgedPromise, PromiseKind } from '../core/promises/judged-promise.ts';
export type { ShareFigure, Verdict } from '../core/promises/promise-verdict.ts';

/** Checked by `parseAgreement` in the handler, which names the path of a fault (`badAgreement`). */
const agreementDocument = z.unknown();

const instant = z.number().check(z.gte(-8.64e15), z.lte(8.64e15));

export const PROMISES_INPUTS = {
  /**
   * A draft that fills itself from a rule set (`badRuleSet` for the hand-over, which has none) and the history, replayed with it:
   * cautious round figures that held before. Its texts are empty; what nobody ever kept is not promised.
   */
  'agreement.prefill': z.strictObject({ ...analysisQuestion, side: comparedSide }),
  /**
   * Each promise of a document, signed or a draft, against the history. `start`: as if its rules had been in force (`rules`), or from
   * the hand-over that was recorded (`handover`). `period`: of leads handed over within it, `toMs` not in it; null: all.
   */
  'agreement.promises': z.strictObject({
    options: analysisQuestion.options,
    key: analysisQuestion.key,
    document: agreementDocument,
    start: z.enum(['rules', 'handover']),
    period: z.nullable(z.strictObject({ fromMs: instant, toMs: instant })),
  }),
} as const;

export interface PromisesOutputs {
  readonly 'agreement.prefill': { readonly document: AgreementDocument; readonly computedInMs: number };
  readonly 'agreement.promises': PromisesJudged;
}

export interface PromisesJudged {
  readonly asOfMs: number;
  /** What of the period the history holds. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Within it, at the agreement's level. */
  readonly handedOver: number;
  /** Marketing's, then sales', in the order of the document; only those that are made. */
  readonly promises: readonly JudgedPromise[];
  readonly computedInMs: number;
}
