/** What `accord review` prints. */
import type { AgreementDocument } from '../agreement/agreement-document.ts';
import type { Cell } from '../measures/frame.ts';
import type { JudgedPromise } from '../promises/judged-promise.ts';
import type { RateDifference } from '../statistics/newcombe.ts';
import type { Stability } from '../statistics/stability.ts';
import { proposalSentence, reasonSentence } from './proposal-sentence.ts';
import type { HistoryReview } from './review-history.ts';
import type { RuleInPeriod } from './rule-meaning.ts';

export interface ReviewedHistory extends HistoryReview {
  readonly number: number;
  readonly agreement: AgreementDocument;
  readonly signedAtMs: number;
  readonly asOfMs: number;
  readonly isNewer: boolean;
  /** `toMs` is not in it. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly handedOver: number;
}

export function reviewDocument(review: ReviewedHistory): object {
  const { number, agreement, bands, inputs, proposal, promises, rules } = review;
  return {
    format: 'accord.review/1',
    agreement: {
      number,
      name: agreement.name,
      signedAt: isoOf(review.signedAtMs),
      validFrom: agreement.validFrom,
      nextReview: agreement.nextReview,
    },
    asOf: isoOf(review.asOfMs),
    hasNewerHistory: review.isNewer,
    from: isoOf(review.fromMs),
    to: isoOf(review.toMs),
    leads: review.leads,
    handedOver: review.handedOver,
    proposal: {
      kind: proposal.kind,
      sentence: proposalSentence(proposal),
      reasons: proposal.reasons.map((reason) => ({ ...reason, sentence: reasonSentence(reason, agreement.ruleSet) })),
    },
    promises: promises.map(promiseOf),
    drift: {
      inputs: inputs.map(({ attribute, stability, bands: counts }) => ({
        attribute,
        ...stabilityOf(stability),
        bands: counts,
      })),
      scores:
        bands === null
          ? null
          : {
              ...(bands.stability === null ? {} : stabilityOf(bands.stability)),
              tooYoung: bands.tooYoung,
              bands: bands.bands.map(({ from, to, before, after, difference, p }) => ({
                from,
                to,
                before: cellOf(before),
                after: cellOf(after),
                ...differenceOf(difference),
                p,
              })),
            },
    },
    rules: rules.map(({ ruleId, rule, meaning, before, after, change, p }) => ({
      id: ruleId,
      name: rule,
      meaning,
      before: periodOf(before),
      after: periodOf(after),
      change: change?.difference ?? null,
      interval: change?.interval ?? null,
      p,
    })),
  };
}

const isoOf = (atMs: number): string => new Date(atMs).toISOString();

const promiseOf = ({ whose, level, figure, unit, spans, spansHeld, spansJudged, verdict }: JudgedPromise) => ({
  whose,
  level,
  promise: figure.kind,
  verdict,
  held: spansHeld,
  judged: spansJudged,
  figure,
  [`${unit}s`]: spans.map(({ startMs, due, kept, isHeld }) => ({ from: isoOf(startMs), due, kept, held: isHeld })),
});

const stabilityOf = ({ value, critical, isDrift }: Stability) => ({ psi: value, critical, isDrift });
const cellOf = ({ leads, observed, converted, rate, interval }: Cell) => ({
  leads,
  observed,
  converted,
  rate,
  interval,
});
const differenceOf = (found: RateDifference | null) => ({
  difference: found?.difference ?? null,
  interval: found?.interval ?? null,
});
const periodOf = ({ touched, others, difference }: RuleInPeriod) => ({
  touched: cellOf(touched),
  others: cellOf(others),
  ...differenceOf(difference),
});
