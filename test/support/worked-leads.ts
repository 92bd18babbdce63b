import { createRandom } from '../../core/demo/random.ts';
import { DAY_MS } from '../../core/history/history.ts';
import { DEFAULT_CONSTRAINTS, type SuggestionQuestion } from '../../core/suggest/suggestion.ts';
import type { HistoryRows, LeadRows } from './history-of.ts';

export interface WorkedLeads {
  readonly leads: number;
  readonly seed: number;
  /** Log odds of converting: without anything, of industry "Steel", of a quote asked for before the hand-over. */
  readonly odds?: readonly [number, number, number];
  /** All at one instant, as in a table without dates. */
  readonly withoutDates?: true;
}

const START_MS = Date.UTC(2024, 0, 1);
const INDUSTRIES = ['Steel', 'Paper', 'Retail', 'Schools'];

/**
 * Leads that sales all worked, one every twelve hours: industry and quotes say something, size and language nothing;
 * `verdict` is filled in with the outcome, `meeting` comes after the hand-over only.
 */
export function workedLeads({ leads, seed, odds = [-1.5, 1.5, 2], withoutDates }: WorkedLeads): HistoryRows {
  const random = createRandom(seed);
  return { leads: Array.from({ length: leads }, (_, place) => workedLead(place)) };

  function workedLead(place: number): LeadRows {
    const bornMs = START_MS + (place * DAY_MS) / 2;
    const industry = random.pick(INDUSTRIES);
    const asks = random.chance(0.3);
    const logOdds = odds[0] + (industry === 'Steel' ? odds[1] : 0) + (asks ? odds[2] : 0);
    const isWon = random.chance(1 / (1 + Math.exp(-logOdds)));
    const cells = {
      industry: random.chance(0.05) ? '' : industry,
      size: String(random.whole(1, 900)),
      language: random.pick(['de', 'pl', 'it']),
      verdict: isWon ? 'fine' : '',
    };
    const at = (days: number): string =>
      new Date(withoutDates === true ? START_MS : bornMs + days * DAY_MS).toISOString();
    return {
      id: `W${place}`,
      created: at(0),
      cells,
      activities: [
        { at: at(0.5), type: 'visit', cells: { url: random.pick(['/', '/pricing', '/jobs']) } },
        ...(asks ? [{ at: at(1), type: 'quote' }] : []),
        ...(isWon && withoutDates !== true ? [{ at: at(3), type: 'meeting' }] : []),
      ],
      stages: [
        { at: at(2), stage: 'mql' },
        { at: at(5), stage: isWon ? 'sql' : 'rejected' },
      ],
    };
  }
}

/** The history's own defaults, and no rules to compare with. */
export const PLAIN_QUESTION: SuggestionQuestion = {
  options: { horizon: 'outcome' },
  constraints: DEFAULT_CONSTRAINTS,
  periods: {},
  present: null,
  keptOut: [],
  seed: 1,
};
