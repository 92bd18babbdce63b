import { describe, expect, it } from 'vitest';
import { disagreedLeads, type PanelOpinion, panelOutcome } from '../../../core/panel/panel-outcome.ts';
import { teamVerdict } from '../../../core/panel/team-verdict.ts';
import type { Verdict } from '../../../core/panel/verdict.ts';

const facts = { ageDays: 1, attributes: [], acts: [] };
const cards = ['a', 'b', 'c'].map((lead, position) => ({ lead, position, facts }));
const say = (round: 1 | 2, team: 'marketing' | 'sales', lead: string, verdict: Verdict): PanelOpinion => ({
  round,
  team,
  lead,
  verdict,
  person: team,
  reasonKind: null,
  words: '',
});
const FIRST = [
  say(1, 'marketing', 'a', 'yes'),
  say(1, 'sales', 'a', 'yes'),
  say(1, 'marketing', 'b', 'yes'),
  say(1, 'sales', 'b', 'no'),
  say(1, 'marketing', 'c', 'no'),
  say(1, 'sales', 'c', 'unsure'),
];

describe('what came of a panel', () => {
  it('given one round then agreement, and every lead on which they differ', () => {
    const { first, second, leads } = panelOutcome(cards, FIRST, false);
    expect(first).toMatchObject({ leads: 3, agreed: 1, onlyMarketing: 1, onlySales: 0, stricter: 'sales' });
    expect(second).toBeNull();
    expect(leads.map((one) => one.first)).toEqual(leads.map((one) => one.last));
    expect([...disagreedLeads(cards, FIRST)]).toEqual(['b', 'c']);
  });

  it('given a second round then what it changes counts, and what it did not ask stays', () => {
    const both = [...FIRST, say(2, 'marketing', 'b', 'no'), say(2, 'sales', 'b', 'no')];
    const { first, second, leads } = panelOutcome(cards, both, true);
    expect([first.agreed, second?.agreed]).toEqual([1, 2]);
    expect(leads.map(({ last }) => last.marketing)).toEqual(['yes', 'no', 'no']);
  });

  it('given a second round that is not done then nothing of it is told', () => {
    const half = [...FIRST, say(2, 'marketing', 'b', 'no')];
    const { leads } = panelOutcome(cards, half, false);
    expect(leads.flatMap(({ opinions }) => opinions.map(({ round }) => round))).not.toContain(2);
    expect(leads[1]?.last).toEqual({ marketing: 'yes', sales: 'no' });
  });

  it('given a lead that one team alone judged then it is left out', () => {
    expect(panelOutcome(cards, FIRST.slice(0, 5), false).leads.map(({ lead }) => lead)).toEqual(['a', 'b']);
  });

  it('given several people of a team then most of them count, and where none has most it is not sure', () => {
    expect(teamVerdict(['yes', 'yes', 'no'])).toBe('yes');
    expect(teamVerdict(['yes', 'no'])).toBe('unsure');
    expect(teamVerdict(['no', 'unsure', 'no'])).toBe('no');
    expect(teamVerdict([])).toBeNull();
  });
});
