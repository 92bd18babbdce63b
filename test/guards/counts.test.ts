import { describe, expect, it } from 'vitest';
import { countsOf } from '../../build/check/run-tests.ts';

const fileWith = (...statuses: readonly string[]) => ({
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status, index) => ({ status, fullName: `test ${index}` })),
});

describe('the closing line of npm test', () => {
  it('given passed tests, then it counts them', () => {
    expect(countsOf({ testResults: [fileWith('passed', 'passed')] }, true)).toEqual({ passed: 2, failed: 0 });
  });

  it.each(['skipped', 'pending', 'todo', 'disabled', 'failed'])(
    'given a test that is %s, then it counts as failed',
    (status) => {
      expect(countsOf({ testResults: [fileWith('passed', status)] }, true)).toEqual({ passed: 1, failed: 1 });
    },
  );

  it('given a file that breaks before its first test, then it counts as failed', () => {
    const broken = { ...fileWith(), status: 'failed' };
    expect(countsOf({ testResults: [fileWith('passed'), broken] }, false)).toEqual({ passed: 1, failed: 1 });
  });

  it('given no tests at all, then it counts as failed', () => {
    expect(countsOf({ testResults: [] }, true)).toEqual({ passed: 0, failed: 1 });
  });

  it('given an error outside any test, then it counts as failed', () => {
    expect(countsOf({ testResults: [fileWith('passed')] }, false)).toEqual({ passed: 1, failed: 1 });
  });
});
