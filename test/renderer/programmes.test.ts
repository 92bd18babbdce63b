/** A ready-made programme on screen: what may be changed before it is taken, and what is said of the rest. */
import { describe, expect, it } from 'vitest';
import { parseRuleSet } from '../../core/rule-set/parse-rule-set.ts';
import type { ActivityRule, Rule } from '../../core/rule-set/rule-set.ts';
import { TEMPLATES } from '../../core/templates/all-templates.ts';
import type { Columns, CountedValue } from '../../core/templates/columns.ts';
import { mapTemplate, templateRuleSet, type UnmappedSlot } from '../../core/templates/map-template.ts';
import { TWO_DIMENSIONS } from '../../core/templates/programmes/two-dimensions.ts';
import { wordIdsOf } from '../../core/templates/template-words.ts';
import {
  canonicalProgramme,
  NO_CHANGES,
  programmeOf,
  proposedValues,
  takenRuleSet,
  toggled,
  withValues,
} from '../../renderer/features/rules/templates/programme-model.ts';
import {
  levelWords,
  templateWords,
  unreachableWords,
  whyUnmapped,
} from '../../renderer/features/rules/templates/programme-words.ts';
import { createMessages } from '../../renderer/i18n/messages.tsx';

const messages = createMessages('en-GB', 'UTC');
const words = templateWords(messages);
const COUNTRIES: readonly CountedValue[] = [
  { value: 'Italy', rows: 60 },
  { value: 'Austria', rows: 30 },
  { value: 'France', rows: 10 },
];
/** Leads of three countries with a job title that decides nothing, pages looked at, and nothing else. */
const columns: Columns = {
  attributes: [
    { name: 'Country', kind: 'text' },
    { name: 'Job Title', kind: 'text' },
    { name: 'Industry', kind: 'date' },
  ],
  properties: [],
  types: [
    { value: 'Page visit', rows: 90 },
    { value: 'page_view', rows: 10 },
  ],
  values: (table, column) => {
    if (table !== 'leads') return [];
    return column === 'Country' ? COUNTRIES : [{ value: 'Welder', rows: 100 }];
  },
};
const programme = programmeOf('two-dimensions', mapTemplate(TWO_DIMENSIONS, columns, words));
const ruleOf = (id: string, rules: readonly Rule[] = programme.ruleSet.rules): Rule => {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
};
const offeredTo = (id: string): readonly CountedValue[] =>
  programme.mapped.find(({ rule }) => rule === id)?.offered ?? [];

describe('the words of the programmes', () => {
  it('are all in the catalogue', () => {
    expect(TEMPLATES.flatMap(wordIdsOf).filter((id) => words[id] === undefined)).toEqual([]);
  });
});

describe('the values that a programme proposes', () => {
  it('are those of the rule where there is something to choose', () => {
    expect(proposedValues(ruleOf('our-location'), offeredTo('our-location'))).toEqual(['Italy']);
    expect(proposedValues(ruleOf('page-visits'), offeredTo('page-visits'))).toEqual(['Page visit', 'page_view']);
  });

  it('are none where a rule asks for words within values, or where there is one value only', () => {
    const decides: Rule = {
      ...ruleOf('our-location'),
      kind: 'attribute',
      points: 5,
      if: { attribute: 'Job Title', op: 'hasWord', value: 'owner' },
    };
    expect(proposedValues(decides, COUNTRIES)).toBeNull();
    expect(proposedValues(ruleOf('our-location'), COUNTRIES.slice(0, 1))).toBeNull();
  });

  it('keep the order in which they are offered', () => {
    expect(toggled(['Austria'], 'Italy', COUNTRIES)).toEqual(['Italy', 'Austria']);
    expect(toggled(['Italy', 'Austria'], 'Italy', COUNTRIES)).toEqual(['Austria']);
  });

  it('are asked for by the rule that is taken, and none of them switches it off', () => {
    const location = ruleOf('our-location');
    expect(withValues(location, ['Austria', 'France'])).toMatchObject({
      if: { attribute: 'Country', op: 'is', value: ['Austria', 'France'] },
    });
    expect(withValues(location, ['France'])).toMatchObject({ if: { value: 'France' } });
    expect(withValues(location, [])).toEqual({ ...location, enabled: false });
    const visits = withValues(ruleOf('page-visits'), ['page_view']) as ActivityRule;
    expect(visits.on).toEqual({ type: ['page_view'] });
    const channel: ActivityRule = { ...visits, on: { if: { property: 'channel', op: 'is', value: 'web' } } };
    expect(withValues(channel, ['mail'])).toMatchObject({
      on: { if: { property: 'channel', op: 'is', value: 'mail' } },
    });
  });
});

describe('the rule set that is put on the table', () => {
  it('is the programme as it was mapped, and valid', () => {
    expect(takenRuleSet(programme, NO_CHANGES)).toEqual(programme.ruleSet);
    expect(parseRuleSet(programme.ruleSet)).toEqual({ ok: true, value: programme.ruleSet });
  });

  it('has the rules without a column too when they are wanted, switched off and valid', () => {
    const taken = takenRuleSet(programme, { valuesByRule: new Map(), withUnmapped: true });
    expect(taken.rules).toHaveLength(TWO_DIMENSIONS.rules.length);
    expect(taken.rules.filter(({ enabled }) => !enabled).map(({ id }) => id)).toEqual(
      programme.unmapped.map(({ rule }) => rule.id),
    );
    expect(parseRuleSet(taken).ok).toBe(true);
  });

  it('is complete and valid without a history', () => {
    for (const template of TEMPLATES) {
      const taken = takenRuleSet(canonicalProgramme(template.id, templateRuleSet(template, words)), NO_CHANGES);
      expect(taken.rules).toHaveLength(template.rules.length);
      expect(parseRuleSet(taken).ok).toBe(true);
    }
  });
});

describe('what a history does not carry', () => {
  const why = (id: string): string => {
    const found = programme.unmapped.find(({ rule }) => rule.id === id);
    return found === undefined ? 'mapped' : whyUnmapped(messages, found);
  };

  it('is said with its reason', () => {
    expect(why('employees')).toBe('No column of this history tells the number of employees.');
    expect(why('decides')).toBe('“Job Title” should tell the job function, and none of its cells does.');
    expect(why('our-industry')).toBe('“Industry” should tell the industry, and holds dates.');
    expect(why('webinar')).toBe('No kind of activity in this history means “webinar”.');
    expect(why('our-location')).toBe('mapped');
  });

  it('is said for every slot that a programme may ask for', () => {
    const empty: Columns = { attributes: [], properties: [], types: [], values: () => [] };
    const reasons = TEMPLATES.flatMap((template) => mapTemplate(template, empty, words).unmapped).map(
      (unmapped: UnmappedSlot) => whyUnmapped(messages, unmapped),
    );
    expect(reasons).toHaveLength(TEMPLATES.reduce((sum, { rules }) => sum + rules.length, 0));
    expect(
      reasons.filter((reason) => !/^(No (column|kind of activity)|This history has no activities) /u.test(reason)),
    ).toEqual([]);
  });
});

describe('levels in words', () => {
  it('say what they ask for, and what keeps them out of reach', () => {
    const { ruleSet } = programme;
    expect(ruleSet.levels.map((level) => levelWords(messages, ruleSet, level))).toEqual([
      'from 30 points',
      'from 50 points, at least 10 in Demographic, at least 20 in Behavioural',
      'from 80 points, at least 20 in Demographic, at least 40 in Behavioural',
    ]);
    expect(unreachableWords(messages, ruleSet, { level: 'hot', dimension: null, asked: 80, most: 20 })).toBe(
      'Hot asks for 80 points, and these rules give 20 at most.',
    );
    expect(unreachableWords(messages, ruleSet, { level: 'hot', dimension: 'behavioural', asked: 40, most: 10 })).toBe(
      'Hot asks for 40 points in Behavioural, and its rules give 10 at most.',
    );
  });
});
