/** What the list of rules does beside showing them: search, comparison in words, drops. */
import { describe, expect, it } from 'vitest';
import { blankRuleSet } from '../../core/rule-set/blank-rule-set.ts';
import type { ActivityRule, Rule, RuleSet } from '../../core/rule-set/rule-set.ts';
import { dropped, edgeOf, keyOf, standingOf, thingOf } from '../../renderer/features/rules/arrange/things.ts';
import { differences, wordsOfRule } from '../../renderer/features/rules/compare/difference.ts';
import { matches } from '../../renderer/features/rules/search/matches.ts';
import { createMessages } from '../../renderer/i18n/messages.tsx';

const messages = createMessages('en-GB', 'UTC');
const common = { dimension: 'engagement', enabled: true, disqualifies: false } as const;
const pricing: ActivityRule = {
  ...common,
  id: 'pricing',
  name: 'Pricing page',
  kind: 'activity',
  group: 'web',
  points: 10,
  on: { type: ['page_view'], if: { property: 'url', op: 'contains', value: '/pricing' } },
  every: 1,
  decay: { kind: 'half-life', days: 30 },
};
const banded: Rule = {
  ...common,
  id: 'size',
  name: 'Size',
  kind: 'bands',
  dimension: 'fit',
  attribute: 'employees',
  bands: [
    { to: 50, points: 0 },
    { from: 50, to: 100, points: 5 },
    { from: 100, points: 10 },
  ],
};
const ruleSet: RuleSet = {
  ...blankRuleSet(),
  groups: [{ id: 'web', name: 'Website', dimension: 'engagement', combine: 'sum' }],
  rules: [banded, pricing, { ...pricing, id: 'docs', name: 'Docs' }],
};
const said = (before: Rule, now: Rule) =>
  differences(messages, { rule: before, ruleSet }, { rule: now, ruleSet }).map(
    ({ label, was, now: is }) => `${label}: ${was} → ${is}`,
  );

describe('the search', () => {
  it.each(['pricing', 'PAGE pric', 'page_view', '/pricing', 'contains', 'halves 30', 'activity'])(
    'finds by "%s"',
    (query) => {
      expect(matches(wordsOfRule(messages, pricing), query)).toBe(true);
    },
  );

  it('asks every word', () => {
    expect(matches(wordsOfRule(messages, pricing), 'pricing webinar')).toBe(false);
  });
});

describe('the difference in words', () => {
  it('tells each field, before and now', () => {
    expect(said(pricing, { ...pricing, points: 15, decay: { kind: 'half-life', days: 60 } })).toEqual([
      'Points: 10 → 15',
      'Fades: halves 30 d → halves 60 d',
    ]);
  });

  it('tells another place, condition, count and switch', () => {
    const { group: _group, ...loose } = pricing;
    expect(
      said(pricing, {
        ...loose,
        dimension: 'fit',
        max: 3,
        enabled: false,
        if: { attribute: 'country', op: 'is', value: 'DE' },
      }),
    ).toEqual([
      'Group: Behaviour, Website → Profile',
      'When: page_view where url contains /pricing → page_view where url contains /pricing, if country is DE',
      'Counts: each time → each, max 3×',
      'Counts: yes → no',
    ]);
  });

  it('tells the points of a band in the middle', () => {
    const middle = banded.bands.map((band) => (band.points === 5 ? { ...band, points: 6 } : band));
    expect(said(banded, { ...banded, bands: middle })).toEqual([
      'Points: under 50: 0, 50 to 100: 5, from 100: 10 → under 50: 0, 50 to 100: 6, from 100: 10',
    ]);
  });

  it('tells whether steps take of what is left', () => {
    const steps = { kind: 'steps', percent: 25, everyDays: 30, compound: false } as const;
    expect(said({ ...pricing, decay: steps }, { ...pricing, decay: { ...steps, compound: true } })).toEqual([
      'Fades: −25\u202f% each 30 d → −25\u202f% each 30 d of what is left',
    ]);
  });

  it('says so when only the writing differs', () => {
    const test = { property: 'seconds', op: 'is' } as const;
    const [line] = said(
      { ...pricing, on: { if: { ...test, value: 5 } } },
      { ...pricing, on: { if: { ...test, value: '5' } } },
    );
    expect(line).toMatch(/Written in another way/u);
  });
});

describe('a drop', () => {
  const order = (edited: RuleSet) => edited.rules.map((rule) => `${rule.id} in ${rule.group ?? rule.dimension}`);

  it('reads its things back from their keys', () => {
    expect(thingOf(keyOf({ kind: 'rule', id: 'group:x' }))).toEqual({ kind: 'rule', id: 'group:x' });
    expect(thingOf('other')).toBeNull();
  });

  it('on a rule puts it before or behind that one', () => {
    const docs = { kind: 'rule', id: 'docs' } as const;
    const over = { kind: 'rule', id: 'pricing' } as const;
    expect(edgeOf(docs, over, false)).toBe('before');
    expect(order(dropped(ruleSet, docs, over, 'before'))).toEqual(['size in fit', 'docs in web', 'pricing in web']);
    expect(dropped(ruleSet, docs, over, 'after')).toBe(ruleSet);
  });

  it('on a heading puts it first there', () => {
    const size = { kind: 'rule', id: 'size' } as const;
    const web = { kind: 'group', id: 'web' } as const;
    expect(edgeOf(size, web, true)).toBe('into');
    expect(order(dropped(ruleSet, size, web, 'into'))).toEqual(['size in web', 'pricing in web', 'docs in web']);
    const placed = dropped(ruleSet, size, { kind: 'dimension', id: 'engagement' }, 'into');
    expect(standingOf(placed, size)).toEqual({ place: { dimension: 'engagement' }, position: 1, count: 1 });
  });

  it('of a group on a dimension takes its rules along; a dimension goes nowhere but past another', () => {
    const web = { kind: 'group', id: 'web' } as const;
    expect(dropped(ruleSet, web, { kind: 'dimension', id: 'fit' }, 'into').rules.map((rule) => rule.dimension)).toEqual(
      ['fit', 'fit', 'fit'],
    );
    const fit = { kind: 'dimension', id: 'fit' } as const;
    expect(dropped(ruleSet, fit, web, 'into')).toBe(ruleSet);
    expect(dropped(ruleSet, fit, { kind: 'dimension', id: 'engagement' }, 'after').dimensions[1]?.id).toBe('fit');
  });
});
