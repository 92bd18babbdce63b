/** Workshops of a few leads, of many, without outcomes or with nothing but sales won: written as files, to be opened. */
import { DAY_MS } from '../../core/history/history.ts';
import { parseRuleSet } from '../../core/rule-set/parse-rule-set.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { writeHistory } from '../../db/history/write-history.ts';
import { closeWorkshop, createWorkshop } from '../../db/open-workshop.ts';
import { inTransaction } from '../../db/transaction.ts';
import { beginScenario } from '../../services/scenario/begin-scenario.ts';
import { historyOf, type LeadRows } from '../support/history-of.ts';

/** Both its scenarios hand over whoever comes. */
export function writeWorkshop(path: string, leads: readonly LeadRows[]): void {
  const workshop = createWorkshop(path);
  if (!workshop.ok) throw new Error(workshop.error.detail);
  inTransaction(workshop.value, () => {
    writeHistory(workshop.value, historyOf({ leads }));
    beginScenario(workshop.value, EVERYBODY, EVERYBODY, Date.UTC(2026, 0, 1));
  });
  closeWorkshop(workshop.value);
}

/** A lead every day; sales takes it the next and has an answer after a week: every fifth is an SQL, or all, or none. */
export function worked(leads: number, outcomes: 'mixed' | 'none' | 'won'): readonly LeadRows[] {
  const at = (days: number) => new Date(Date.UTC(2025, 0, 1) + days * DAY_MS).toISOString();
  return Array.from({ length: leads }, (_, lead): LeadRows => {
    if (outcomes === 'none') return { created: at(lead) };
    const isSql = outcomes === 'won' || lead % 5 === 0;
    return {
      created: at(lead),
      stages: [
        { at: at(lead + 1), stage: 'mql' },
        { at: at(lead + 8), stage: isSql ? (outcomes === 'won' ? 'won' : 'sql') : 'rejected' },
      ],
    };
  });
}

const EVERYBODY = ruleSet({
  format: 'accord.rule-set/1',
  name: 'Everybody',
  dimensions: [{ id: 'all', name: 'All' }],
  rules: [],
  levels: [{ id: 'mql', name: 'MQL', total: 0 }],
});

function ruleSet(document: unknown): RuleSet {
  const parsed = parseRuleSet(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}
