import { describe, expect, it } from 'vitest';
import type { DelimitedMapping } from '../../api/import.ts';
import {
  columnUse,
  mappingFaults,
  withKind,
  withRows,
  withUse,
} from '../../renderer/features/history/mapping/mapping-model.ts';
import { readMapping } from '../../renderer/features/history/mapping/read-mapping.ts';

const mapping: DelimitedMapping = {
  format: 'accord.mapping/1',
  rows: 'leads',
  lead: 'Id',
  created: 'Made',
  stages: [{ stage: 'sql', column: 'Converted', when: ['1'], at: 'Made' }],
  leaveOut: ['Notes'],
  missing: ['Select'],
};
const columns = ['Id', 'Made', 'Converted', 'Notes', 'Source'];

describe('the use of a column', () => {
  it('is read off the mapping; what is named nowhere is an attribute', () => {
    expect(columns.map((column) => columnUse(mapping, column))).toEqual([
      'lead',
      'created',
      'stage',
      'leaveOut',
      'attribute',
    ]);
  });

  it('that only one column can have passes from the one to the other', () => {
    const changed = withUse(mapping, 'Source', 'lead');
    expect([columnUse(changed, 'Source'), columnUse(changed, 'Id')]).toEqual(['lead', 'attribute']);
  });

  it('may be empty for a while, and that is told', () => {
    const changed = withUse(mapping, 'Id', 'leaveOut');
    expect(changed.lead).toBe('');
    expect(mappingFaults(changed, columns)).toEqual([{ kind: 'lead' }]);
  });

  it('as an ordinary column takes its stage away', () => {
    expect(withUse(mapping, 'Converted', 'attribute').stages).toEqual([]);
  });

  it('as the creation may date a stage besides', () => {
    const changed = withUse(mapping, 'Made', 'leaveOut');
    expect(changed.stages).toEqual([{ stage: 'sql', column: 'Converted', when: ['1'] }]);
    expect(withUse(mapping, 'Made', 'created').stages).toEqual(mapping.stages);
  });
});

describe('what a row is', () => {
  it('an activity needs a time and a type', () => {
    const changed = withRows({ ...mapping, created: '' }, 'activities');
    expect(mappingFaults(changed, columns)).toEqual([{ kind: 'at' }, { kind: 'type' }]);
    expect(mappingFaults({ ...changed, at: 'Made', type: { constant: 'call' } }, columns)).toEqual([]);
  });

  it('takes the date of the lead for the time of the activity, and back', () => {
    const activities = withRows(mapping, 'activities');
    expect([activities.at, 'created' in activities]).toEqual(['Made', false]);
    expect(withRows(activities, 'leads').created).toBe('Made');
  });

  it('a stage needs a stage', () => {
    expect(withRows({ ...mapping, stages: [] }, 'stages').stages).toEqual([{ stage: 'sql', at: 'Made' }]);
    expect(mappingFaults({ ...mapping, rows: 'stages', stages: [] }, columns)).toEqual([{ kind: 'stages' }]);
  });
});

describe('a kind', () => {
  it('overrules what was found, until it is taken back', () => {
    const changed = withKind(mapping, 'Source', 'number');
    expect(changed.kinds).toEqual({ Source: 'number' });
    expect(withKind(changed, 'Source', undefined)).not.toHaveProperty('kinds');
  });
});

describe('a mapping file', () => {
  it('comes back as it was kept', () => {
    const kept: DelimitedMapping = {
      ...mapping,
      kinds: { Source: 'text' },
      timeZone: 'Europe/Rome',
      referenceDate: '2024-01-01',
    };
    expect(readMapping(JSON.stringify(kept))).toEqual(kept);
  });

  it('that is none is refused', () => {
    expect(readMapping('{')).toBeNull();
    expect(readMapping('{"format":"accord.rule-set/1"}')).toBeNull();
    expect(readMapping('[]')).toBeNull();
  });

  it('of another file names the columns that this one lacks', () => {
    expect(mappingFaults(mapping, ['Id', 'Converted', 'Notes'])).toEqual([{ kind: 'unknown', column: 'Made' }]);
  });
});
