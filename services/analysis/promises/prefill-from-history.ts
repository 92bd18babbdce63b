/** A draft of an agreement, filled from the history as the rules replay it. */
import type { AgreementDocument } from '../../../core/agreement/agreement-document.ts';
import { prefillAgreement } from '../../../core/promises/prefill-agreement.ts';
import type { PrefillFrom } from '../../../core/promises/prefill-from.ts';
import { promiseSetting } from '../../../core/promises/promise-setting.ts';
import { workingClock } from '../../../core/working-time/working-clock.ts';
import type { AnalysedHistory } from '../analysed-history.ts';
import { knownPeriod } from './judge-agreement.ts';

export type PrefillQuestion = PrefillFrom;

export interface PrefillAnswer {
  readonly document: AgreementDocument;
}

export function prefillFromHistory(analysed: AnalysedHistory, from: PrefillQuestion): PrefillAnswer {
  const { ruleSet, level, workingHours } = from;
  const setting = promiseSetting({
    history: analysed.history,
    facts: analysed.facts,
    clock: workingClock(workingHours),
    timeZone: workingHours.timeZone,
    start: 'rules',
    level,
    period: knownPeriod(analysed, null),
    reached: (id) => analysed.reached({ kind: 'ruleSet', ruleSet }, id),
  });
  return { document: prefillAgreement(setting, from) };
}
