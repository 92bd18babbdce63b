import { describe, expect, it } from 'vitest';
import type { DelimitedMapping, FileReading, InspectedTable } from '../../api/import.ts';
import {
  isHashable,
  isHashed,
  withHash,
  withoutContraryHash,
} from '../../renderer/features/history/mapping/hash-model.ts';
import { separatorsOffered } from '../../renderer/features/history/mapping/lead-model.ts';
import { mappingFaults, withRows, withUse } from '../../renderer/features/history/mapping/mapping-model.ts';
import { readMapping } from '../../renderer/features/history/mapping/read-mapping.ts';
import { encodingLabel, OTHER_ENCODINGS, USUAL_ENCODINGS } from '../../renderer/features/history/reading/encodings.ts';
import { withHeader, withStated } from '../../renderer/features/history/reading/reading-model.ts';
import { ENCODINGS } from '../../services/table/encoding-names.ts';

const leads: DelimitedMapping = {
  format: 'accord.mapping/1',
  rows: 'leads',
  lead: 'Id',
  created: 'Made',
  stages: [],
  leaveOut: ['Notes'],
  missing: [],
};
const deals: DelimitedMapping = {
  ...leads,
  rows: 'stages',
  lead: 'Contacts',
  leadBy: 'Email',
  stages: [{ stage: 'won', at: 'Won' }],
  leaveOut: [],
};

describe('a hashed column', () => {
  it('is the id, an attribute or a property; times have to be read', () => {
    expect(['Id', 'Made', 'Email', 'Notes', ''].map((column) => isHashable(leads, column))).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
  });

  it('is chosen and taken back', () => {
    const hashed = withHash(withHash(leads, 'Id', true), 'Email', true);
    expect([hashed.hash, isHashed(hashed, 'Email')]).toEqual([['Id', 'Email'], true]);
    expect(withHash(withHash(hashed, 'Id', false), 'Email', false)).toEqual(leads);
  });

  it('is hashed no more once it has to be read, or is not kept', () => {
    const hashed = withHash(withHash(leads, 'Email', true), 'City', true);
    expect(withoutContraryHash(withUse(hashed, 'Email', 'leaveOut')).hash).toEqual(['City']);
    expect(withoutContraryHash(withRows(hashed, 'stages')).hash).toBeUndefined();
  });

  it('has to be in the file', () => {
    const faults = mappingFaults({ ...withHash(leads, 'Phone', true), email: 'Mail' }, ['Id', 'Made', 'Notes']);
    expect(faults).toEqual([
      { kind: 'unknown', column: 'Phone' },
      { kind: 'unknown', column: 'Mail' },
    ]);
  });
});

describe('the leads that a row names', () => {
  const source = (cells: readonly string[]): Pick<InspectedTable, 'columns' | 'preview'> => ({
    columns: [{ index: 0, name: 'Contacts', kind: 'text', missing: 0, samples: cells, missingTokens: [] }],
    preview: cells.map((cell) => [cell]),
  });

  it('may be several where cells show what stands between them', () => {
    expect(separatorsOffered(deals, source(['a@x.org', 'b@x.org;c@x.org']))).toEqual([';']);
    expect(separatorsOffered(deals, source(['a@x.org']))).toEqual([]);
    expect(separatorsOffered({ ...deals, leadSeparator: ' / ' }, source(['a']))).toEqual([' / ']);
  });

  it('are named in the same way when the rows become activities, and not when they become leads', () => {
    expect(withRows(deals, 'activities').leadBy).toBe('Email');
    expect(withRows(deals, 'leads')).not.toHaveProperty('leadBy');
  });
});

describe('a mapping file of linked rows', () => {
  it.each<[string, DelimitedMapping]>([
    ['deals', { ...deals, leadSeparator: ';', hash: ['Contacts'] }],
    ['leads', { ...leads, email: 'Email', hash: ['Id', 'Email'] }],
  ])('of %s comes back as it was kept', (_, kept) => {
    expect(readMapping(JSON.stringify(kept))).toEqual(kept);
  });
});

describe('how a file is written', () => {
  it('can be stated in every encoding that the app reads, the usual ones first', () => {
    expect([...USUAL_ENCODINGS, ...OTHER_ENCODINGS].toSorted()).toEqual(ENCODINGS.toSorted());
    expect(USUAL_ENCODINGS[0]).toBe('utf-8');
  });

  it('is named as people write it', () => {
    expect(['utf-8', 'utf-16le', 'iso-8859-2', 'windows-1250', 'koi8-r'].map(encodingLabel)).toEqual([
      'UTF-8',
      'UTF-16 LE',
      'ISO-8859-2',
      'windows-1250',
      'KOI8-R',
    ]);
  });

  it('is stated, and left to be found out again', () => {
    const reading: FileReading = withHeader(withStated({}, 'delimiter', ';'), 'none');
    expect(reading).toEqual({ delimiter: ';', header: 'none' });
    expect(withHeader(withStated(reading, 'delimiter', ''), 'first')).toEqual({});
  });
});
