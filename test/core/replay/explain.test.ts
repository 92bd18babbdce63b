import { describe, expect, it } from 'vitest';
import { compileReplay } from '../../../core/replay/compile.ts';
import { ledgerOf } from '../../../core/replay/explain.ts';
import type { Ledger } from '../../../core/replay/ledger.ts';
import { looksOf, replay } from '../../../core/replay/replay.ts';
import { historyOf } from '../../support/history-of.ts';
import { ruleSetFrom } from '../../support/rule-set-from.ts';
import { readSpecCase, specCaseNames } from '../../support/spec-cases.ts';

const written = (ledger: Ledger): number =>
  ledger.entries.reduce((sum, entry) => sum + (entry.standing ? entry.points * entry.weight : 0), 0) +
  ledger.limits.reduce((sum, limit) => sum + limit.adjustment, 0);

const isClose = (left: number, right: number): boolean => Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(right));

describe('the ledger of a lead', () => {
  it.each(specCaseNames())('adds up to the score of every lead of %s', (name) => {
    const { history, ruleSet, options } = readSpecCase(name);
    const compiled = compileReplay(history, ruleSet, options);
    const { now, facts } = replay(compiled, ruleSet);
    const off = history.leads.ids.filter((_, lead) => {
      if (facts.exists[lead] === 0) return false;
      const ledger = ledgerOf(compiled, ruleSet, lead);
      return !isClose(ledger.total, now[lead] ?? Number.NaN) || !isClose(written(ledger), ledger.total);
    });
    expect(off).toEqual([]);
  });

  it('says which limits held the sum and what a recycle cleared', () => {
    const history = historyOf({
      leads: [
        {
          created: '2025-01-01',
          activities: ['2025-01-02', '2025-01-03', '2025-01-05', '2025-01-06'].map((at) => ({ at, type: 'visit' })),
          stages: [{ at: '2025-01-04', stage: 'recycled' }],
        },
      ],
    });
    const ruleSet = ruleSetFrom({
      groups: [{ id: 'web', name: 'Website', dimension: 'engagement', max: 15 }],
      rules: [
        {
          id: 'visit',
          name: 'Visit',
          kind: 'activity',
          dimension: 'engagement',
          group: 'web',
          points: 10,
          on: { type: 'visit' },
        },
      ],
      recycle: { on: ['recycled'], clear: ['engagement'] },
    });
    const ledger = ledgerOf(compileReplay(history, ruleSet, { horizon: 'outcome' }), ruleSet, 0);
    expect(ledger.entries.map((entry) => entry.standing)).toEqual([false, false, true, true]);
    expect(ledger.limits).toEqual([{ kind: 'group', id: 'web', name: 'Website', adjustment: -5 }]);
    expect(ledger.total).toBe(15);
  });
});

describe('the looks at a lead', () => {
  it.each(specCaseNames())('reach the levels of %s when the replay says so', (name) => {
    const { history, ruleSet, options } = readSpecCase(name);
    const compiled = compileReplay(history, ruleSet, options);
    const result = replay(compiled, ruleSet);
    const free = ruleSet.levels.findIndex((level) => Object.keys(level.dimensions).length === 0);
    if (free < 0) return;
    const peaks = history.leads.ids.map((_, lead) =>
      looksOf(compiled, ruleSet, lead)
        .filter((look) => !look.disqualified)
        .reduce((peak, look) => (look.total <= peak ? peak : look.total), Number.NaN),
    );
    expect(peaks).toEqual(Array.from(result.levels[free]?.peak ?? []));
  });
});
