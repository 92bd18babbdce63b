import type { AgreementDocument } from '../../../core/agreement/agreement-document.ts';
import type { History } from '../../../core/history/history.ts';
import { judgePromises } from '../../../core/promises/judge-promises.ts';
import type { JudgedPromise, PromiseFigure, PromiseKind } from '../../../core/promises/judged-promise.ts';
import { type ClockStart, type PromiseSetting, promiseSetting } from '../../../core/promises/promise-setting.ts';
import { deriveFacts } from '../../../core/replay/facts.ts';
import type { StageName } from '../../../core/rule-set/rule-set.ts';
import { workingClock } from '../../../core/working-time/working-clock.ts';
import { historyOf } from '../../support/history-of.ts';
import { type AgreementParts, agreementFrom } from '../agreement/agreement-from.ts';

/** Instants are ISO 8601; those without an offset are read in UTC. */
export interface LeadStory {
  readonly created: string;
  /** When it reaches the level `mql`, and `hot`; absent: never. */
  readonly reached?: string;
  readonly hot?: string;
  readonly cells?: Readonly<Record<string, string>>;
  readonly calls?: readonly string[];
  readonly stages?: readonly StoryStage[];
}

export interface StoryStage {
  readonly at: string;
  readonly stage: StageName;
  readonly reason?: string;
}

export interface StoryOptions {
  readonly asOf: string;
  readonly start?: ClockStart;
  readonly from?: string;
  readonly to?: string;
}

/** Where a property may ask for any instant: to UTC. */
export const msOf = (iso: string): number => Date.parse(/[Z+]|-\d\d:\d\d$/u.test(iso.slice(10)) ? iso : `${iso}Z`);

export function settingOf(
  leads: readonly LeadStory[],
  agreement: AgreementDocument,
  options: StoryOptions,
): PromiseSetting {
  const asOfMs = msOf(options.asOf);
  const history = historyFrom(leads);
  const at = (iso: string | undefined): number => (iso === undefined ? Number.NaN : msOf(iso));
  const reached = (pick: (lead: LeadStory) => string | undefined) => {
    const reachedAtMs = Float64Array.from(leads, (lead) => at(pick(lead)));
    return { reachedAtMs, peak: reachedAtMs };
  };
  const byLevel = new Map([
    ['mql', reached((lead) => lead.reached)],
    ['hot', reached((lead) => lead.hot)],
  ]);
  return promiseSetting({
    history,
    facts: deriveFacts(history, { horizon: 'outcome', asOfMs }),
    clock: workingClock(agreement.workingHours),
    timeZone: agreement.workingHours.timeZone,
    start: options.start ?? 'rules',
    level: agreement.level,
    period: {
      fromMs:
        options.from === undefined
          ? Math.min(asOfMs, ...leads.map(({ created }) => msOf(created)))
          : msOf(options.from),
      toMs: options.to === undefined ? asOfMs + 1 : msOf(options.to),
    },
    reached: (level) => byLevel.get(level) ?? reached(() => undefined),
  });
}

function historyFrom(leads: readonly LeadStory[]): History {
  return historyOf({
    leads: leads.map(({ created, cells, calls, stages }) => ({
      created,
      ...(cells === undefined ? {} : { cells }),
      activities: (calls ?? []).map((call) => ({ at: call, type: 'call' })),
      stages: stages ?? [],
    })),
  });
}

/** Of an agreement in UTC that promises this alone. */
export function judgedOf<K extends PromiseKind>(
  kind: K,
  leads: readonly LeadStory[],
  parts: AgreementParts,
  options: StoryOptions,
): JudgedPromise<Extract<PromiseFigure, { kind: K }>> {
  const base = agreementFrom(parts);
  const agreement =
    parts.workingHours === undefined ? { ...base, workingHours: { ...base.workingHours, timeZone: 'UTC' } } : base;
  const [judged] = judgePromises(settingOf(leads, agreement, options), agreement);
  if (judged === undefined || !isOf(judged, kind)) throw new Error(`nothing was judged of ${kind}`);
  return judged;
}

const isOf = <K extends PromiseKind>(
  judged: JudgedPromise,
  kind: K,
): judged is JudgedPromise<Extract<PromiseFigure, { kind: K }>> => judged.figure.kind === kind;

export const times = <T>(count: number, one: T): readonly T[] => Array.from({ length: count }, () => one);
