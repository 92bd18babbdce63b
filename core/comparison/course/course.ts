/** What becomes of the leads of a scenario as time goes by. */
import type { History } from '../../history/history.ts';
import { type CohortCalendar, months } from '../../measures/by-time.ts';
import type { Month } from '../../measures/frame.ts';
import { isDateless } from '../../replay/facts.ts';
import type { LeadFacts } from '../../replay/replay-result.ts';
import { asResult, type ReachedLeads } from '../reached-leads.ts';
import { type ConversionCurve, conversionCurve, drawnDays } from './conversion-curve.ts';
import { type FunnelStep, funnel } from './funnel.ts';
import { leadAges } from './lead-ages.ts';
import { type LoadWeek, loadWeeks, type WeeklyLoad, weeklyLoad } from './weekly-load.ts';

export interface Course {
  readonly curve: ConversionCurve;
  readonly funnel: readonly FunnelStep[];
  /** Oldest first. */
  readonly weeks: readonly LoadWeek[];
  readonly load: WeeklyLoad;
  /** By the month in which the level was reached, oldest first. */
  readonly months: readonly Month[];
}

export interface Courses {
  /** False: all instants of the history are equal, and nothing in time can be told. */
  readonly hasDates: boolean;
  /** How far the curves are drawn. */
  readonly untilDays: number;
  /** In the order of the sides. */
  readonly courses: readonly Course[];
}

export function courses(
  history: History,
  facts: LeadFacts,
  calendar: CohortCalendar,
  sides: readonly ReachedLeads[],
  capacityPerWeek: number | null,
): Courses {
  const ages = sides.map((reached) => leadAges(facts, reached));
  const untilDays = drawnDays(ages);
  return {
    hasDates: !isDateless(history),
    untilDays,
    courses: sides.map((reached, side): Course => {
      const weeks = loadWeeks(facts, calendar, reached, capacityPerWeek);
      return {
        curve: conversionCurve(ages[side] ?? leadAges(facts, reached), untilDays),
        funnel: funnel(facts, reached),
        weeks,
        load: weeklyLoad(weeks, capacityPerWeek),
        months: months(asResult(facts, reached), 0, calendar),
      };
    }),
  };
}
