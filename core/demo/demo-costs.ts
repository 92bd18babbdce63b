import { itemAt } from '../at.ts';
import { DEMO_END_MS, DEMO_START_MS, isFair } from './demo-calendar.ts';
import type { SourceCost } from './demo-truth.ts';
import { SOURCE_MONTHLY_COSTS, SOURCES, TRADE_FAIR_SOURCE } from './demo-words.ts';
import type { Random } from './random.ts';

const MONTHS = 18;
const LEADS_OF_THE_COSTS = MONTHS * 320;
/** The twenty-fourth is a fair's day, where a month has one. */
const FAIR_DAY = 24;

/** What each source cost in each month of the demo; a fair's month costs five times as much. */
export function sourceCosts(leads: number, random: Random): readonly SourceCost[] {
  const first = new Date(DEMO_START_MS);
  const months = Array.from({ length: MONTHS }, (_, index) =>
    Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + index, FAIR_DAY),
  );
  return months
    .filter((fairDayMs) => fairDayMs <= DEMO_END_MS)
    .flatMap((fairDayMs) =>
      SOURCES.map((source, index) => {
        const peak = index === TRADE_FAIR_SOURCE && isFair(fairDayMs) ? 5 : 1;
        const euro =
          itemAt(SOURCE_MONTHLY_COSTS, index) * peak * (leads / LEADS_OF_THE_COSTS) * (0.9 + 0.2 * random.uniform());
        return { source, month: new Date(fairDayMs).toISOString().slice(0, 7), amountCents: Math.round(euro) * 100 };
      }),
    );
}
