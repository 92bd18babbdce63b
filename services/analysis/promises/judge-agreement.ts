/** The promises of an agreement against the history, by its own rules. */
import type { PromisesJudged } from '../../../api/promises.ts';
import type { AgreementDocument } from '../../../core/agreement/agreement-document.ts';
import { judgePromises } from '../../../core/promises/judge-promises.ts';
import { type ClockStart, type PromisePeriod, promiseSetting } from '../../../core/promises/promise-setting.ts';
import { workingClock } from '../../../core/working-time/working-clock.ts';
import type { AnalysedHistory } from '../analysed-history.ts';

export interface PromisesQuestion {
  readonly agreement: AgreementDocument;
  readonly start: ClockStart;
  /** Null: all that the history holds. */
  readonly period: PromisePeriod | null;
  /** As in `PromiseSettingParts`. */
  readonly hasHappened?: boolean;
}

export function judgeAgreement(
  analysed: AnalysedHistory,
  { agreement, start, period: asked, ...happened }: PromisesQuestion,
): Omit<PromisesJudged, 'computedInMs'> {
  const { history, facts } = analysed;
  const { ruleSet, level, workingHours } = agreement;
  const period = knownPeriod(analysed, asked);
  const setting = promiseSetting({
    history,
    facts,
    clock: workingClock(workingHours),
    timeZone: workingHours.timeZone,
    start,
    ...happened,
    level,
    period,
    reached: (id) => analysed.reached({ kind: 'ruleSet', ruleSet }, id),
  });
  return {
    asOfMs: facts.asOfMs,
    ...period,
    handedOver: setting.started(level).leads.length,
    promises: judgePromises(setting, agreement),
  };
}

/** From the first lead to the last instant of the history, which is in it. */
export function knownPeriod({ calendar, facts }: AnalysedHistory, asked: PromisePeriod | null): PromisePeriod {
  const fromMs = Math.max(asked?.fromMs ?? Number.NEGATIVE_INFINITY, calendar.earliestMs);
  return { fromMs, toMs: Math.max(fromMs, Math.min(asked?.toMs ?? Number.POSITIVE_INFINITY, facts.asOfMs + 1)) };
}
