import { describe, expect, it } from 'vitest';
import type { LeakSign, QualityFinding, Touched } from '../../core/quality/finding.ts';
import { findingWords } from '../../renderer/features/history/quality/finding-words.ts';
import { createMessages } from '../../renderer/i18n/messages.tsx';

const messages = createMessages('en-GB', 'UTC');
const touched: Touched = { leads: 3, known: 2, converted: 1, examples: [0], byMonth: [], bySource: [] };
const found = { touched, weight: 0.5 };
const leak = (...signs: readonly LeakSign[]): QualityFinding => ({
  ...found,
  kind: 'leakingAttribute',
  attribute: 'Tags',
  signs,
});
const filled = { filled: 9, set: 10, filledOthers: 1, others: 20 };

const FINDINGS: readonly QualityFinding[] = [
  {
    ...found,
    kind: 'missingValues',
    columns: ['a', 'b', 'c', 'd'].map((attribute) => ({ attribute, missing: 3, knownMissing: 1, convertedMissing: 0 })),
  },
  { ...found, kind: 'constantColumns', columns: [{ attribute: 'Magazine', value: 'No' }] },
  { ...found, kind: 'notAnswered', text: 'Select', cells: 4, columns: [{ attribute: 'City', leads: 4 }] },
  { ...found, kind: 'sharedEmails', groups: 1 },
  { ...found, kind: 'nearNames', groups: 2 },
  { ...found, kind: 'outcomeBeforeCreation', won: 0 },
  { ...found, kind: 'activitiesBeforeCreation', rows: 1 },
  { ...found, kind: 'stageOrder', pairs: [{ first: 'won', before: 'mql', leads: 1 }] },
  { ...found, kind: 'neverWorked' },
  { ...found, kind: 'immature' },
  ...(['free', 'disposable', 'role', 'malformed'] as const).map(
    (email): QualityFinding => ({
      ...found,
      kind: 'emailAddresses',
      email,
      domains: [{ domain: 'gmail.com', leads: 2 }],
    }),
  ),
  leak({ kind: 'filledWithOutcome', ...filled }, { kind: 'filledWithHandover', ...filled }),
  leak({ kind: 'valueOfConverted', value: 'will pay', known: 40, converted: 39 }),
  leak({ kind: 'informationValue', value: 0.7, byChance: 0.01 }),
  leak({ kind: 'todaysTotal', types: ['page_view'], compared: 9, exceeding: 4 }),
  leak({ kind: 'heading', word: 'score', suggests: 'judgement' }),
  leak({ kind: 'heading', word: 'total', suggests: 'total' }),
  { ...found, kind: 'lateActivities', types: [{ type: 'call', rows: 40, afterHandover: 30, afterOutcome: 2 }] },
  {
    ...found,
    kind: 'recordingChanges',
    changes: (['starts', 'stops'] as const).map((change) => ({
      what: 'stage',
      name: 'won',
      change,
      monthMs: Date.UTC(2025, 5),
      rows: 70,
      expected: 50,
    })),
  },
];

describe('the words of a finding', () => {
  it.each(FINDINGS.map((finding) => ({ kind: finding.kind, finding })))(
    'given $kind then what, why and what to do are whole sentences with every figure in its place',
    ({ finding }) => {
      const { title, facts, why, todo } = findingWords(messages, finding, 10);
      for (const text of [title, ...facts, why, todo]) {
        expect(text).not.toMatch(/[{}]|quality\.|undefined|NaN/u);
        expect(text).not.toBe('');
      }
      expect(facts.length).toBeGreaterThan(0);
    },
  );

  it('given more than three attributes then the first two are named, and how many more there are', () => {
    const [missing] = FINDINGS;
    expect(missing === undefined ? [] : findingWords(messages, missing, 10).facts).toEqual([
      'a: 30\u202f% of all leads',
      'b: 30\u202f% of all leads',
      'and 2 more',
    ]);
  });

  it('given only a heading, or only a suspicious figure, then it is said with less certainty', () => {
    const titles = [
      leak({ kind: 'heading', word: 'score', suggests: 'judgement' }),
      leak({ kind: 'informationValue', value: 0.7, byChance: 0 }),
      leak({ kind: 'filledWithOutcome', ...filled }),
    ].map((finding) => findingWords(messages, finding, 10).title);
    expect(titles).toEqual([
      '“Tags” may be filled in later, by its heading',
      '“Tags” tells the outcome suspiciously well',
      '“Tags” may hold the outcome',
    ]);
  });
});
