/** The table of points and the readable page, of rule sets worked by hand and of random ones. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { ENGLISH_RULE_SET_WORDS, RULE_SET_PHRASES } from '../../../cli/words/rule-set-words.ts';
import { draftRuleSet } from '../../../core/demo/demo-rule-set.ts';
import { pointsTableCsv } from '../../../core/rule-set/points-table.ts';
import { readablePage } from '../../../core/rule-set/readable-page.ts';
import { PHRASE_IDS } from '../../../core/rule-set/words/phrase.ts';
import { countsSentence, fadesSentence, ruleSentence } from '../../../core/rule-set/words/rule-sentence.ts';
import { ENGLISH } from '../../../renderer/i18n/catalogue.ts';
import { randomRuleSet } from '../../support/random-rule-set.ts';
import { ruleSetFrom } from '../../support/rule-set-from.ts';

const words = ENGLISH_RULE_SET_WORDS;

const rowsOf = (csv: string): readonly (readonly string[])[] =>
  Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;

const oneRule = (rule: object) =>
  ruleSetFrom({ rules: [{ id: 'r', name: 'Rule', dimension: 'engagement', points: 5, ...rule }] });

describe('the words of a rule set on paper', () => {
  it('are those of the screen', () => {
    const onScreen = new Map<string, string>(Object.entries(ENGLISH));
    const expected = PHRASE_IDS.map((id) => [id, onScreen.get(id)?.replaceAll(/<\/?b>/gu, '')]);
    expect(Object.entries(RULE_SET_PHRASES)).toEqual(expected);
  });
});

describe('a rule in words', () => {
  it.each([
    [
      {
        kind: 'activity',
        on: { type: ['page_view', 'visit'], if: { property: 'url', op: 'contains', value: '/pricing' } },
        if: {
          any: [
            { attribute: 'country', op: 'missing' },
            { not: { attribute: 'country', op: 'is', value: ['DE', 'AT', 'CH'] } },
          ],
        },
        distinctBy: 'url',
        withinDays: 30,
        cooldownDays: 1,
        max: 3,
        decay: { kind: 'half-life', days: 30 },
      },
      'page_view or visit where url contains “/pricing”, if country is empty or not (country is “DE”, “AT” or “CH”)',
      'each, max 3×, once per url, within 30 d, 1 d apart',
      'halves 30 d',
    ],
    [{ kind: 'counter', attribute: 'visits', max: 10 }, 'for each of visits', 'by number, max 10 units', 'never'],
    [
      {
        kind: 'inactivity',
        afterDays: 30,
        max: 2,
        decay: { kind: 'steps', percent: 50, everyDays: 7, compound: true },
      },
      'nothing for 30 days',
      'up to 2× a silence',
      '−50\u202f% each 7 d of what is left',
    ],
    [
      {
        kind: 'attribute',
        if: {
          all: [
            { attribute: 'size', op: 'between', value: [1, 9.5] },
            {
              any: [
                { attribute: 'b2b', op: 'is', value: true },
                { attribute: 'age', op: 'lt', value: 30 },
              ],
            },
          ],
        },
      },
      'size is 1 to 9.5 and (b2b is yes or age is under 30)',
      'once',
      'never',
    ],
  ])('%#', (rule, sentence, counts, fades) => {
    const [parsed] = oneRule(rule).rules;
    if (parsed === undefined) throw new Error('the rule is valid');
    expect([ruleSentence(words, parsed), countsSentence(words, parsed), fadesSentence(words, parsed)]).toEqual([
      sentence,
      counts,
      fades,
    ]);
  });
});

describe('the table of points', () => {
  it('has a row a rule, and of bands a row a band', () => {
    const [heading, ...rows] = rowsOf(pointsTableCsv(draftRuleSet(), words));
    expect(heading?.slice(0, 7)).toEqual(['Dimension', 'Group', 'Id', 'Rule', 'Kind', 'When', 'Points']);
    expect(rows[0]).toEqual([
      'Profile',
      'Company',
      'size',
      '100–2,500 staff',
      'bands',
      'employees 100 to 2500',
      '15',
      'once',
      'never',
      'yes',
      'no',
    ]);
    expect(rows.length).toBe(draftRuleSet().rules.length);
  });

  it('keeps all points of any rule set', () => {
    fc.assert(
      fc.property(randomRuleSet(), (ruleSet) => {
        const rows = rowsOf(pointsTableCsv(ruleSet, words)).slice(1);
        const points = ruleSet.rules.flatMap((rule) =>
          rule.kind === 'bands' ? rule.bands.map((band) => [rule.id, band.points]) : [[rule.id, rule.points]],
        );
        expect(rows.map((row) => [row[2], Number(row[6])])).toEqual(points);
      }),
    );
  });

  it('lets no name be computed by a spreadsheet, and leaves numbers as they are', () => {
    const csv = pointsTableCsv(
      oneRule({ kind: 'counter', attribute: 'visits', name: '=HYPERLINK("x")', points: -5 }),
      words,
    );
    expect(rowsOf(csv)[1]?.slice(3, 7)).toEqual(['\'=HYPERLINK("x")', 'number', 'for each of visits', '-5']);
  });
});

describe('the readable page', () => {
  it('tells levels, limits, rules, what is ignored and what is cleared', () => {
    const page = readablePage(draftRuleSet(), words);
    for (const part of [
      '<h1>Joint draft</h1>',
      '<p>Total: 0 to 140 points</p>',
      '<tr><td>Hot</td><td class="number">80</td><td>Profile 10, Behaviour 15</td><td>sales-urgent</td><td>4 h</td></tr>',
      '<p>at most 60 points</p>',
      '<td>email_click</td><td class="number">2</td><td>each, max 4×, 1 d apart</td><td>halves 60 d</td>',
      '<li>email_click where agent contains “scanner”</li>',
      'At each recycled the points for activities and silence so far are cleared in: Behaviour.',
    ])
      expect(page).toContain(part);
  });

  it('tells every rule of any rule set, with no place for a word left empty', () => {
    fc.assert(
      fc.property(randomRuleSet(), (ruleSet) => {
        const page = readablePage(ruleSet, words).replace(/<style>.*<\/style>/su, '');
        expect(page).not.toMatch(/\{\w+\}|undefined|NaN/u);
        expect(page.match(/<tr/gu)?.length).toBeGreaterThanOrEqual(ruleSet.rules.length + ruleSet.levels.length + 1);
        for (const rule of ruleSet.rules) expect(page).toContain(`<td>${rule.name}`);
      }),
    );
  });

  it('shows what stands in a rule set as text', () => {
    const sign = '<img src=x onerror="a">&\'';
    const page = readablePage(
      ruleSetFrom({
        name: sign,
        description: sign,
        dimensions: [{ id: 'd', name: sign }],
        groups: [{ id: 'g', name: sign, dimension: 'd' }],
        ignore: [{ type: [sign] }],
        rules: [
          {
            id: 'r',
            name: sign,
            kind: 'attribute',
            dimension: 'd',
            group: 'g',
            points: 1,
            if: { attribute: sign, op: 'is', value: sign },
          },
        ],
        levels: [{ id: 'l', name: sign, total: 1, route: sign, dimensions: { d: 1 } }],
      }),
      words,
    );
    expect(page).not.toContain('<img');
    expect(page.split('&lt;img src=x onerror=&quot;a&quot;&gt;&amp;&#39;').length).toBe(13);
  });
});
