/** What a level means for both teams beyond `simulate`'s measures: load, speed, money. */
import { numberAt } from '../../at.ts';
import type { History } from '../../history/history.ts';
import type { CohortCalendar } from '../../measures/by-time.ts';
import { cohortSize, isMeasured } from '../../measures/cell.ts';
import { isDateless } from '../../replay/facts.ts';
import type { LeadFacts } from '../../replay/replay-result.ts';
import type { Interval } from '../../statistics/interval.ts';
import { rateOf, wilsonInterval } from '../../statistics/wilson.ts';
import type { WorkingClock } from '../../working-time/working-clock.ts';
import type { ReachedLeads } from '../reached-leads.ts';
import { type FollowUp, followUp } from './follow-up.ts';
import { type HandOverLag, handOverLag } from './hand-over-lag.ts';
import { type CohortCosts, type LevelCosts, levelCosts } from './level-costs.ts';
import { loadWeeks, type WeeklyLoad, weeklyLoad } from './weekly-load.ts';

export interface HeadlineFigures {
  readonly load: WeeklyLoad;
  /** reached / leads of the cohort, with its Wilson interval; null in an empty cohort. */
  readonly readyShare: {
    readonly reached: number;
    readonly leads: number;
    readonly rate: number | null;
    readonly interval: Interval | null;
  };
  /** Null: the history has no dates. */
  readonly lag: HandOverLag | null;
  /** Over reached leads whose won stages name an amount; `average` null where there is none. */
  readonly deal: { readonly won: number; readonly withAmount: number; readonly average: number | null };
  /** Null: the level promises nothing, or the history has no dates. */
  readonly followUp: FollowUp | null;
  /** Null: the workshop knows no cost of the cohort. */
  readonly costs: LevelCosts | null;
}

export interface HeadlineScope {
  readonly history: History;
  readonly facts: LeadFacts;
  readonly calendar: CohortCalendar;
  readonly capacityPerWeek: number | null;
  /** Of the agreement; null: no working hours are agreed, and every hour counts. */
  readonly workingClock: WorkingClock | null;
  /** Null: no cost is known of the cohort. */
  readonly costs: CohortCosts | null;
}

/** `promisedHours`: of the level; null: it promises nothing. */
export function headlineFigures(
  { history, facts, calendar, capacityPerWeek, workingClock, costs }: HeadlineScope,
  reached: ReachedLeads,
  promisedHours: number | null,
): HeadlineFigures {
  const { leads } = cohortSize(facts);
  const hasDates = !isDateless(history);
  const deal = { reached: 0, won: 0, withAmount: 0, amount: 0 };
  for (let lead = 0; lead < reached.reachedAtMs.length; lead += 1) {
    if (!isMeasured(facts, lead) || Number.isNaN(numberAt(reached.reachedAtMs, lead))) continue;
    const amount = numberAt(facts.wonAmount, lead);
    deal.reached += 1;
    deal.won += numberAt(facts.won, lead);
    deal.withAmount += amount === 0 ? 0 : 1;
    deal.amount += amount;
  }
  return {
    load: weeklyLoad(loadWeeks(facts, calendar, reached, capacityPerWeek), capacityPerWeek),
    readyShare: {
      reached: deal.reached,
      leads,
      rate: rateOf(deal.reached, leads),
      interval: wilsonInterval(deal.reached, leads),
    },
    lag: hasDates ? handOverLag(facts, history.leads.createdAtMs, reached) : null,
    deal: { won: deal.won, withAmount: deal.withAmount, average: rateOf(deal.amount, deal.withAmount) },
    followUp:
      promisedHours === null || !hasDates ? null : followUp({ history, facts, workingClock }, reached, promisedHours),
    costs: costs === null ? null : levelCosts(facts, reached, costs),
  };
}
