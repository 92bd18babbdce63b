import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListedLead } from '../../../api/lists.ts';
import { listCsv, listWorkbook } from '../../../services/lists/list-files.ts';
import { LIST_COLUMNS, listTable } from '../../../services/lists/list-table.ts';
import { inspectTable } from '../../../services/table/inspect-table.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-lists-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const listed: ListedLead = {
  lead: 'L7',
  name: '=HYPERLINK("http://evil.example")',
  owner: '+48 600 100 200',
  score: 61.5,
  level: { id: 'mql', name: 'MQL' },
  isFaded: false,
  reachedAtMs: Date.UTC(2026, 2, 6, 15),
  dueAtMs: Date.UTC(2026, 2, 30, 13, 30),
  lastActivityAtMs: null,
  channel: '@mention',
  reasons: [
    { ruleId: 'quote', rule: 'Asked for a quote', points: 40, awards: 1, newestAtMs: 0 },
    { ruleId: 'visit', rule: 'Pricing, page', points: 21.54, awards: 3, newestAtMs: 0 },
  ],
  next: null,
  change: { kind: 'moved', from: 'nurture' },
};
const table = listTable([listed, { ...listed, lead: '-5', name: 'Łucja "Lu"', change: null }], {
  list: 'sales',
  timeZone: 'Europe/Warsaw',
});

async function readBack(name: string, content: string | Buffer) {
  const path = join(folder, name);
  writeFileSync(path, content);
  const choice = { encoding: null, delimiter: null, header: 'first', sheet: null } as const;
  const head = await inspectTable(path, choice, { rows: 10 });
  if (!head.ok) throw new Error(head.error.detail);
  const { header, rows } = head.value;
  return rows.map((row) => Object.fromEntries(header.map((column, index) => [column, row.cells[index]])));
}

describe('a list as a file for a CRM', () => {
  it('is read back by the app from a workbook, texts as they were and moments by the clock on the wall', async () => {
    const [first, second] = await readBack('sales.xlsx', await listWorkbook('sales', table));
    expect(Object.keys(first ?? {})).toEqual([...LIST_COLUMNS]);
    expect(first).toMatchObject({
      owner: '+48 600 100 200',
      subject: 'Follow up: =HYPERLINK("http://evil.example") (MQL)',
      name: '=HYPERLINK("http://evil.example")',
      why: 'Asked for a quote +40; Pricing, page ×3 +21.5',
      score: '61.5',
      channel: '@mention',
      change: 'moved from nurture',
      'last activity': '',
    });
    expect(first?.['due date']).toContain('2026-03-30');
    expect(first?.['due date']).toContain('15:30');
    expect(first?.['reached']).toContain('16:00');
    expect(second).toMatchObject({ lead: '-5', name: 'Łucja "Lu"' });
  });

  it('is read back from CSV, where whatever could be a formula has a quote before it', async () => {
    const [first, second] = await readBack('sales.csv', listCsv(table));
    expect(Object.keys(first ?? {})).toEqual([...LIST_COLUMNS]);
    expect(first).toMatchObject({
      owner: "'+48 600 100 200",
      name: `'=HYPERLINK("http://evil.example")`,
      channel: "'@mention",
      score: '61.5',
      'due date': '2026-03-30 15:30',
    });
    expect(second).toMatchObject({ lead: "'-5", name: 'Łucja "Lu"' });
  });

  it('holds no formula in its workbook', async () => {
    const { readXlsx } = await import('hucre/xlsx');
    const { sheets } = await readXlsx(await listWorkbook('sales', table));
    expect([...(sheets[0]?.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([]);
  });
});
