import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardMoment } from '../../../core/panel/candidates.ts';
import { cardFacts } from '../../../core/panel/card-facts.ts';
import { knownAttributes } from '../../../core/panel/known-attributes.ts';
import { readInstant } from '../../../core/time/instant.ts';
import { historyOf, type LeadRows } from '../../support/history-of.ts';

const at = (text: string): number => readInstant(text, 'UTC') ?? Number.NaN;

const LEAD: LeadRows = {
  created: '2026-03-01',
  cells: { country: 'DE', employees: '', trial_ends: '2026-04-15', born: '2020-01-01' },
  activities: [
    { at: '2026-03-01T10:00:00Z', type: 'page_view' },
    { at: '2026-03-04T10:00:00Z', type: 'page_view' },
    { at: '2026-03-05T00:00:00Z', type: 'demo' },
    { at: '2026-03-09', type: 'page_view' },
  ],
};

const factsOf = (lead: LeadRows, moment: CardMoment) => {
  const history = historyOf({ leads: [lead] });
  return cardFacts(history, knownAttributes(history, { keptOut: [], leaking: [] }).shown, 0, moment);
};

const HAND_OVER: CardMoment = { atMs: at('2026-03-05'), isIncluded: false };

describe('what a card says', () => {
  it('given a lead then its attributes are told, missing ones too, and its acts by type, the last first', () => {
    const facts = factsOf(LEAD, HAND_OVER);
    expect(facts.ageDays).toBe(4);
    expect(facts.attributes).toContainEqual({ attribute: 'country', kind: 'text', cell: 'DE' });
    expect(facts.attributes).toContainEqual(expect.objectContaining({ attribute: 'employees', cell: null }));
    expect(facts.acts).toEqual([{ type: 'page_view', times: 2, firstDaysBefore: 3, lastDaysBefore: 0 }]);
  });

  it('given an act at the moment itself then it belongs to a highest score, and not to what led to a hand-over', () => {
    const typesAt = (isIncluded: boolean) => factsOf(LEAD, { ...HAND_OVER, isIncluded }).acts.map(({ type }) => type);
    expect(typesAt(false)).not.toContain('demo');
    expect(typesAt(true)).toContain('demo');
  });

  it('given a date after the moment then it was not known then', () => {
    const cells = new Map(factsOf(LEAD, HAND_OVER).attributes.map(({ attribute, cell }) => [attribute, cell]));
    expect(cells.get('trial_ends')).toBeNull();
    expect(cells.get('born')).toBe('2020-01-01');
  });

  it('given any history then nothing that is dated after the moment changes the card', () => {
    const instants = fc.integer({ min: at('2026-01-01'), max: at('2026-12-31') });
    const acts = fc.array(fc.record({ atMs: instants, type: fc.constantFrom('visit', 'call', 'form') }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(acts, instants, instants, fc.boolean(), (all, momentMs, dateMs, isIncluded) => {
        const isEarly = (atMs: number) => atMs < momentMs || (isIncluded && atMs === momentMs);
        const rows = (kept: typeof all, date: number | null): LeadRows => ({
          created: '2026-01-01',
          cells: { day: date === null ? '' : new Date(date).toISOString() },
          activities: kept.map(({ atMs, type }) => ({ at: new Date(atMs).toISOString(), type })),
        });
        const moment = { atMs: momentMs, isIncluded };
        const said = factsOf(rows(all, dateMs), moment);
        const before = factsOf(
          rows(
            all.filter(({ atMs }) => isEarly(atMs)),
            isEarly(dateMs) ? dateMs : null,
          ),
          moment,
        );
        expect(said.acts).toEqual(before.acts);
        expect(said.attributes.map(({ cell }) => cell)).toEqual(before.attributes.map(({ cell }) => cell));
        for (const { firstDaysBefore, lastDaysBefore } of said.acts) {
          expect(lastDaysBefore).toBeGreaterThanOrEqual(0);
          expect(firstDaysBefore).toBeGreaterThanOrEqual(lastDaysBefore);
        }
      }),
    );
  });
});

describe('what no card says', () => {
  const people = Array.from({ length: 20 }, (_, lead) => ({
    cells: {
      email: `p${lead}@example.org`,
      Company: `Firm ${lead % 3}`,
      crm_id: `00Q${lead}`,
      contact: lead === 0 ? 'ana@example.org' : '',
      country: lead % 2 === 0 ? 'DE' : 'PL',
      owner: 'Marek',
      budget: 'yes',
    },
  }));
  const { shown, leftOut } = knownAttributes(historyOf({ leads: people }), { keptOut: ['budget'], leaking: ['owner'] });

  it('given attributes that say who it is, by heading, by address or as an id, then they are left out', () => {
    expect(leftOut.filter(({ because }) => because === 'names').map(({ attribute }) => attribute)).toEqual([
      'email',
      'Company',
      'crm_id',
      'contact',
    ]);
  });

  it('given what leaks the outcome and what is kept out of rules then it is left out, and the reason told', () => {
    expect(leftOut).toContainEqual({ attribute: 'owner', because: 'leaks' });
    expect(leftOut).toContainEqual({ attribute: 'budget', because: 'keptOut' });
    expect(shown.map(({ name }) => name)).toEqual(['country']);
  });
});
