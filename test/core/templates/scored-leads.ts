/** A template on a small history: what each lead has and which rules gave it, by both engines. */
import { TEMPLATE_WORDS } from '../../../cli/words/template-words.ts';
import { DAY_MS } from '../../../core/history/history.ts';
import { replayReference } from '../../../core/reference/replay-reference.ts';
import { compileReplay } from '../../../core/replay/compile.ts';
import { ledgerOf } from '../../../core/replay/explain.ts';
import { replay } from '../../../core/replay/replay.ts';
import { DEFAULT_OPTIONS } from '../../../core/replay/replay-result.ts';
import { templateWithId } from '../../../core/templates/all-templates.ts';
import { type MappedTemplate, mapTemplate } from '../../../core/templates/map-template.ts';
import type { TemplateId } from '../../../core/templates/template.ts';
import { profileHistory } from '../../../services/history/history-profile.ts';
import { templateColumns } from '../../../services/templates/template-columns.ts';
import {
  type ActivityRows,
  type CellsByName,
  type HistoryRows,
  historyOf,
  type LeadRows,
  type StageRows,
} from '../../support/history-of.ts';
import { replayDifferences } from '../../support/replay-differences.ts';

export interface ScoredLead {
  readonly lead: string;
  /** In the order of the template's rules; what a limit or a `best` group took is under the id of its place. */
  readonly why: Readonly<Record<string, number>>;
  /** In the order of the template's dimensions. */
  readonly dimensions: readonly number[];
  readonly score: number;
  readonly reached: readonly string[];
}

export const onHistory = (id: TemplateId, rows: HistoryRows): MappedTemplate => {
  const template = templateWithId(id);
  if (template === undefined) throw new Error(`There is no template ${id}.`);
  return mapTemplate(template, templateColumns(profileHistory(historyOf(rows), null), []), TEMPLATE_WORDS);
};

/** Scores at the latest instant of the rows. */
export function scoredLeads(id: TemplateId, rows: HistoryRows): readonly ScoredLead[] {
  const history = historyOf(rows);
  const { ruleSet } = onHistory(id, rows);
  const compiled = compileReplay(history, ruleSet, DEFAULT_OPTIONS);
  const result = replay(compiled, ruleSet);
  const differences = replayDifferences(result, replayReference(history, ruleSet, DEFAULT_OPTIONS));
  if (differences.length > 0) throw new Error(differences.join('\n'));
  return history.leads.ids.map((lead, index) => {
    const ledger = ledgerOf(compiled, ruleSet, index);
    const why: Record<string, number> = {};
    for (const { ruleId, points, weight, standing } of ledger.entries)
      if (standing) why[ruleId] = (why[ruleId] ?? 0) + points * weight;
    for (const limit of ledger.limits) why[limit.id] = limit.adjustment;
    return {
      lead,
      why,
      dimensions: ledger.byDimension.map(({ value }) => value),
      score: result.now[index] ?? Number.NaN,
      reached: ruleSet.levels
        .filter((_level, place) => !Number.isNaN(result.levels[place]?.reachedAtMs[index] ?? Number.NaN))
        .map((level) => level.id),
    };
  });
}

const FIRST_DAY_MS = Date.UTC(2026, 0, 1);

/** Midnight of the day, counted from 1 January 2026, which is day 0. */
const atDay = (day: number): string => new Date(FIRST_DAY_MS + day * DAY_MS).toISOString();

/** `[day, type]` or `[day, type, url]`. */
export type Act = readonly [day: number, type: string, url?: string];
export type Step = readonly [day: number, stage: StageRows['stage']];

/** A lead created on day 0. */
export const lead = (
  id: string,
  cells: CellsByName,
  acts: readonly Act[] = [],
  steps: readonly Step[] = [],
): LeadRows => ({
  id,
  created: atDay(0),
  cells,
  activities: acts.map(
    ([day, type, url]): ActivityRows => ({ at: atDay(day), type, ...(url === undefined ? {} : { cells: { url } }) }),
  ),
  stages: steps.map(([day, stage]) => ({ at: atDay(day), stage })),
});

/** The day on which the scores are read: a lead that has nothing is created on it. */
export const readOn = (day: number): LeadRows => ({ id: 'today', created: atDay(day) });
