import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../renderer/features/profile/model/profile-rows.ts';
import {
  FIRST_VIEW,
  filteredRows,
  itemsOf,
  type ProfileView,
  sortedBy,
} from '../../renderer/features/profile/model/profile-view.ts';
import { levelWords, rowTitle, subjectWords } from '../../renderer/features/profile/model/row-words.ts';
import { createMessages } from '../../renderer/i18n/messages.tsx';
import { ASKED, profileOf } from '../core/profile/profile-of.ts';
import { decided, LATE_LEAD, times } from '../core/quality/report-of.ts';
import type { LeadRows } from '../support/history-of.ts';

const messages = createMessages('en-GB', 'UTC');

const leads = (count: number, converted: boolean, cells: Readonly<Record<string, string>>): readonly LeadRows[] =>
  times(count, () => ({ ...decided(converted), cells }));

/** DE converts 30 of 40, FR 10 of 40; the size says nothing; `owner` is filled in for the converted only. */
const HISTORY: readonly LeadRows[] = [
  ...leads(15, true, { country: 'DE', size: '10', owner: 'Ada' }),
  ...leads(15, true, { country: 'DE', size: '90', owner: 'Ada' }),
  ...leads(5, false, { country: 'DE', size: '10', owner: '' }),
  ...leads(5, false, { country: 'DE', size: '90', owner: '' }),
  ...leads(5, true, { country: 'FR', size: '10', owner: 'Ada' }),
  ...leads(5, true, { country: 'FR', size: '90', owner: 'Ada' }),
  ...leads(15, false, { country: 'FR', size: '10', owner: '' }),
  ...leads(15, false, { country: 'FR', size: '90', owner: '' }),
  { ...LATE_LEAD, cells: { country: 'DE', size: '10', owner: '' } },
];
const ROWS = rowsOf(profileOf(HISTORY, { ...ASKED, cutPoints: { size: [50] } }));
const titleOf = (row: (typeof ROWS)[number]): string => rowTitle(messages, row);

const shown = (change: Partial<ProfileView>): readonly string[] => {
  const view = { ...FIRST_VIEW, ...change };
  return itemsOf(filteredRows(ROWS, view, titleOf), view, titleOf).map((item) =>
    item.kind === 'group' ? `# ${subjectWords(messages, item.first.profile)}` : titleOf(item.row),
  );
};

describe('the table of the profile', () => {
  it('given nothing was chosen then rows rank by the lower limit of lift, and what leaks is left out', () => {
    expect(shown({})).toEqual(['country: DE', 'size: below 50', 'size: 50 and above', 'country: FR']);
  });

  it('given what no rule should read is asked for then it stands at its rank, with its mark', () => {
    const [first] = shown({ showsUnfit: true });
    expect(first).toBe('owner: Ada');
    expect(ROWS.find((row) => titleOf(row) === 'owner: Ada')?.marks).toEqual(['leaking']);
  });

  it('given what may be chance is hidden then only clear differences stay', () => {
    expect(shown({ hidesChance: true })).toEqual(['country: DE', 'country: FR']);
  });

  it('given a search then titles are searched without case, and behaviours alone are none here', () => {
    expect(shown({ search: ' SIZE ' })).toEqual(['size: below 50', 'size: 50 and above']);
    expect(shown({ kind: 'behaviour' })).toEqual([]);
  });

  it('given it is grouped then the most telling comes first, and bands read from low to high', () => {
    expect(shown({ isGrouped: true })).toEqual([
      '# country',
      'country: DE',
      'country: FR',
      '# size',
      'size: below 50',
      'size: 50 and above',
    ]);
  });

  it.each([
    ['leads', 'country: DE'],
    ['converted', 'country: DE'],
    ['rate', 'country: DE'],
    ['weight', 'country: DE'],
    ['information', 'country: DE'],
    ['name', 'size: below 50'],
  ] as const)('given it is sorted by %s then what is most comes first', (sort, first) => {
    expect(shown({ sort, descending: true })[0]).toBe(first);
  });

  it('given a level that nobody knows the outcome of then it stands last in either direction', () => {
    const rows = rowsOf(
      profileOf([...HISTORY, { ...LATE_LEAD, id: 'later', cells: { country: 'PL', size: '10', owner: 'Ada' } }]),
    );
    for (const descending of [true, false]) {
      const view: ProfileView = { ...FIRST_VIEW, sort: 'rate', descending };
      const items = itemsOf(filteredRows(rows, view, titleOf), view, titleOf);
      const last = items.at(-1);
      expect(last?.kind === 'row' ? titleOf(last.row) : '').toBe('country: PL');
    }
  });

  it('given a heading is pressed twice then the order turns round', () => {
    const once = sortedBy(FIRST_VIEW, 'rate');
    expect([once.sort, once.descending]).toEqual(['rate', true]);
    expect(sortedBy(once, 'rate').descending).toBe(false);
    expect(sortedBy(once, 'name').descending).toBe(false);
  });
});

describe('the words of rows', () => {
  it('given bands, missing values and acts then each is said in words', () => {
    const acts: readonly LeadRows[] = [
      ...times(3, () => ({
        ...decided(true),
        cells: { size: '30' },
        activities: [{ at: '2025-01-10', type: 'demo', cells: { page: '/price' } }],
      })),
      ...times(3, () => ({ ...decided(false), activities: [{ at: '2025-01-10', type: 'demo' }] })),
    ];
    const rows = rowsOf(profileOf(acts, { ...ASKED, cutPoints: { size: [10, 20.5] } }));
    const titles = rows.map(titleOf);
    expect(titles).toContain('size: 10 to below 20.5');
    expect(titles).toContain('size: no value');
    expect(titles).toContain('demo: at least once');
    expect(titles).toContain('demo, page /price: never');
    expect(rows.map((row) => levelWords(messages, row)).filter((words) => words === '')).toEqual([]);
  });
});
