/** Workshop files with histories of every kind that a screen must bear. */
import { join } from 'node:path';
import { DAY_MS } from '../../core/history/history.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { writeHistory } from '../../db/history/write-history.ts';
import { closeWorkshop, createWorkshop } from '../../db/open-workshop.ts';
import { writeSettings } from '../../db/queries/settings.ts';
import { inTransaction } from '../../db/transaction.ts';
import { beginScenario } from '../../services/scenario/begin-scenario.ts';
import { benchHistory } from '../bench/bench-history.ts';
import { writeBenchWorkshop } from '../bench/bench-workshop.ts';
import { historyOf, type LeadRows, type StageRows } from '../support/history-of.ts';
import { ruleSetFrom } from '../support/rule-set-from.ts';

/** What became of the leads: some SQLs, some not, some never worked; nobody worked any; all won. */
export type Fate = 'mixed' | 'none' | 'won';

export interface HistoryToLookAt {
  readonly name: string;
  readonly leads: number;
  readonly fate: Fate;
}

/** Beside these there is the demo, which the app makes itself. */
export const HISTORIES: readonly HistoryToLookAt[] = [
  { name: 'No lead', leads: 0, fate: 'mixed' },
  { name: 'One lead', leads: 1, fate: 'mixed' },
  { name: 'Thirty leads', leads: 30, fate: 'mixed' },
  { name: 'No outcome', leads: 400, fate: 'none' },
  { name: 'All won', leads: 400, fate: 'won' },
];

/** With a scenario that tells other leads apart than its baseline. Answers the path. */
export function writeToLookAt(folder: string, { name, leads, fate }: HistoryToLookAt): string {
  const path = join(folder, `${name}.accord`);
  const created = createWorkshop(path);
  if (!created.ok) throw new Error(created.error.detail);
  try {
    const rows = Array.from({ length: leads }, (_, place) => leadRows(place, leads < 100 ? 8 : 0.5, fate));
    const stored = inTransaction(created.value, () => {
      writeSettings(created.value, { capacityPerWeek: 4, currency: 'EUR' });
      writeHistory(created.value, historyOf({ leads: rows }));
      beginScenario(created.value, rules('Agreed', 20), rules('Draft', 30), 0);
    });
    if (!stored.ok) throw new Error(stored.error.detail);
  } finally {
    closeWorkshop(created.value);
  }
  return path;
}

/** 100,000 leads and a million activities. */
export function writeManyToLookAt(folder: string): string {
  const path = join(folder, 'Many leads.accord');
  writeBenchWorkshop(path, benchHistory(100_000));
  return path;
}

const rules = (name: string, total: number): RuleSet =>
  ruleSetFrom({
    name,
    rules: [
      {
        id: 'industry',
        name: 'Target industry',
        kind: 'attribute',
        dimension: 'fit',
        points: 15,
        if: { attribute: 'industry', op: 'is', value: 'Steel' },
      },
      { id: 'visit', name: 'Visits', kind: 'activity', dimension: 'engagement', points: 10, on: { type: 'visit' } },
    ],
    levels: [{ id: 'mql', name: 'MQL', total, followUpHours: 48 }],
  });

const START_MS = Date.UTC(2025, 0, 6);
const INDUSTRIES = ['Steel', 'Paper', 'Retail'];

/** One every so many days, each with one to four visits; sales took two of three, after three days. */
function leadRows(place: number, everyDays: number, fate: Fate): LeadRows {
  const at = (days: number): string => new Date(START_MS + (place * everyDays + days) * DAY_MS).toISOString();
  return {
    id: `L${place}`,
    created: at(0),
    cells: { industry: INDUSTRIES[place % 3] ?? '', source: place % 2 === 0 ? 'Trade fair' : 'Newsletter' },
    activities: Array.from({ length: 1 + (place % 4) }, (_, visit) => ({ at: at(0.25 * (visit + 1)), type: 'visit' })),
    stages: stagesOf(place, fate, at),
  };
}

function stagesOf(place: number, fate: Fate, at: (days: number) => string): readonly StageRows[] {
  if (fate === 'none') return [];
  if (fate === 'won')
    return [
      { at: at(3), stage: 'mql' },
      { at: at(9), stage: 'sql' },
      { at: at(20), stage: 'won', amount: String(1_000 + place) },
    ];
  if (place % 3 === 2) return [];
  return [
    { at: at(3), stage: 'mql' },
    { at: at(9), stage: place % 4 === 0 ? 'sql' : 'rejected' },
  ];
}
