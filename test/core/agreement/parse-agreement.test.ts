import { describe, expect, it } from 'vitest';
import { parseAgreement } from '../../../core/agreement/parse-agreement.ts';
import { agreementJson, serialiseAgreement } from '../../../core/agreement/serialise-agreement.ts';
import { agreementFrom, fullAgreement } from './agreement-from.ts';

type Json = Record<string, unknown>;
const written = (agreement = fullAgreement()): Json => JSON.parse(serialiseAgreement(agreement)) as Json;

/** The full agreement with one value replaced: `set('sales.feedback.withinDays', 0)`. */
function set(path: string, value: unknown): Json {
  const document = written();
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Json>((at, key) => at[key] as Json, document);
  holder[last] = value;
  return document;
}

const faultsOf = (document: unknown): readonly string[] => {
  const parsed = parseAgreement(document);
  return parsed.ok ? [] : parsed.error.map(({ path }) => path);
};

describe('an agreement document', () => {
  it('is read back as it was written, with every promise and with none', () => {
    for (const agreement of [fullAgreement(), agreementFrom()])
      expect(parseAgreement(written(agreement))).toEqual({ ok: true, value: agreement });
  });

  it('is written with its keys in one order, however they were given', () => {
    const shuffled = (value: unknown): unknown =>
      typeof value !== 'object' || value === null || Array.isArray(value)
        ? value
        : Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, one]) => [key, key === 'ruleSet' ? one : shuffled(one)]),
          );
    const parsed = parseAgreement(shuffled(written()));
    expect(parsed.ok && serialiseAgreement(parsed.value)).toBe(serialiseAgreement(fullAgreement()));
  });

  it('as a JSON value is what its text says', () => {
    expect(agreementJson(fullAgreement())).toEqual(written());
  });

  it('of another format is refused for that alone', () => {
    expect(faultsOf({ ...set('level', 'nothing'), format: 'accord.agreement/2' })).toEqual(['format']);
  });

  it.each([
    ['an unknown level', 'level', 'sql', 'level'],
    ['a fault within the rule set', 'ruleSet.levels', [], 'ruleSet.levels'],
    ['a range the wrong way round', 'marketing.volume.least', 45, 'marketing.volume.least'],
    ['half a lead', 'marketing.volume.most', 44.5, 'marketing.volume.most'],
    ['more weeks than there are', 'marketing.volume.weeks', 5, 'marketing.volume.weeks'],
    ['more than a hundred per cent', 'marketing.conversion.leastPercent', 101, 'marketing.conversion.leastPercent'],
    ['no attributes', 'marketing.data.attributes', [], 'marketing.data.attributes'],
    [
      'a condition on activities',
      'marketing.never',
      [{ name: 'x', if: { property: 'url', op: 'exists' } }],
      'marketing.never[0].if.property',
    ],
    [
      'a promise at once',
      'sales.followUp',
      [{ level: 'mql', withinHours: 0, leastPercent: 9 }],
      'sales.followUp[0].withinHours',
    ],
    [
      'a promise of an unknown level',
      'sales.followUp',
      [{ level: 'x', withinHours: 1, leastPercent: 9 }],
      'sales.followUp[0].level',
    ],
    ['no days', 'sales.feedback.withinDays', 0, 'sales.feedback.withinDays'],
    ['a promise nobody knows', 'sales.gifts', {}, 'sales.gifts'],
    ['hours that are none', 'workingHours.week', { monday: ['9'] }, 'workingHours.week.monday[0]'],
    ['a date that is none', 'nextReview', '1 March', 'nextReview'],
    ['an end before the beginning', 'validTo', '2026-11-30', 'validTo'],
  ])('is refused with %s, and the path', (_, key, value, path) => {
    expect(faultsOf(set(key, value))).toEqual([path]);
  });

  it('is refused when two promises speak of one level', () => {
    const one = { level: 'mql', withinHours: 1, leastPercent: 9 };
    expect(faultsOf(set('sales.followUp', [one, { ...one, withinHours: 2 }]))).toEqual(['sales.followUp[1].level']);
  });

  it('tells all that is missing at once', () => {
    const missing = Object.keys(written()).filter((key) => key !== 'format' && key !== 'validTo');
    expect(faultsOf({ format: 'accord.agreement/1' }).toSorted()).toEqual(missing.toSorted());
    expect(faultsOf([])).toEqual(['']);
  });
});
