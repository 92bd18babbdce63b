import { describe, expect, it } from 'vitest';
import { leadsCsvRows } from '../../../core/measures/leads-csv.ts';
import { simulateResult } from '../../../core/measures/simulate-result.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import { historyOf, replayOf } from './replay-of.ts';

const ruleSet: RuleSet = {
  format: 'accord.rule-set/1',
  name: 'One level',
  description: '',
  total: {},
  dimensions: [{ id: 'fit', name: 'Profile' }],
  groups: [],
  ignore: [],
  rules: [],
  levels: [{ id: 'mql', name: 'MQL', total: 50, dimensions: {} }],
};
const replay = replayOf([
  { outcome: 'converted', reached: 1.5, peak: 50.1 + 0.2, sqlAt: 3 },
  { outcome: 'not converted' },
  { outcome: 'converted', reached: 2, peak: 70, outsideCohort: true },
  { outcome: 'customer' },
]);

describe('the rows of --leads', () => {
  it('given a replay then there is a row for each lead of the cohort, as RFC 4180 and ECMAScript write them', () => {
    const history = historyOf([1, 1, 1, 1], 'UTC', ['a,"b"', 'c d', 'out', 'customer']);
    expect([...leadsCsvRows(replay, history, ruleSet)]).toEqual([
      'lead,outcome,now,now:fit,mql:reachedAt,mql:peak\r\n',
      '"a,""b""",converted,50.300000000000004,50.300000000000004,1970-01-02T12:00:00.000Z,50.300000000000004\r\n',
      'c d,not converted,0,0,,\r\n',
      'customer,customer,0,0,,\r\n',
    ]);
  });
});

describe('the document of simulate', () => {
  it('given a replay then it counts the cohort, customers apart', () => {
    expect(simulateResult(replay, ruleSet, ['mind this'])).toMatchObject({
      format: 'accord.result/1',
      asOf: '1970-04-11T00:00:00.000Z',
      leads: 2,
      customers: 1,
      warnings: ['mind this'],
      levels: [{ id: 'mql', reached: 1, sqls: 1 }],
    });
  });
});
