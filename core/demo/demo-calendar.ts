import { numberAt } from '../at.ts';
import { DAY_MS, HOUR_MS } from '../history/history.ts';
import type { Random } from './random.ts';

/** About eighteen months; what would come later has not happened yet. */
export const DEMO_START_MS = Date.UTC(2024, 5, 3);
export const DEMO_END_MS = Date.UTC(2025, 10, 24);
export const DEMO_TIME_ZONE = 'Europe/Berlin';

/** First day and number of days. */
const TRADE_FAIRS: readonly (readonly [number, number])[] = [
  [Date.UTC(2024, 8, 23), 5],
  [Date.UTC(2025, 2, 24), 5],
  [Date.UTC(2025, 8, 22), 5],
];
/** January to December: quiet in July and August, and before Christmas. */
const MONTH_FACTORS = [0.95, 1.05, 1.15, 1.05, 1, 0.95, 0.65, 0.6, 1.15, 1.15, 1.1, 0.7];
const WEEKEND_FACTOR = 0.15;
const FAIR_FACTOR = 2.2;

export const isFair = (atMs: number): boolean =>
  TRADE_FAIRS.some(([startMs, days]) => atMs >= startMs && atMs < startMs + days * DAY_MS);

/** When the leads come, ascending: seasons, weekdays, trade fairs, and a business that grows by a quarter. */
export function arrivals(count: number, random: Random): Float64Array {
  const days = (DEMO_END_MS - DEMO_START_MS) / DAY_MS;
  const cumulative = new Float64Array(days);
  let sum = 0;
  for (let day = 0; day < days; day += 1) {
    sum += dayFactor(DEMO_START_MS + day * DAY_MS) * (1 + (0.25 * day) / days);
    cumulative[day] = sum;
  }
  const instants = new Float64Array(count);
  for (let lead = 0; lead < count; lead += 1) {
    const sought = random.uniform() * sum;
    let low = 0;
    let high = days - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numberAt(cumulative, middle) <= sought) low = middle + 1;
      else high = middle;
    }
    instants[lead] = DEMO_START_MS + low * DAY_MS + timeOfDayMs(random);
  }
  return instants.sort();
}

/** The same instant, or one nearby in working hours: nine of ten people write on a weekday. */
export function toWorkingHours(atMs: number, random: Random): number {
  const day = Math.floor(atMs / DAY_MS);
  const weekday = (day + 4) % 7;
  const shift = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  const movedDay = shift > 0 && random.chance(0.9) ? day + shift : day;
  return movedDay * DAY_MS + timeOfDayMs(random);
}

function dayFactor(dayMs: number): number {
  const date = new Date(dayMs);
  const weekday = date.getUTCDay();
  const weekend = weekday === 0 || weekday === 6 ? WEEKEND_FACTOR : 1;
  return (MONTH_FACTORS[date.getUTCMonth()] ?? 1) * weekend * (isFair(dayMs) ? FAIR_FACTOR : 1);
}

/** Whole seconds, most around eleven, some in the evening. */
function timeOfDayMs(random: Random): number {
  const hour = random.chance(0.88) ? 10.5 + 2.4 * random.normal() : random.uniform() * 24;
  return Math.floor(Math.min(Math.max(hour, 0), 23.99) * (HOUR_MS / 1000)) * 1000;
}
