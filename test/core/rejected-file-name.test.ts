import { describe, expect, it } from 'vitest';
import { rejectedFileName } from '../../core/rejected-file-name.ts';

describe('the name of a file of rejected rows', () => {
  it.each([
    ['Leads.csv', 'Leads-rejected.csv'],
    ['Leads.csv (2)', 'Leads (2)-rejected.csv'],
    ['Deals 2025.05.xlsx', 'Deals 2025.05-rejected.csv'],
    ['export', 'export-rejected.csv'],
    ['.csv', '.csv-rejected.csv'],
    ['../../etc/leads.csv', '.._.._etc_leads-rejected.csv'],
  ])('of %s is %s', (file, name) => expect(rejectedFileName(file)).toBe(name));
});
