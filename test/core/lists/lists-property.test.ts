import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemAt, numberAt } from '../../../core/at.ts';
import type { Column, History } from '../../../core/history/history.ts';
import { commonActs } from '../../../core/lists/frequent-acts.ts';
import { LIST_NAMES } from '../../../core/lists/list-name.ts';
import { nextLevels } from '../../../core/lists/next-level.ts';
import { isEnough, shortfallOf } from '../../../core/lists/stands-at.ts';
import { latestActivity, placeOf } from '../../../core/lists/working-lists.ts';
import { replayReference } from '../../../core/reference/replay-reference.ts';
import { ledgerOf } from '../../../core/replay/explain.ts';
import { instantText } from '../../../core/time/instant.ts';
import { type HistoryRows, historyOf } from '../../support/history-of.ts';
import { randomCase } from '../../support/random-case.ts';
import { randomActivityRule } from '../../support/random-rule.ts';
import { listCase } from './list-case.ts';

/** The seed is fixed, so that a failure fails again and speaks of a change in the code. */
const RUNS = { numRuns: 100, seed: 20_261_126 };

describe('working lists of any history', () => {
  it('hold every lead once, or say why not, ranked by the reference engine’s score now and then by the newest activity', () => {
    fc.assert(
      fc.property(randomCase(), ({ history, ruleSet, options }) => {
        const { lists, compiled } = listCase(history, ruleSet, options);
        const { now } = replayReference(history, ruleSet, options);
        const latest = latestActivity(history.activities, compiled.facts.asOfMs);
        const listed = LIST_NAMES.flatMap((list) => [...lists.leads[list]]);
        const left = Object.values(lists.leftOut).reduce((sum, count) => sum + count, 0);
        expect(new Set(listed).size).toBe(listed.length);
        expect(listed.length + left).toBe(compiled.facts.exists.reduce((sum, one) => sum + one, 0));
        for (const list of LIST_NAMES) {
          const leads = [...lists.leads[list]];
          for (const [index, lead] of leads.slice(1).entries()) {
            const above = itemAt(leads, index);
            const lower = numberAt(now, above) - numberAt(now, lead);
            expect(lower).toBeGreaterThanOrEqual(-1e-6);
            if (lower === 0 && compiled.facts.exists[lead] === 1)
              expect(numberAt(latest, above)).toBeGreaterThanOrEqual(numberAt(latest, lead));
          }
        }
      }),
      RUNS,
    );
  });

  it('give sales only whom nothing disqualifies now and who stands at the level, or whose deadline is still to come', () => {
    fc.assert(
      fc.property(randomCase(), ({ history, ruleSet, options }) => {
        const { lists, ...from } = listCase(history, ruleSet, options);
        const disqualifying = new Set(ruleSet.rules.filter((rule) => rule.disqualifies).map(({ id }) => id));
        for (const lead of [...lists.leads['sales-urgent'], ...lists.leads.sales]) {
          const { entries } = ledgerOf(from.compiled, ruleSet, lead);
          expect(entries.some(({ standing, ruleId }) => standing && disqualifying.has(ruleId))).toBe(false);
          const { level, isFaded, dueAtMs } = placeOf(from, lead);
          if (level === null) throw new Error('on a list of sales without a level');
          if (isFaded) expect(dueAtMs).toBeGreaterThanOrEqual(from.compiled.facts.asOfMs);
          else expect(isEnough(shortfallOf(from.result, ruleSet, level, lead))).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe('an act that is said to bring a lead to the next level', () => {
  it('brings it there when the history really holds it, as the reference engine scores it', () => {
    let seen = 0;
    fc.assert(
      fc.property(
        randomCase({ ruleSet: { firstRule: randomActivityRule([]) } }),
        ({ history, ruleSet, options, rows }) => {
          const from = listCase(history, ruleSet, options);
          const { asOfMs, exists } = from.compiled.facts;
          const acts = commonActs(history, ruleSet, asOfMs);
          const leads = rows.leads.flatMap(({ created }, lead) =>
            exists[lead] === 1 && (created ?? '') !== '' ? [lead] : [],
          );
          for (const [lead, next] of nextLevels(from, ruleSet, leads)) {
            const level = ruleSet.levels.find(({ id }) => id === next?.id);
            for (const { ruleId, bringsThere, points } of next?.acts ?? []) {
              const act = acts.find(({ rule }) => rule.id === ruleId);
              if (act === undefined || level === undefined) throw new Error('an act of no rule');
              const after = historyOf(withRow(rows, lead, asOfMs, history, act.row));
              const result = replayReference(after, ruleSet, { ...options, asOfMs });
              expect(numberAt(result.now, lead) - numberAt(from.result.now, lead)).toBeCloseTo(points, 6);
              if (bringsThere) expect(isEnough(shortfallOf(result, ruleSet, level, lead))).toBe(true);
              seen += 1;
            }
          }
        },
      ),
      { ...RUNS, numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(50);
  });
});

/** The rows with the activity `row` once more, done by the lead at `atMs`. */
function withRow(rows: HistoryRows, lead: number, atMs: number, { activities }: History, row: number): HistoryRows {
  const cells = activities.properties.flatMap((column) => {
    const cell = cellAt(column, row);
    return cell === null ? [] : [[column.name, cell] as const];
  });
  const added = { at: instantText(atMs), type: cellAt(activities.type, row) ?? '', cells: Object.fromEntries(cells) };
  return {
    ...rows,
    leads: rows.leads.map((one, index) =>
      index === lead ? { ...one, activities: [...(one.activities ?? []), added] } : one,
    ),
  };
}

const cellAt = ({ codes, cells }: Column, row: number): string | null => cells[numberAt(codes, row)] ?? null;
