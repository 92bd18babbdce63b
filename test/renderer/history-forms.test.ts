import { describe, expect, it } from 'vitest';
import type { DelimitedMapping, SourceColumn } from '../../api/import.ts';
import {
  cellsOf,
  formChoice,
  formFaults,
  formsOffered,
  readAs,
  withForm,
  withoutContraryForms,
} from '../../renderer/features/history/mapping/form-model.ts';
import { withKind, withUse } from '../../renderer/features/history/mapping/mapping-model.ts';
import { readMapping } from '../../renderer/features/history/mapping/read-mapping.ts';

const mapping: DelimitedMapping = {
  format: 'accord.mapping/1',
  rows: 'leads',
  lead: 'Id',
  created: 'Made',
  stages: [{ stage: 'won', at: 'Won', amount: 'Value' }],
  leaveOut: ['Notes'],
  missing: [],
};
const unread = { rows: 0, first: [] };
const example = { line: 2, cell: '03/04/2021' };
const column = (name: string, written?: SourceColumn['written']): SourceColumn => ({
  index: 0,
  name,
  kind: 'text',
  missing: 0,
  samples: ['05/05/2021'],
  missingTokens: [],
  ...(written === undefined ? {} : { written }),
});
const ambiguous = {
  as: 'date',
  decision: { kind: 'ambiguous', forms: ['dmy', 'mdy'], example, rows: 2, unread },
} as const;

describe('the form of a column', () => {
  it('is chosen, changed, and taken back', () => {
    const day = withForm(mapping, 'Made', 'dates.dmy');
    expect(day.dates).toEqual({ Made: 'dmy' });
    expect(formChoice(day, 'Made')).toBe('dates.dmy');
    expect(withForm(day, 'Made', 'dates.mdy').dates).toEqual({ Made: 'mdy' });
    expect(withForm(day, 'Made', 'undecided')).toEqual(mapping);
  });

  it('takes the place of an overruled kind, and text that of a form', () => {
    const text = withForm(withForm(mapping, 'Size', 'numbers.comma'), 'Size', 'text');
    expect([text.kinds, text.numbers, formChoice(text, 'Size')]).toEqual([{ Size: 'text' }, undefined, 'text']);
    expect(withForm(text, 'Size', 'yesNo.answers').kinds).toBeUndefined();
  });

  it('goes where another kind or another use is chosen', () => {
    const form = withForm(mapping, 'Size', 'numbers.comma');
    expect(withoutContraryForms(withKind(form, 'Size', 'text')).numbers).toBeUndefined();
    expect(withoutContraryForms(withUse(form, 'Size', 'created')).numbers).toBeUndefined();
    expect(withoutContraryForms(withUse(form, 'Size', 'leaveOut')).numbers).toEqual({ Size: 'comma' });
  });

  it('is offered where it reads a cell: times only dates, attributes text besides', () => {
    const cells = cellsOf(column('Made', ambiguous));
    expect(cells).toEqual(['03/04/2021', '05/05/2021']);
    expect(formsOffered(mapping, 'Made', cells)).toEqual(['dates.dmy', 'dates.mdy']);
    expect(formsOffered(mapping, 'Size', ['1.234'])).toEqual([
      'dates.excel-1900',
      'dates.epoch-seconds',
      'numbers.point',
      'numbers.comma',
      'text',
    ]);
    expect(formsOffered(mapping, 'Value', ['1'])).toEqual(['numbers.point', 'numbers.comma']);
  });

  it('shows how a cell would be read', () => {
    expect(readAs('dates.dmy', ' 03/04/2021 ')).toBe('2021-04-03');
    expect(readAs('numbers.comma', '1.234')).toBe('1234');
    expect(readAs('dates.mdy', '13/04/2021')).toBeNull();
    expect(readAs('text', '13/04/2021')).toBeNull();
  });
});

describe('what has to be said of forms', () => {
  const columns = [column('Made', ambiguous), column('Due', ambiguous), column('Notes', ambiguous)];

  it('is asked of ambiguous columns that are read', () => {
    expect(formFaults(mapping, columns)).toEqual([
      { kind: 'dateForm', column: 'Made' },
      { kind: 'dateForm', column: 'Due' },
    ]);
    const said = withForm(withForm(mapping, 'Made', 'dates.mdy'), 'Due', 'text');
    expect(formFaults(said, columns)).toEqual([]);
  });

  it('is asked of a time that is not ISO 8601, even where the rows tell', () => {
    const decided = { as: 'date', decision: { kind: 'decided', form: 'dmy', rows: 2, unread } } as const;
    expect(formFaults(mapping, [column('Won', decided), column('Due', decided)])).toEqual([
      { kind: 'dateForm', column: 'Won' },
    ]);
  });

  it('is asked of contradictory amounts', () => {
    const sides = [{ forms: ['point'], rows: 1, first: [example] }] as const;
    const contrary = {
      as: 'number',
      decision: { kind: 'contradictory', sides, rows: 2, unread, units: [''] },
    } as const;
    expect(formFaults(mapping, [column('Value', contrary)])).toEqual([{ kind: 'numberForm', column: 'Value' }]);
  });
});

describe('a mapping file with forms', () => {
  it('comes back as it was kept', () => {
    const kept = withForm(
      withForm(withForm(mapping, 'Made', 'dates.mdy'), 'Value', 'numbers.comma'),
      'In',
      'yesNo.marks',
    );
    expect(readMapping(JSON.stringify(kept))).toEqual(kept);
  });
});
