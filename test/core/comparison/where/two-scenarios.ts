/** Two scenarios over a written history: a line a lead. */
import fc from 'fast-check';
import type { BreakdownData } from '../../../../core/comparison/where/breakdown.ts';
import type { ReachedPair } from '../../../../core/comparison/where/row-tallies.ts';
import { DAY_MS } from '../../../../core/history/history.ts';
import { cohortCalendar } from '../../../../core/measures/by-time.ts';
import { deriveFacts } from '../../../../core/replay/facts.ts';
import { type CellsByName, historyOf, type LeadRows, type StageRows } from '../../../support/history-of.ts';

export interface LeadLine {
  /** Days after the first of January 2025. */
  readonly createdDay: number;
  readonly cells: CellsByName;
  /** `won`: an SQL; `lost`: worked in vain; `unworked`: nobody knows. */
  readonly fate: 'won' | 'lost' | 'unworked';
  /** Days after creation at which each scenario has the lead; null: never. */
  readonly a: number | null;
  readonly b: number | null;
}

export interface TwoScenarios {
  readonly data: BreakdownData;
  readonly pair: ReachedPair;
}

const START_MS = Date.UTC(2025, 0, 1);
/** All leads are mature by then. */
const AS_OF_MS = START_MS + 1_000 * DAY_MS;

export function twoScenarios(lines: readonly LeadLine[]): TwoScenarios {
  const history = historyOf({ leads: lines.map(leadRows) });
  const facts = deriveFacts(history, { horizon: 'outcome', asOfMs: AS_OF_MS });
  const reached = (days: (line: LeadLine) => number | null) => {
    const reachedAtMs = Float64Array.from(lines, (line) => {
      const after = days(line);
      return after === null ? Number.NaN : START_MS + (line.createdDay + after) * DAY_MS;
    });
    return { reachedAtMs, peak: reachedAtMs };
  };
  return {
    data: { history, facts, calendar: cohortCalendar(history, facts) },
    pair: { a: reached(({ a }) => a), b: reached(({ b }) => b) },
  };
}

function leadRows({ createdDay, cells, fate }: LeadLine): LeadRows {
  const at = (day: number): string => new Date(START_MS + (createdDay + day) * DAY_MS).toISOString();
  const worked: readonly StageRows[] = [{ at: at(1), stage: 'mql' }];
  const stages: Readonly<Record<LeadLine['fate'], readonly StageRows[]>> = {
    won: [...worked, { at: at(5), stage: 'sql' }],
    lost: [...worked, { at: at(5), stage: 'lost' }],
    unworked: [],
  };
  return { created: at(0), cells, stages: stages[fate] };
}

/** So many leads alike. */
export const times = (count: number, line: LeadLine): readonly LeadLine[] => Array.from({ length: count }, () => line);

const optional = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { freq: 3 });

export const anyLines: fc.Arbitrary<readonly LeadLine[]> = fc.array(
  fc.record({
    createdDay: fc.nat(200),
    cells: fc.record({
      source: fc.constantFrom('Webinar', 'webinar', 'Trade fair', 'Partner', ''),
      employees: fc.constantFrom('', '1', '5', '20', '80', '300', '1000'),
      first_seen: fc.constantFrom('', '2024-12-03', '2025-01-17', '2025-03-09'),
      country: fc.constantFrom('DE', 'PL', 'RO'),
    }),
    fate: fc.constantFrom('won', 'lost', 'unworked'),
    a: optional(fc.nat(60)),
    b: optional(fc.nat(60)),
  }),
  { minLength: 1, maxLength: 160, size: 'max' },
);
