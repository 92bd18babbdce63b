import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replayReference } from '../../../core/reference/replay-reference.ts';
import { compileReplay } from '../../../core/replay/compile.ts';
import { ledgerOf } from '../../../core/replay/explain.ts';
import { replayLead } from '../../../core/replay/replay.ts';
import type { ReplayResult } from '../../../core/replay/replay-result.ts';
import { randomCase } from '../../support/random-case.ts';
import { replayDifferences } from '../../support/replay-differences.ts';

/** The seeds are fixed, so that a failure fails again and speaks of a change in the code. */
const RUNS = 1000;

const isClose = (left: number, right: number): boolean => Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(right));

describe('on random histories and rule sets, an answer about one lead', () => {
  it('adds up, award by award and limit by limit, to the score of the reference engine', () => {
    fc.assert(
      fc.property(randomCase(), ({ history, ruleSet, options }) => {
        const compiled = compileReplay(history, ruleSet, options);
        const expected = replayReference(history, ruleSet, options);
        const off = history.leads.ids.filter((_, lead) => {
          if (expected.facts.exists[lead] === 0) return false;
          const { entries, limits, total } = ledgerOf(compiled, ruleSet, lead);
          const written =
            entries.reduce((sum, entry) => sum + (entry.standing ? entry.points * entry.weight : 0), 0) +
            limits.reduce((sum, limit) => sum + limit.adjustment, 0);
          const now = expected.now[lead] ?? Number.NaN;
          return !isClose(total, now) || !isClose(written, now);
        });
        expect(off).toEqual([]);
      }),
      { numRuns: RUNS, seed: 20_260_001 },
    );
  });

  it('has the score, the peaks and the crossings of the reference engine', () => {
    fc.assert(
      fc.property(randomCase(), ({ history, ruleSet, options }) => {
        const compiled = compileReplay(history, ruleSet, options);
        const leads = history.leads.ids.map((_, lead) => replayLead(compiled, ruleSet, lead));
        const byLead = (numberOf: (lead: (typeof leads)[number]) => number | undefined): Float64Array =>
          Float64Array.from(leads, (lead) => numberOf(lead) ?? Number.NaN);
        const result: ReplayResult = {
          facts: compiled.facts,
          now: byLead((lead) => lead.now),
          nowByDimension: ruleSet.dimensions.map((_, index) => byLead((lead) => lead.nowByDimension[index])),
          levels: ruleSet.levels.map((_, index) => ({
            peak: byLead((lead) => lead.levels[index]?.peak),
            reachedAtMs: byLead((lead) => lead.levels[index]?.reachedAtMs),
          })),
        };
        expect(replayDifferences(result, replayReference(history, ruleSet, options))).toEqual([]);
      }),
      { numRuns: RUNS, seed: 20_260_002 },
    );
  });
});
