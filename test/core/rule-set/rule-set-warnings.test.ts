import { describe, expect, it } from 'vitest';
import { createHistoryBuilder } from '../../../core/history/build-history.ts';
import { parseRuleSet } from '../../../core/rule-set/parse-rule-set.ts';
import { historyNames, ruleSetWarnings } from '../../../core/rule-set/rule-set-warnings.ts';

function warningsOf(changes: object, keptOut: readonly string[] = []): readonly string[] {
  const builder = createHistoryBuilder({
    timeZone: 'UTC',
    referenceDateMs: 0,
    attributeNames: ['job'],
    propertyNames: ['url'],
  });
  builder.addLead('a', '', ['owner']);
  builder.addActivity('a', '2025-01-01', 'Page View', ['/x']);
  const parsed = parseRuleSet({
    format: 'accord.rule-set/1',
    name: 'T',
    dimensions: [{ id: 'fit', name: 'F' }],
    rules: [],
    levels: [{ id: 'm', name: 'M', total: 1 }],
    ...changes,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return ruleSetWarnings(parsed.value, historyNames(builder.finish()), keptOut);
}
const attribute = (name: string) => ({
  id: 'r',
  name: 'R',
  kind: 'attribute',
  dimension: 'fit',
  points: 1,
  if: { not: { all: [{ attribute: name, op: 'exists' }] } },
});
const activity = (on: object) => ({ id: 'r', name: 'R', kind: 'activity', dimension: 'fit', points: 1, on });

describe('warnings of a rule set on a history', () => {
  it('are none where everything is there', () => {
    const rules = [
      attribute('created'),
      { ...attribute('job'), id: 's' },
      { ...activity({ type: 'page view', if: { property: 'type', op: 'exists' } }), id: 't', distinctBy: 'url' },
    ];
    expect(warningsOf({ rules, recycle: { on: ['lost'], clear: ['fit'] } })).toEqual([]);
  });
  it('name an attribute that the leads lack, with its place', () => {
    expect(warningsOf({ rules: [attribute('age')] })).toEqual([
      expect.stringMatching(/^rules\[0\]\.if\.not\.all\[0\]\.attribute: .*"age"/),
    ]);
  });
  it('name a property that the activities lack', () => {
    expect(warningsOf({ ignore: [{ if: { property: 'agent', op: 'exists' } }] })).toEqual([
      expect.stringMatching(/^ignore\[0\]\.if\.property: .*"agent"/),
    ]);
  });
  it('name a type that no activity has', () => {
    expect(warningsOf({ rules: [activity({ type: ['page view', 'fax'] })] })).toEqual([
      expect.stringMatching(/^rules\[0\]\.on\.type\[1\]: .*"fax"/),
    ]);
  });
  it('name a rule that reads what is kept out of rules, with the first place that does', () => {
    const twice = {
      any: [
        { attribute: 'job', op: 'exists' },
        { attribute: 'job', op: 'is', value: 'owner' },
      ],
    };
    const rules = [
      { ...attribute('created'), name: 'Fresh' },
      { ...activity({ type: 'page view' }), id: 's', name: 'Visits of owners', if: twice },
    ];
    expect(warningsOf({ rules }, ['job', 'phone'])).toEqual([
      expect.stringMatching(
        /^rules\[1\]\.if\.any\[0\]\.attribute: the rule "Visits of owners" reads the attribute "job"/,
      ),
    ]);
  });
  it('are none of a rule that is switched off, though it would read what is kept out', () => {
    expect(warningsOf({ rules: [{ ...attribute('job'), enabled: false }] }, ['job'])).toEqual([]);
  });
  it('name a cleared dimension that holds nothing to clear', () => {
    expect(warningsOf({ rules: [attribute('job')], recycle: { on: ['lost'], clear: ['fit'] } })).toEqual([
      expect.stringMatching(/^recycle\.clear\[0\]: /),
    ]);
  });
});
