import { describe, expect, it } from 'vitest';
import { demoHistory } from '../../../core/demo/demo-history.ts';
import { draftRuleSet } from '../../../core/demo/demo-rule-set.ts';
import { drawnLeads, historyOfLeads } from '../../../core/history/sample-history.ts';
import { compileReplay } from '../../../core/replay/compile.ts';
import { replay } from '../../../core/replay/replay.ts';
import { DEFAULT_OPTIONS } from '../../../core/replay/replay-result.ts';

const places = Int32Array.from({ length: 200 }, (_, place) => 3 * place);

describe('leads drawn by lot', () => {
  it('are as many as asked for, in their order, none twice, and the same again with the same seed', () => {
    const drawn = drawnLeads(places, 50, 9);
    expect(drawn).toHaveLength(50);
    expect([...drawn]).toEqual([...new Set(drawn)].toSorted((one, other) => one - other));
    expect([...drawn].every((place) => places.includes(place))).toBe(true);
    expect(drawnLeads(places, 50, 9)).toEqual(drawn);
    expect(drawnLeads(places, 50, 10)).not.toEqual(drawn);
  });

  it('are all where no more are there', () => {
    expect(drawnLeads(places, 200, 1)).toBe(places);
  });
});

describe('a history of some of the leads', () => {
  it('replays them as the whole one does', () => {
    const made = demoHistory({ leads: 300, seed: 4 });
    if (made === null) throw new Error('nobody stopped it');
    const { history } = made;
    const whole = compileReplay(history, draftRuleSet(), DEFAULT_OPTIONS);
    const drawn = drawnLeads(Int32Array.from(history.leads.ids.keys()), 60, 2);
    const options = { ...DEFAULT_OPTIONS, asOfMs: whole.facts.asOfMs };
    const part = compileReplay(historyOfLeads(history, drawn), draftRuleSet(), options);
    const before = replay(whole, draftRuleSet(), false).levels[0];
    const after = replay(part, draftRuleSet(), false).levels[0];
    expect(after?.peak).toEqual(Float64Array.from(drawn, (lead) => before?.peak[lead] ?? 0));
    expect(after?.reachedAtMs).toEqual(Float64Array.from(drawn, (lead) => before?.reachedAtMs[lead] ?? 0));
    expect([...part.facts.outcome]).toEqual(Array.from(drawn, (lead) => whole.facts.outcome[lead]));
  });
});
