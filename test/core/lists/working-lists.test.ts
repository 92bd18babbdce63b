import { describe, expect, it } from 'vitest';
import { nextLevels } from '../../../core/lists/next-level.ts';
import { type GivenList, sinceLast } from '../../../core/lists/since-last.ts';
import { channelOf, largestReasons } from '../../../core/lists/why-listed.ts';
import { placeOf } from '../../../core/lists/working-lists.ts';
import { ledgerOf } from '../../../core/replay/explain.ts';
import { historyOf, type LeadRows } from '../../support/history-of.ts';
import { ruleSetFrom } from '../../support/rule-set-from.ts';
import { listCase } from './list-case.ts';

const rules = ruleSetFrom({
  rules: [
    {
      id: 'size',
      name: 'Large',
      kind: 'attribute',
      dimension: 'fit',
      points: 20,
      if: { attribute: 'size', op: 'is', value: 'large' },
    },
    {
      id: 'quote',
      name: 'Asked for a quote',
      kind: 'activity',
      dimension: 'engagement',
      points: 40,
      on: { type: 'quote' },
    },
    {
      id: 'visit',
      name: 'Visit',
      kind: 'activity',
      dimension: 'engagement',
      points: 10,
      max: 3,
      on: { type: 'visit' },
    },
    {
      id: 'student',
      name: 'Student',
      kind: 'attribute',
      dimension: 'fit',
      points: 0,
      disqualifies: true,
      if: { attribute: 'size', op: 'is', value: 'none' },
    },
  ],
  levels: [
    { id: 'mql', name: 'MQL', total: 50, route: 'sales', followUpHours: 8 },
    { id: 'hot', name: 'Hot', total: 80, route: 'sales-urgent', followUpHours: 2 },
  ],
});

/** Wednesday noon is the end of the history. */
const END: LeadRows = { id: 'end', created: '2026-03-11T12:00' };
const lead = (
  id: string,
  size: string,
  acts: readonly (readonly [at: string, type: string])[],
  stages: LeadRows['stages'] = [],
): LeadRows => ({
  id,
  created: '2026-03-01T09:00',
  cells: { size },
  activities: acts.map(([at, type]) => ({ at, type })),
  stages,
});
const QUOTE = ['2026-03-06T16:00', 'quote'] as const;
const VISIT = ['2026-03-09T10:00', 'visit'] as const;

function listed(...leads: readonly LeadRows[]) {
  const history = historyOf({ leads: [...leads, END] });
  const made = listCase(history, rules);
  const { ids } = history.leads;
  const named = (list: keyof typeof made.lists.leads) => Array.from(made.lists.leads[list], (one) => ids[one]);
  return { ...made, history, named, lead: (id: string) => ids.indexOf(id) };
}

describe('a working list', () => {
  it('is chosen by the route of the most urgent level at which the lead stands now', () => {
    const { named, lists } = listed(
      lead('hot', 'large', [QUOTE, VISIT, VISIT, VISIT]),
      lead('ready', 'large', [QUOTE]),
      lead('cold', 'large', [VISIT]),
      lead('student', 'none', [QUOTE, VISIT]),
    );
    expect(named('sales-urgent')).toEqual(['hot']);
    expect(named('sales')).toEqual(['ready']);
    expect(named('nurture')).toEqual(['cold', 'end']);
    expect(lists.leftOut).toMatchObject({ disqualified: 1 });
  });

  it('leaves out whom sales works or has closed, and puts what it gave back apart, until it is handed over anew', () => {
    const { named, lists } = listed(
      lead('worked', 'large', [QUOTE], [{ at: '2026-03-07T09:00', stage: 'sal' }]),
      lead('lost', 'large', [QUOTE], [{ at: '2026-03-07T09:00', stage: 'lost' }]),
      lead('back', 'large', [QUOTE], [{ at: '2026-03-07T09:00', stage: 'rejected' }]),
      lead(
        'again',
        'large',
        [QUOTE],
        [
          { at: '2026-03-07T09:00', stage: 'rejected' },
          { at: '2026-03-10T09:00', stage: 'mql' },
        ],
      ),
    );
    expect(named('recycle')).toEqual(['back']);
    expect(named('sales')).toEqual(['again']);
    expect(lists.leftOut).toEqual({ withSales: 1, closed: 1, customer: 0, disqualified: 0 });
  });

  it('is due when the working hours have passed since the level was reached, over a weekend', () => {
    const from = listed(lead('ready', 'large', [QUOTE]));
    const { reachedAtMs, dueAtMs } = placeOf(from, from.lead('ready'));
    expect(new Date(reachedAtMs ?? 0).toISOString()).toBe('2026-03-06T16:00:00.000Z');
    // Friday from 16 to 17 o'clock, then seven hours of Monday.
    expect(new Date(dueAtMs ?? 0).toISOString()).toBe('2026-03-09T16:00:00.000Z');
  });

  it('is ranked by score, and within a score by the newest activity', () => {
    const { named } = listed(
      lead('older', 'small', [['2026-03-08T10:00', 'quote'], VISIT]),
      lead('newer', 'small', [
        ['2026-03-08T10:00', 'quote'],
        ['2026-03-10T10:00', 'visit'],
      ]),
      lead('best', 'large', [['2026-03-08T10:00', 'quote']]),
    );
    expect(named('sales')).toEqual(['best', 'newer', 'older']);
  });

  it('tells why: the rules that give the most, with how often, and the channel of most activities', () => {
    const from = listed(lead('hot', 'large', [QUOTE, VISIT, VISIT]));
    const one = from.lead('hot');
    expect(
      largestReasons(ledgerOf(from.compiled, rules, one)).map(({ rule, points, awards }) => [rule, points, awards]),
    ).toEqual([
      ['Asked for a quote', 40, 1],
      ['Large', 20, 1],
      ['Visit', 20, 2],
    ]);
    expect(channelOf(from.history, from.compiled.facts.asOfMs)(one)).toBe('visit');
  });

  it('says how far the next level is and which act would do, limits included', () => {
    const from = listed(
      lead('near', 'large', [VISIT]),
      lead('far', 'small', [VISIT, VISIT, VISIT]),
      lead('quoted', 'small', [QUOTE]),
    );
    const next = nextLevels(from, rules, [from.lead('near'), from.lead('far')]);
    expect(next.get(from.lead('near'))).toEqual({
      id: 'mql',
      name: 'MQL',
      lacks: { total: 20, dimensions: [] },
      acts: [{ ruleId: 'quote', rule: 'Asked for a quote', points: 40, bringsThere: true }],
    });
    // A fourth visit gives nothing.
    expect(next.get(from.lead('far'))?.acts).toEqual([
      { ruleId: 'quote', rule: 'Asked for a quote', points: 40, bringsThere: true },
    ]);
  });
});

describe('what sales gave back on the day of the hand-over', () => {
  it.each([
    ['rejected', 'mql'],
    ['mql', 'rejected'],
  ] as const)('stays given back, in whichever order the file has %s and %s', (one, other) => {
    const at = '2026-03-07T00:00';
    const { named } = listed(
      lead(
        'back',
        'large',
        [QUOTE],
        [
          { at, stage: one },
          { at, stage: other },
        ],
      ),
    );
    expect(named('recycle')).toEqual(['back']);
  });
});

describe('a history without dates', () => {
  it('gives leads a list and no moment: nothing is due on the day that stands in for all', () => {
    const at = '2000-01-01T00:00';
    const history = historyOf({
      leads: [{ ...lead('ready', 'large', [[at, 'quote']]), created: at }],
    });
    const made = listCase(history, rules);
    expect(Array.from(made.lists.leads.sales)).toEqual([0]);
    expect(placeOf(made, 0)).toMatchObject({ isFaded: false, reachedAtMs: null, dueAtMs: null });
  });
});

describe('since the last list', () => {
  it('tells from which list a lead has moved that was on several: the one given out last', () => {
    const { lists, history } = listed(lead('cold', 'small', []));
    const given: readonly GivenList[] = [
      { list: 'sales-urgent', atMs: 7, leads: ['cold'] },
      { list: 'nurture', atMs: 9, leads: [] },
      { list: 'recycle', atMs: 2, leads: ['cold'] },
    ];
    const since = sinceLast('nurture', lists, given, history.leads.ids);
    expect(since?.changes.get(history.leads.ids.indexOf('cold'))).toEqual({ kind: 'moved', from: 'sales-urgent' });
  });

  it('leads are new, moved or gone, and the list that was never given out says nothing', () => {
    const { lists, history } = listed(
      lead('ready', 'large', [QUOTE]),
      lead('fresh', 'large', [QUOTE]),
      lead('cold', 'small', []),
    );
    const given: readonly GivenList[] = [
      { list: 'sales', atMs: 5, leads: ['cold', 'erased'] },
      { list: 'nurture', atMs: 4, leads: ['ready'] },
    ];
    const since = sinceLast('sales', lists, given, history.leads.ids);
    expect([...(since?.changes.values() ?? [])]).toEqual([{ kind: 'moved', from: 'nurture' }, { kind: 'new' }]);
    expect(since?.gone).toEqual([
      { lead: 'cold', to: 'nurture' },
      { lead: 'erased', to: null },
    ]);
    expect(sinceLast('recycle', lists, given, history.leads.ids)).toBeNull();
  });
});
