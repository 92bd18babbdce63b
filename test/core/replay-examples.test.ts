import { describe, expect, it } from 'vitest';
import { replayReference } from '../../core/reference/replay-reference.ts';
import { compileReplay } from '../../core/replay/compile.ts';
import { replay } from '../../core/replay/replay.ts';
import { DEFAULT_OPTIONS } from '../../core/replay/replay-result.ts';
import type { RuleSet } from '../../core/rule-set/rule-set.ts';
import { type HistoryRows, historyOf } from '../support/history-of.ts';
import type { RuleDraft } from '../support/random-rule.ts';

/** Cases in which the two engines once differed, with what REPLAY.md says to them. */
const EXAMPLES: readonly {
  readonly name: string;
  readonly rows: HistoryRows;
  readonly rule: RuleDraft;
  readonly now: readonly number[];
}[] = [
  {
    name: 'a lead without created has its default as the attribute created',
    rows: {
      leads: [
        { created: '', activities: [{ at: '2025-02-01', type: 'call' }] },
        { created: '2025-03-01', activities: [{ at: '2025-02-01', type: 'call' }] },
      ],
    },
    rule: { kind: 'attribute', points: 5, if: { attribute: 'created', op: 'before', value: '2025-03-01' } },
    now: [5, 0],
  },
  {
    name: 'texts in a property that the import was told to be a number stay different values of distinctBy',
    rows: {
      propertyKinds: { agent: 'number' },
      leads: [
        {
          created: '2025-01-01',
          activities: [
            { at: '2025-01-01', type: 'call', cells: { agent: 'Firefox' } },
            { at: '2025-01-01', type: 'call', cells: { agent: 'mail scanner' } },
            { at: '2025-01-01', type: 'call', cells: { agent: 'FIREFOX' } },
          ],
        },
      ],
    },
    rule: { kind: 'activity', points: 5, on: {}, every: 1, distinctBy: 'agent', decay: { kind: 'none' } },
    now: [10],
  },
  {
    name: 'a text in an attribute that the import was told to be a number is read as that text',
    rows: {
      attributeKinds: { note: 'number' },
      leads: [
        { created: '2025-01-01', cells: { note: 'No answer' } },
        { created: '2025-01-01', cells: { note: '7' } },
      ],
    },
    rule: { kind: 'attribute', points: 5, if: { attribute: 'note', op: 'contains', value: 'answer' } },
    now: [5, 0],
  },
  {
    name: 'a number in an attribute that the import was told to be a date still counts as a number',
    rows: { attributeKinds: { note: 'date' }, leads: [{ created: '2025-01-01', cells: { note: '50' } }] },
    rule: { kind: 'attribute', points: 5, if: { attribute: 'note', op: 'gt', value: 7 } },
    now: [5],
  },
];

describe.each(EXAMPLES)('$name', ({ rows, rule, now }) => {
  const history = historyOf(rows);
  const ruleSet = ruleSetOf(rule);

  it('in the reference engine', () => {
    expect([...replayReference(history, ruleSet, DEFAULT_OPTIONS).now]).toEqual(now);
  });

  it('in the columnar engine', () => {
    expect([...replay(compileReplay(history, ruleSet, DEFAULT_OPTIONS), ruleSet).now]).toEqual(now);
  });
});

function ruleSetOf(rule: RuleDraft): RuleSet {
  return {
    format: 'accord.rule-set/1',
    name: 'Example',
    description: '',
    total: {},
    dimensions: [{ id: 'fit', name: 'Profile' }],
    groups: [],
    ignore: [],
    rules: [{ ...rule, id: 'rule', name: 'Rule', dimension: 'fit', enabled: true, disqualifies: false }],
    levels: [{ id: 'mql', name: 'MQL', total: 5, dimensions: {} }],
  };
}
