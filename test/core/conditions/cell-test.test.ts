import { describe, expect, it } from 'vitest';
import { cellTest } from '../../../core/conditions/cell-test.ts';
import type { ColumnKind } from '../../../core/history/history.ts';
import type { Operator, Scalar } from '../../../core/rule-set/rule-set.ts';

const holds = (cell: string | null, kind: ColumnKind, op: Operator, value?: Scalar | readonly Scalar[]): boolean =>
  cellTest(op, value, kind, 'UTC')(cell);

describe('a test on a cell', () => {
  it.each<[string | null, ColumnKind, Operator, Scalar | readonly Scalar[] | undefined, boolean]>([
    ['12', 'number', 'is', '12', true],
    ['12.0', 'number', 'is', 12, true],
    ['12.0', 'text', 'is', '12', false],
    ['yes', 'yes/no', 'is', true, true],
    ['TRUE', 'yes/no', 'is', 'yes', true],
    ['2025-01-01', 'date', 'is', '2025-01-01T00:00Z', true],
    ['Google', 'text', 'is', ['bing', 'google'], true],
    [null, 'text', 'is', 'x', false],
    [null, 'text', 'isNot', 'x', true],
    [null, 'text', 'notContains', 'x', true],
    ['Director', 'text', 'contains', 'CTO', true],
    ['Director', 'text', 'hasWord', 'CTO', false],
    ['Co-Owner', 'text', 'hasWord', 'co owner', true],
    ['1.50', 'number', 'endsWith', '.5', true],
    ['7', 'text', 'gte', 7, true],
    ['seven', 'text', 'lt', 100, false],
    ['5', 'number', 'between', [5, 10], true],
    ['10', 'number', 'between', [5, 10], true],
    ['2025-01-01', 'text', 'before', '2025-01-02', true],
    ['2025-01-02', 'date', 'onOrAfter', '2025-01-02', true],
    ['x', 'text', 'exists', undefined, true],
    [null, 'text', 'missing', undefined, true],
  ])('%j (%s) %s %j is %s', (cell, kind, op, value, expected) => {
    expect(holds(cell, kind, op, value)).toBe(expected);
  });
});
