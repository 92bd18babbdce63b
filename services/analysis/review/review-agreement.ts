/** A signed agreement reviewed on the history as it is now. */
import type { ReviewFigures } from '../../../api/review.ts';
import type { AgreementDocument } from '../../../core/agreement/agreement-document.ts';
import { knownAttributes } from '../../../core/panel/known-attributes.ts';
import type { ClockStart, PromisePeriod } from '../../../core/promises/promise-setting.ts';
import { leakingAttributes } from '../../../core/quality/leaking-attributes.ts';
import { qualityData } from '../../../core/quality/quality-data.ts';
import { reviewHistory } from '../../../core/review/review-history.ts';
import type { AnalysedHistory } from '../analysed-history.ts';
import { judgeAgreement, knownPeriod } from '../promises/judge-agreement.ts';

export interface ReviewQuestion {
  readonly agreement: AgreementDocument;
  readonly start: ClockStart;
  readonly period: PromisePeriod;
  readonly keptOut: readonly string[];
}

export function reviewAgreement(
  analysed: AnalysedHistory,
  { agreement, start, period: asked, keptOut }: ReviewQuestion,
): ReviewFigures {
  const { history, facts, report } = analysed;
  const { ruleSet } = agreement;
  const isNewer = facts.asOfMs > asked.fromMs;
  const period = knownPeriod(analysed, asked);
  const judged = judgeAgreement(analysed, { agreement, start, period: asked, hasHappened: true });
  const review = reviewHistory({
    history,
    compiled: analysed.scored(ruleSet).compiled,
    agreement,
    periods: period,
    promises: judged.promises,
    peak: analysed.reached({ kind: 'ruleSet', ruleSet }, agreement.level).peak,
    keptOut: saysNothingOfLeads(analysed, keptOut),
    onLeads: (read) => report(read, history.leads.count),
  });
  return { asOfMs: facts.asOfMs, isNewer, ...period, handedOver: judged.handedOver, ...review };
}

/** Names, what rules leave out, and what was filled in or counted on after the lead came: newer leads cannot have it yet. */
function saysNothingOfLeads({ history, options }: AnalysedHistory, keptOut: readonly string[]): readonly string[] {
  const quality = qualityData(history, options);
  const leaking = leakingAttributes(quality)
    .filter(({ signs }) => signs.some(({ kind }) => GROWS_WITH_AGE.has(kind)))
    .map(({ attribute }) => attribute);
  return [...keptOut, ...knownAttributes(history, { keptOut, leaking }).leftOut.map(({ attribute }) => attribute)];
}

const GROWS_WITH_AGE: ReadonlySet<string> = new Set(['filledWithOutcome', 'filledWithHandover', 'todaysTotal']);
