import { describe, expect, it } from 'vitest';
import { findingsOf, times } from './report-of.ts';

/** Twenty leads a month for a year, with the sources of the month. */
const year = (sourceOf: (month: number, index: number) => string) =>
  times(240, (index) => {
    const month = Math.floor(index / 20);
    return {
      created: new Date(Date.UTC(2025, month, 5)).toISOString(),
      cells: { source: sourceOf(month, index % 20) },
    };
  });

describe('changes of recording', () => {
  it('given a source that begins in June then it is told with what was to be expected before', () => {
    const [found] = findingsOf(
      'recordingChanges',
      year((month, index) => (month >= 5 && index < 10 ? 'fair' : 'web')),
    );
    expect(found?.changes).toEqual([
      { what: 'source', name: 'fair', change: 'starts', monthMs: Date.UTC(2025, 5), rows: 70, expected: 50 },
    ]);
    // Five months of twenty leads each.
    expect(found?.touched.leads).toBe(100);
  });

  it('given a source that ends in September then the first month without it is told', () => {
    const [found] = findingsOf(
      'recordingChanges',
      year((month, index) => (month < 8 && index < 10 ? 'fair' : 'web')),
    );
    expect(found?.changes).toEqual([
      { what: 'source', name: 'fair', change: 'stops', monthMs: Date.UTC(2025, 8), rows: 80, expected: 40 },
    ]);
    expect(found?.touched.leads).toBe(80);
  });

  it('given a rare source, or two silent months, then chance is enough', () => {
    expect(
      findingsOf(
        'recordingChanges',
        year((month, index) => (month === 6 && index === 0 ? 'fair' : 'web')),
      ),
    ).toEqual([]);
    expect(
      findingsOf(
        'recordingChanges',
        year((month, index) => (month >= 2 && index < 10 ? 'fair' : 'web')),
      ),
    ).toEqual([]);
  });

  it('given one stray lead years before then nothing has changed', () => {
    const stray = { created: '2015-01-01', cells: { source: 'letter' } };
    expect(findingsOf('recordingChanges', [stray, ...year((_, index) => (index < 10 ? 'fair' : 'web'))])).toEqual([]);
  });
});
