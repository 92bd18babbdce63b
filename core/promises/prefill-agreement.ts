/** An agreement that fills itself from rules and history: round figures, cautious enough to have held before. */
import { AGREEMENT_FORMAT, type AgreementDocument } from '../agreement/agreement-document.ts';
import { firstOfMonth } from './first-of-month.ts';
import type { PrefillFrom } from './prefill-from.ts';
import type { PromiseSetting } from './promise-setting.ts';
import { proposeMarketing } from './propose-marketing.ts';
import { proposeSales } from './propose-sales.ts';

/**
 * Texts are empty: words are the screen's. What the history cannot judge, or what nobody ever kept, is not promised. Valid from
 * the first of the next month, to be looked at again three months later.
 */
export function prefillAgreement(setting: PromiseSetting, from: PrefillFrom): AgreementDocument {
  const { ruleSet, level, workingHours, today } = from;
  return {
    format: AGREEMENT_FORMAT,
    name: ruleSet.name,
    definition: '',
    ruleSet,
    level,
    marketing: proposeMarketing(setting, from),
    sales: proposeSales(setting, from),
    disputes: '',
    workingHours,
    validFrom: firstOfMonth(today, 1),
    validTo: null,
    nextReview: firstOfMonth(today, 4),
  };
}
