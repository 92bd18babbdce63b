/** The course of time and the headline on public histories and the demo: the figures that `simulate` prints. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runImportCommand } from '../../../cli/commands/import.ts';
import { handedOver, reachedByNobody } from '../../../core/comparison/reached-leads.ts';
import { demoHistory } from '../../../core/demo/demo-history.ts';
import { draftRuleSet, starterRuleSet } from '../../../core/demo/demo-rule-set.ts';
import type { History } from '../../../core/history/history.ts';
import { leadNaming } from '../../../core/history/naming.ts';
import { cohortCalendar } from '../../../core/measures/by-time.ts';
import { compileReplay } from '../../../core/replay/compile.ts';
import { replay } from '../../../core/replay/replay.ts';
import { DEFAULT_OPTIONS } from '../../../core/replay/replay-result.ts';
import { parseRuleSet } from '../../../core/rule-set/parse-rule-set.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import { readHistory } from '../../../db/history/read-history.ts';
import { closeWorkshop, openWorkshop } from '../../../db/open-workshop.ts';
import type { AnalysedHistory } from '../../../services/analysis/analysed-history.ts';
import { compareCourse } from '../../../services/analysis/course/compare-course.ts';
import { compareFigures } from '../../../services/analysis/course/compare-figures.ts';
import { simulate } from '../../../services/simulate/simulate.ts';
import { publicFile } from '../../support/public-file.ts';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-course-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function imported(...files: readonly (readonly [file: string, mapping: string])[]): Promise<History> {
  const path = join(folder, `${files[0]?.[1] ?? ''}.accord`);
  for (const [file, mapping] of files) {
    const args = [path, publicFile(file), '--mapping', join(FIXTURES, 'mappings', mapping)];
    const status = await runImportCommand(args, { out: () => {}, err: () => {} });
    if (status !== 0) throw new Error(`${file} was not imported`);
  }
  const workshop = openWorkshop(path);
  if (!workshop.ok) throw new Error(workshop.error.detail);
  const history = readHistory(workshop.value);
  closeWorkshop(workshop.value);
  return history;
}

function storedRuleSet(file: string): RuleSet {
  const parsed = parseRuleSet(JSON.parse(readFileSync(join(FIXTURES, 'rule-sets', file), 'utf8')));
  if (!parsed.ok) throw new Error(file);
  return parsed.value;
}

function demo(): History {
  const made = demoHistory({ leads: 3_000, seed: 7 });
  if (made === null) throw new Error('the demo was cancelled');
  return made.history;
}

function analysed(history: History, level: string): AnalysedHistory {
  const factsOf = (ruleSet: RuleSet) => replay(compileReplay(history, ruleSet, DEFAULT_OPTIONS), ruleSet);
  const { facts } = factsOf(starterRuleSet());
  return {
    history,
    options: DEFAULT_OPTIONS,
    facts,
    calendar: cohortCalendar(history, facts),
    naming: () => leadNaming(history),
    reached: (side) => {
      if (side.kind === 'handover') return handedOver(history, facts);
      const index = side.ruleSet.levels.findIndex(({ id }) => id === level);
      return factsOf(side.ruleSet).levels[index] ?? reachedByNobody(history.leads.count);
    },
    line: () => null,
    climbs: () => null,
    scored: (ruleSet) => {
      const compiled = compileReplay(history, ruleSet, DEFAULT_OPTIONS);
      return { compiled, result: replay(compiled, ruleSet) };
    },
    clockMs: () => 0,
    report: () => {},
  };
}

function expectLikeSimulate(history: History, ruleSets: readonly RuleSet[]): void {
  for (const ruleSet of ruleSets) {
    const { document } = simulate(history, ruleSet, DEFAULT_OPTIONS, { warnings: [], keptOut: [] });
    for (const level of document.levels) {
      const own = analysed(history, level.id);
      const side = { kind: 'ruleSet', ruleSet } as const;
      const { a, leads } = compareCourse(own, { a: side, b: { kind: 'handover' }, capacityPerWeek: 10 });
      expect(a.funnel.map((step) => step.leads)).toEqual([
        document.leads,
        level.reached,
        expect.any(Number),
        level.converted,
        level.won,
      ]);
      expect(a.funnel[3]).toMatchObject({ of: level.observed, rate: level.rate, interval: level.interval });
      expect(a.weeks.reduce((sum, week) => sum + week.leads, 0)).toBe(level.reached);
      expect(a.curve.leads + a.curve.notTaken).toBe(level.reached);
      const paid = { by: null, costs: [] };
      const question = { level: level.id, sides: [side], capacityPerWeek: 10, workingHours: null, paid };
      const [figures] = compareFigures(own, question).figures;
      expect(figures?.readyShare).toMatchObject({ reached: level.reached, leads });
      expect(figures?.deal.won).toBe(level.won);
      expect((figures?.deal.average ?? 0) * (figures?.deal.withAmount ?? 0)).toBeCloseTo(level.amount, 4);
    }
  }
}

describe('the funnel, the weeks and the headline are those of simulate', () => {
  it('on X Education', async () => {
    const history = await imported(['x-education/Leads.csv', 'x-education.json']);
    expectLikeSimulate(history, [storedRuleSet('nine-rule-card.json')]);
  }, 60_000);

  it('on Olist', async () => {
    const history = await imported(
      ['olist-funnel/olist_marketing_qualified_leads_dataset.csv', 'olist-leads.json'],
      ['olist-funnel/olist_closed_deals_dataset.csv', 'olist-deals.json'],
    );
    expectLikeSimulate(history, [storedRuleSet('everybody.json')]);
  }, 60_000);

  it('on the demo', () => {
    expectLikeSimulate(demo(), [starterRuleSet(), draftRuleSet()]);
  }, 60_000);
});
