import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemAt, numberAt } from '../../../core/at.ts';
import type { Column, History } from '../../../core/history/history.ts';
import { commonActs } from '../../../core/lists/frequent-acts.ts';
import { LIST_NAMES } from '../../../core/lists/list-name.ts';
import { nextLevels } from '../../../core/lists/next-level.ts';
import { shortfallOf, standsAt } from '../../../core/lists/stands-at.ts';
import { largestReasons, reasonsOf } from '../../../core/lists/why-listed.ts';
import { latestActivity, placeOf } from '../../../core/lists/working-lists.ts';
import { replayReference } from '../../../core/reference/replay-reference.ts';
import { ledgerOf } from '../../../core/replay/explain.ts';
import { instantText } from '../../../core/time/instant.ts';
import { type HistoryRows, historyOf } from '../../support/history-of.ts';
import { randomCase } from '../../support/random-case.ts';
import { randomActivityRule } from '../../support/random-rule.ts';
import { ruleSetFrom } from '../../support/rule-set-from.ts';
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
          else expect(standsAt(from.result, ruleSet, level, lead)).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe('where leads of any history stand', () => {
  it('is at a level exactly where they lack nothing of it', () => {
    fc.assert(
      fc.property(randomCase(), ({ history, ruleSet, options }) => {
        const { result } = listCase(history, ruleSet, options);
        for (const level of ruleSet.levels)
          for (const lead of history.leads.ids.keys()) {
            const { total, dimensions } = shortfallOf(result, ruleSet, level, lead);
            expect(standsAt(result, ruleSet, level, lead)).toBe(total === 0 && dimensions.length === 0);
          }
      }),
      RUNS,
    );
  });
});

describe('why leads of any history are listed', () => {
  it('is what the ledger of each says, in whatever order they stand on the list', () => {
    fc.assert(
      fc.property(randomCase(), ({ history, ruleSet, options }) => {
        const { compiled, lists } = listCase(history, ruleSet, options);
        const leads = LIST_NAMES.flatMap((list) => [...lists.leads[list]]);
        const reasons = reasonsOf(compiled, ruleSet, leads);
        for (const lead of leads) expect(reasons.get(lead)).toEqual(largestReasons(ledgerOf(compiled, ruleSet, lead)));
      }),
      RUNS,
    );
  });

  it('is read by one reader of the history, from its first lead on, however long the list is', () => {
    const rows: HistoryRows = {
      leads: ['a', 'b', 'c'].map((id) => ({ id, created: '2025-01-01', activities: [] })),
    };
    const { compiled, ruleSet } = listCase(historyOf(rows), ruleSetFrom({}));
    const read: number[] = [];
    let readers = 0;
    const openAwards = () => {
      readers += 1;
      const source = compiled.openAwards();
      return {
        ...source,
        read: (lead: number) => {
          read.push(lead);
          return source.read(lead);
        },
      };
    };
    reasonsOf({ ...compiled, openAwards }, ruleSet, [2, 0, 1]);
    expect([readers, read]).toEqual([1, [0, 1, 2]]);
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
              if (bringsThere) expect(standsAt(result, ruleSet, level, lead)).toBe(true);
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
