import { describe, expect, it } from 'vitest';
import type { DelimitedMapping, InspectedFile, InspectedTable } from '../../api/import.ts';
import { allFaults } from '../../renderer/features/history/file-faults.ts';
import {
  companionsOf,
  fileNames,
  flowFilesOf,
  requestOf,
  withMapping,
  withMoreFiles,
  withOtherBasis,
  withoutFile,
  withReading,
  withReadingUndone,
  withReread,
} from '../../renderer/features/history/flow-files.ts';

const mappingOf = (rows: DelimitedMapping['rows'], more: Partial<DelimitedMapping> = {}): DelimitedMapping => ({
  format: 'accord.mapping/1',
  rows,
  lead: 'Id',
  stages: [],
  leaveOut: [],
  missing: [],
  ...more,
});
const table = (file: string, proposed: DelimitedMapping, more: Partial<InspectedTable> = {}): InspectedTable => ({
  kind: 'table',
  file,
  sizeBytes: 10,
  encoding: 'utf-8',
  delimiter: ',',
  sheets: [],
  sheet: null,
  warnings: [],
  columns: ['Id', 'Email'].map((name, index) => ({
    index,
    name,
    kind: 'text',
    missing: 0,
    samples: [],
    missingTokens: [],
  })),
  preview: [],
  proposed,
  preset: null,
  earlier: null,
  ...more,
});
const leads = table('leads.csv', mappingOf('leads'));
const calls = table('calls.csv', mappingOf('activities', { at: 'Email', type: { constant: 'call' } }));
const refused: InspectedFile = { kind: 'refused', file: 'picture.png', detail: 'A picture.' };

describe('the files of an import', () => {
  it('are told apart where they are called the same, however they came', () => {
    const [first, second] = [table('a.csv', mappingOf('leads')), table('a.csv (2)', mappingOf('leads'))];
    const files = flowFilesOf(['1', '2'], [first, second]);
    expect(fileNames(files)).toEqual(['a.csv', 'a.csv (2)']);
    const more = withMoreFiles(withoutFile(files, '1'), flowFilesOf(['3'], [first]));
    expect(more.map(({ token }) => token)).toEqual(['2', '3']);
    expect(fileNames(more)).toEqual(['a.csv', 'a.csv (2)']);
  });

  it('keep a name that only looks like one of several', () => {
    expect(fileNames(flowFilesOf(['1'], [table('report (2)', mappingOf('leads'))]))).toEqual(['report (2)']);
  });

  it('ask to be read as stated and mapped', () => {
    const files = withReading(flowFilesOf(['1'], [leads]), '1', { encoding: 'windows-1250' });
    expect(files.map(requestOf)).toEqual([
      { file: '1', reading: { encoding: 'windows-1250' }, mapping: leads.proposed },
    ]);
  });
});

describe('files that are added', () => {
  const joined = { ...calls, proposed: { ...calls.proposed, lead: 'Email', leadBy: 'Email' } };

  it('change the proposal of a file that nobody has touched, since its rows may speak of their leads', () => {
    const present = flowFilesOf(['calls'], [calls]);
    expect(companionsOf(present)).toEqual(present);
    const files = withMoreFiles(present, flowFilesOf(['calls', 'leads'], [joined, leads]));
    expect(files.map(({ mapping }) => mapping?.leadBy)).toEqual(['Email', undefined]);
  });

  it('leave a mapping as it was made', () => {
    const own = mappingOf('activities', { at: 'Email', type: { constant: 'telephone' } });
    const present = withMapping(flowFilesOf(['calls'], [calls]), 'calls', own);
    expect(companionsOf(present)).toEqual([]);
    const files = withMoreFiles(present, flowFilesOf(['calls', 'leads'], [joined, leads]));
    expect(files[0]?.mapping).toEqual(own);
  });
});

describe('a file that was mapped before', () => {
  const earlier = { atMs: 5, mapping: mappingOf('leads', { leaveOut: ['Email'] }) };

  it('is mapped in that way, proposed anew and back, and what was changed on either is kept', () => {
    const before = flowFilesOf(['1'], [{ ...leads, earlier }]);
    expect(before[0]).toMatchObject({ basis: 'earlier', mapping: earlier.mapping });
    const anew = withOtherBasis(before, '1');
    expect(anew[0]).toMatchObject({ basis: 'proposed', mapping: leads.proposed });
    const changed = withMapping(anew, '1', mappingOf('leads', { missing: ['Select'] }));
    const back = withOtherBasis(changed, '1');
    expect(back[0]).toMatchObject({ basis: 'earlier', mapping: earlier.mapping });
    expect(withOtherBasis(back, '1')[0]?.mapping?.missing).toEqual(['Select']);
  });

  it('is the only one that can be', () => {
    const files = flowFilesOf(['1'], [leads]);
    expect(withOtherBasis(files, '1')).toEqual(files);
  });
});

describe('a file that is read in another way', () => {
  const own = mappingOf('leads', { leaveOut: ['Email'] });
  const files = withMapping(flowFilesOf(['1'], [leads]), '1', own);
  const reading = { delimiter: ';' };

  it('keeps a mapping that fits its columns, and is proposed anew otherwise', () => {
    const asked = withReading(files, '1', reading);
    expect(withReread(asked, '1', reading, leads)[0]).toMatchObject({ mapping: own, isReading: false });
    const other = table('leads.csv', mappingOf('leads', { lead: 'Id;Email' }), {
      columns: leads.columns.slice(0, 1).map((column) => ({ ...column, name: 'Id;Email' })),
    });
    expect(withReread(asked, '1', reading, other)[0]?.mapping).toEqual(other.proposed);
    expect(withReread(asked, '1', reading, refused)[0]?.mapping).toBeNull();
  });

  it('passes an answer over that is no longer wanted', () => {
    const asked = withReading(withReading(files, '1', reading), '1', {});
    expect(withReread(asked, '1', reading, refused)).toEqual(asked);
    expect(withReadingUndone(asked, '1', reading, {})).toEqual(asked);
  });

  it('is read as before where that was not possible', () => {
    expect(withReadingUndone(withReading(files, '1', reading), '1', reading, {})).toEqual(files);
  });
});

describe('what keeps an import back', () => {
  it('is said with the file', () => {
    const files = flowFilesOf(['1', '2', '3'], [leads, refused, table('calls.csv', mappingOf('activities'))]);
    expect(allFaults(files, [])).toEqual([
      { token: '2', file: 'picture.png', fault: { kind: 'refused' } },
      { token: '3', file: 'calls.csv', fault: { kind: 'at' } },
      { token: '3', file: 'calls.csv', fault: { kind: 'type' } },
    ]);
    expect(allFaults(withReading(files.slice(0, 1), '1', {}), [])).toEqual([
      { token: '1', file: 'leads.csv', fault: { kind: 'reading' } },
    ]);
  });

  it('is an attribute that no lead has, neither in the workshop nor in a file of leads', () => {
    const linked = flowFilesOf(['2'], [{ ...calls, proposed: { ...calls.proposed, leadBy: 'Email' } }]);
    expect(allFaults(linked, ['City']).map(({ fault }) => fault)).toEqual([{ kind: 'leadBy', column: 'Email' }]);
    expect(allFaults(linked, ['Email'])).toEqual([]);
    expect(allFaults([...linked, ...flowFilesOf(['1'], [leads])], [])).toEqual([]);
  });
});
