import { itemAt } from '../at.ts';
import type { History } from '../history/history.ts';
import { isMeasured } from '../measures/cell.ts';
import { deriveFacts, wholeMs } from '../replay/facts.ts';
import { type LeadFacts, OUTCOMES, type ReplayOptions } from '../replay/replay-result.ts';
import { fail, ok, type Result } from '../result.ts';
import { shareOf } from './drawn.ts';
import type { AskedPeriods, Periods, SuggestionFault } from './suggestion.ts';

/** Below so many on either side points would be noise (STATISTICS.md 5, 6). */
const LEAST_OF_EACH = 40;
/** Fewer on either side would judge nothing. */
const LEAST_JUDGED = 20;
/** Where a newer period may begin: after these shares of the leads with a known outcome, the first that leaves enough. */
const SHARES = [0.7, 0.75, 0.8, 0.65, 0.6, 0.55, 0.5];
const DRAWN_SHARE = 0.7;
const DEFAULT_WINDOW_DAYS = 90;

/** Leads with a known outcome of a period, and the facts as they stood when it was looked at. */
export interface Period {
  readonly options: ReplayOptions;
  readonly facts: LeadFacts;
  /** Places in the history, ascending. */
  readonly leads: Int32Array;
  readonly converted: number;
}

export interface SplitHistory {
  readonly periods: Periods;
  readonly choose: Period;
  /** Equal to `choose` where there are too few leads for two periods. */
  readonly judge: Period;
}

/**
 * The leads to learn from and those to judge on. By time, learning stands at the moment at which judging begins: an outcome
 * that was not known then is not known to it either, which is the gap of STATISTICS.md 5 to the day. `facts`: of the whole history.
 */
export function splitHistory(
  history: History,
  facts: LeadFacts,
  options: ReplayOptions,
  asked: AskedPeriods,
  seed: number,
): Result<SplitHistory, SuggestionFault> {
  const known = knownLeads(facts, () => true);
  const all: Period = { options, facts, ...known };
  const small = tooFew(all, LEAST_OF_EACH);
  if (small) return fail({ kind: 'tooSmall', ...countsOf(all), needed: LEAST_OF_EACH });
  if (asked.chooseBeforeMs !== undefined || asked.judgeAfterMs !== undefined) {
    return askedSplit(history, all, windowMsOf(options), asked);
  }
  const isDateless = facts.horizonMs.every(Number.isNaN);
  if (!isDateless) {
    const created = Float64Array.from(known.leads, (lead) => history.leads.createdAtMs[lead] ?? 0).sort();
    for (const share of SHARES) {
      const judgeAfterMs = created[Math.floor(created.length * share)] ?? 0;
      const split = splitAt(history, all, judgeAfterMs - windowMsOf(options), judgeAfterMs);
      if (!tooFew(split.choose, LEAST_OF_EACH) && !tooFew(split.judge, LEAST_JUDGED)) return ok(split);
    }
    return ok({ periods: { kind: 'all' }, choose: all, judge: all });
  }
  const isDrawn = (lead: number): boolean => shareOf(itemAt(history.leads.ids, lead), seed) < DRAWN_SHARE;
  const choose: Period = { ...all, ...knownLeads(facts, isDrawn) };
  const judge: Period = { ...all, ...knownLeads(facts, (lead) => !isDrawn(lead)) };
  return tooFew(choose, LEAST_OF_EACH) || tooFew(judge, LEAST_JUDGED)
    ? ok({ periods: { kind: 'all' }, choose: all, judge: all })
    : ok({ periods: { kind: 'drawn' }, choose, judge });
}

function askedSplit(
  history: History,
  all: Period,
  windowMs: number,
  { chooseBeforeMs, judgeAfterMs }: AskedPeriods,
): Result<SplitHistory, SuggestionFault> {
  const before = chooseBeforeMs ?? (judgeAfterMs ?? 0) - windowMs;
  const after = judgeAfterMs ?? before + windowMs;
  if (after < before) {
    return fail({ kind: 'badPeriods', detail: 'the leads to judge on begin before those to choose on end' });
  }
  const split = splitAt(history, all, before, after);
  if (tooFew(split.choose, LEAST_OF_EACH)) {
    return fail({ kind: 'tooFewToChoose', ...countsOf(split.choose), needed: LEAST_OF_EACH });
  }
  return split.judge.leads.length === 0 ? fail({ kind: 'nothingToJudge' }) : ok(split);
}

function splitAt(history: History, all: Period, chooseBeforeMs: number, judgeAfterMs: number): SplitHistory {
  const { createdAtMs } = history.leads;
  const then: ReplayOptions = { ...all.options, asOfMs: Math.min(judgeAfterMs, all.facts.asOfMs) };
  const facts = deriveFacts(history, then, false);
  return {
    periods: { kind: 'time', chooseBeforeMs, judgeAfterMs },
    choose: { options: then, facts, ...knownLeads(facts, (lead) => (createdAtMs[lead] ?? 0) < chooseBeforeMs) },
    judge: { ...all, ...knownLeads(all.facts, (lead) => (createdAtMs[lead] ?? 0) >= judgeAfterMs) },
  };
}

function knownLeads(facts: LeadFacts, isIn: (lead: number) => boolean): Pick<Period, 'leads' | 'converted'> {
  const leads: number[] = [];
  let converted = 0;
  for (let lead = 0; lead < facts.outcome.length; lead += 1) {
    const outcome = facts.outcome[lead];
    if ((outcome !== CONVERTED && outcome !== NOT_CONVERTED) || !isMeasured(facts, lead) || !isIn(lead)) continue;
    leads.push(lead);
    if (outcome === CONVERTED) converted += 1;
  }
  return { leads: Int32Array.from(leads), converted };
}

const CONVERTED = OUTCOMES.indexOf('converted');
const NOT_CONVERTED = OUTCOMES.indexOf('not converted');

const windowMsOf = ({ maturityDays }: ReplayOptions): number => wholeMs(maturityDays ?? DEFAULT_WINDOW_DAYS);

const countsOf = ({ leads, converted }: Period) => ({ converted, notConverted: leads.length - converted });

const tooFew = (period: Period, least: number): boolean =>
  period.converted < least || period.leads.length - period.converted < least;
