/** The files that the screen offers of a rule set: in its own words, under names that every system takes. */
import { describe, expect, it } from 'vitest';
import { pointsTableCsv } from '../../core/rule-set/points-table.ts';
import { readablePage } from '../../core/rule-set/readable-page.ts';
import { PHRASE_IDS } from '../../core/rule-set/words/phrase.ts';
import { ruleSetFileName } from '../../renderer/features/rules/paper/file-name.ts';
import { ruleSetWords } from '../../renderer/features/rules/paper/rule-set-words.ts';
import { ENGLISH } from '../../renderer/i18n/catalogue.ts';
import { createMessages } from '../../renderer/i18n/messages.tsx';
import { EVERY_FIELD } from '../support/rule-set-of-every-field.ts';

const words = ruleSetWords(createMessages('en-GB', 'UTC'), 'en');

describe('a rule set on paper', () => {
  it('has words for everything, without the marks of strong ones', () => {
    for (const id of PHRASE_IDS) {
      const names = [...ENGLISH[id].matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);
      const values = Object.fromEntries(names.map((name) => [name, name]));
      expect(words.phrase(id, values)).not.toMatch(/<|undefined|\[object/u);
      expect(words.phrase(id, values)).not.toBe('');
    }
    expect(words.phrase('rules.say.exists', { subject: 'company' })).toBe('company is filled in');
  });

  it('names every rule with its points in the table and on the page', () => {
    const csv = pointsTableCsv(EVERY_FIELD, words);
    const page = readablePage(EVERY_FIELD, words);
    for (const { name } of EVERY_FIELD.rules) {
      expect(csv).toContain(name);
      expect(page).toContain(name);
    }
    expect(`${csv}${page}`).not.toMatch(/undefined|\[object|NaN/u);
    expect(page).toContain('<html lang="en">');
    expect(page).not.toMatch(/<script|<link|src=|https?:/u);
  });
});

describe('the name of its file', () => {
  it.each([
    ['Joint draft', 'Joint draft.csv'],
    ['../../etc/passwd', 'etc passwd.csv'],
    ['Leads: Q4 / "hot" <a|b>?*', 'Leads Q4 hot a b.csv'],
    ['Reguły – płatne\n', 'Reguły – płatne.csv'],
    [' . ', 'Rule set.csv'],
    ['', 'Rule set.csv'],
    ['😀'.repeat(100), `${'😀'.repeat(80)}.csv`],
  ])('of %j is %j', (name, file) => {
    expect(ruleSetFileName(name, 'Rule set', 'csv')).toBe(file);
  });
});
