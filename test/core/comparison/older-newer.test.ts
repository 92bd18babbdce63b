import { describe, expect, it } from 'vitest';
import { olderAndNewer } from '../../../core/comparison/pair/older-newer.ts';
import type { ReachedLeads } from '../../../core/comparison/reached-leads.ts';
import { DAY_MS } from '../../../core/history/history.ts';
import { deriveFacts } from '../../../core/replay/facts.ts';
import { historyOf } from '../../support/history-of.ts';

const FIRST_MS = Date.UTC(2025, 0, 1);
const dayText = (day: number): string => new Date(FIRST_MS + day * DAY_MS).toISOString();

/** A lead a day, each with an outcome on the day after; every third is reached by B, all by A. */
const history = historyOf({
  leads: Array.from({ length: 90 }, (_, day) => ({
    created: dayText(day),
    stages: [{ at: dayText(day + 1), stage: day % 2 === 0 ? 'sql' : 'lost' }],
  })),
});
const facts = deriveFacts(history, { horizon: 'outcome', maturityDays: 0 });
const reached = (isReached: (lead: number) => boolean): ReachedLeads => ({
  reachedAtMs: Float64Array.from({ length: 90 }, (_, lead) => (isReached(lead) ? FIRST_MS : Number.NaN)),
  peak: new Float64Array(90).fill(Number.NaN),
});
const a = reached(() => true);
const b = reached((lead) => lead % 3 === 0);
const split = (splitMs: number | null, gapDays = 10) =>
  olderAndNewer(history, facts, a, b, { level: 'mql', splitMs, gapDays });

describe('older and newer leads', () => {
  it('begin where two thirds of the known outcomes lie before, with a gap in which outcomes become known', () => {
    const found = split(null);
    expect(found).toMatchObject({ splitMs: FIRST_MS + 60 * DAY_MS, olderBeforeMs: FIRST_MS + 50 * DAY_MS });
    expect([found?.older.a.reached, found?.newer.a.reached]).toEqual([50, 30]);
    expect([found?.older.b.reached, found?.newer.b.reached]).toEqual([17, 10]);
  });

  it('are parted where the question says', () => {
    const found = split(FIRST_MS + 30 * DAY_MS, 0);
    expect([found?.older.a.reached, found?.newer.a.reached]).toEqual([30, 60]);
  });

  it('are not told where there are none on one side', () => {
    expect(split(FIRST_MS)).toBeNull();
    expect(split(FIRST_MS + 400 * DAY_MS)).toBeNull();
  });
});
