import { describe, expect, it } from 'vitest';
import { qualityReport } from '../../../core/quality/quality-report.ts';
import { historyOf } from '../../support/history-of.ts';
import { decided, findingsOf, LATE_LEAD, times } from './report-of.ts';

describe('a clean history', () => {
  it('given every outcome, no gaps and nothing odd then nothing is found', () => {
    const findings = qualityReport(
      historyOf({
        leads: times(40, (index) => ({
          ...decided(index % 2 === 0),
          cells: { email: `p${index}@firma${index}.com`, company: `Firma ${index}`, size: String(index % 7) },
          activities: [{ at: index === 0 ? '2025-12-01' : '2025-01-10', type: 'visit' }],
        })),
      }),
    ).findings;
    expect(findings).toEqual([]);
  });

  it('given no leads then nothing is found', () => {
    expect(qualityReport(historyOf({ leads: [] }))).toEqual({ leads: 0, known: 0, converted: 0, findings: [] });
  });
});

describe('missing values', () => {
  it('given attributes with and without gaps then each with gaps is counted, most first', () => {
    const [found] = findingsOf('missingValues', [
      ...times(30, (index) => ({
        ...decided(index < 10),
        cells: { full: 'x', half: index < 15 ? '' : 'y', one: index === 3 ? '' : 'z' },
      })),
    ]);
    expect(found?.columns).toEqual([
      { attribute: 'half', missing: 15, knownMissing: 0, convertedMissing: 0 },
      { attribute: 'one', missing: 1, knownMissing: 0, convertedMissing: 0 },
    ]);
    expect(found?.touched.leads).toBe(15);
  });

  it('given leads with a known outcome then it says how those without a value converted', () => {
    const leads = times(80, (index) => ({ ...decided(index < 40), cells: { role: index < 40 ? '' : 'buyer' } }));
    const [found] = findingsOf('missingValues', [...leads, { ...LATE_LEAD, cells: { role: 'buyer' } }]);
    expect(found?.columns).toEqual([{ attribute: 'role', missing: 40, knownMissing: 40, convertedMissing: 40 }]);
    // Half of the known leads, whose conversion differs by all of it.
    expect(found?.weight).toBe(0.5);
  });

  it('given only a few gaps then the leads that have them are touched all the same', () => {
    const [found] = findingsOf(
      'missingValues',
      times(50, (index) => ({ cells: { city: index === 0 ? '' : 'Rome' } })),
    );
    expect(found?.touched.leads).toBe(1);
  });

  it('given no gaps then there is no finding', () => {
    expect(findingsOf('missingValues', [{ cells: { city: 'Rome' } }])).toEqual([]);
  });
});

describe('constant columns', () => {
  it('given one value for all then it is named; a gap or a second value ends it', () => {
    const [found] = findingsOf(
      'constantColumns',
      times(4, (index) => ({ cells: { same: 'No', gap: index === 0 ? '' : 'No', two: index === 0 ? 'Yes' : 'No' } })),
    );
    expect(found?.columns).toEqual([{ attribute: 'same', value: 'No' }]);
  });

  it('given a single lead then nothing is constant', () => {
    expect(findingsOf('constantColumns', [{ cells: { same: 'No' } }])).toEqual([]);
  });
});

describe('texts that may mean not answered', () => {
  it('given "Select" in two attributes then one finding counts both, whatever its case', () => {
    const [found, ...others] = findingsOf('notAnswered', [
      { cells: { city: 'Select', quality: 'select' } },
      { cells: { city: 'Select', quality: 'good' } },
      { cells: { city: 'Rome', quality: 'selected' } },
    ]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      text: 'Select',
      cells: 3,
      columns: [
        { attribute: 'city', leads: 2 },
        { attribute: 'quality', leads: 1 },
      ],
      touched: { leads: 2 },
    });
  });

  it('given answers only then there is none', () => {
    expect(findingsOf('notAnswered', [{ cells: { city: 'Unknown Pleasures GmbH', rank: '0' } }])).toEqual([]);
  });
});
