/** What is wrong with the public histories, after the real import, against the exact counts of data/README.md. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runImportCommand } from '../../cli/commands/import.ts';
import type { QualityReport } from '../../core/quality/finding.ts';
import { qualityReport } from '../../core/quality/quality-report.ts';
import { readHistory } from '../../db/history/read-history.ts';
import { closeWorkshop, openWorkshopConnection } from '../../db/open-workshop.ts';
import { publicFile } from '../support/public-file.ts';

const MAPPINGS = resolve(import.meta.dirname, '../fixtures/mappings');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-quality-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function importFile(workshop: string, file: string, mapping: string): Promise<void> {
  const err: string[] = [];
  const status = await runImportCommand([workshop, publicFile(file), '--mapping', mapping], {
    out: () => {},
    err: (line) => err.push(line),
  });
  if (status !== 0) throw new Error(err.join('\n'));
}

function reportOn(path: string): QualityReport {
  const workshop = openWorkshopConnection(path, 'read');
  if (!workshop.ok) throw new Error(workshop.error.detail);
  const report = qualityReport(readHistory(workshop.value));
  closeWorkshop(workshop.value);
  return report;
}

describe('X Education', () => {
  let report: QualityReport;
  beforeAll(async () => {
    // As a newcomer brings it in: without saying that "Select" means nothing.
    const mapping = JSON.parse(readFileSync(join(MAPPINGS, 'x-education.json'), 'utf8')) as { missing?: unknown };
    delete mapping.missing;
    const path = join(folder, 'x-education.json');
    writeFileSync(path, JSON.stringify(mapping));
    const workshop = join(folder, 'x-education.accord');
    await importFile(workshop, 'x-education/Leads.csv', path);
    report = reportOn(workshop);
  }, 60_000);

  it('has the published counts of missing values', () => {
    const found = report.findings.find((finding) => finding.kind === 'missingValues');
    const missing = Object.fromEntries(found?.columns.map((column) => [column.attribute, column.missing]) ?? []);
    expect(missing).toMatchObject({ TotalVisits: 137, 'Lead Source': 36, Country: 2_461, Tags: 3_353 });
  });

  it('has five constant columns', () => {
    const found = report.findings.find((finding) => finding.kind === 'constantColumns');
    expect(found?.columns).toHaveLength(5);
  });

  it('has "Select" 13,380 times, proposed as not answered', () => {
    const found = report.findings.filter((finding) => finding.kind === 'notAnswered');
    expect(found.find(({ text }) => text === 'Select')).toMatchObject({ cells: 13_380 });
  });

  it('leaks by what was filled in after the hand-over', () => {
    const leaks = report.findings.filter((finding) => finding.kind === 'leakingAttribute');
    expect(leaks.map(({ attribute }) => attribute)).toEqual(
      expect.arrayContaining([
        'Tags',
        'Lead Quality',
        'Lead Profile',
        'Asymmetrique Activity Index',
        'Asymmetrique Profile Index',
        'Asymmetrique Activity Score',
        'Asymmetrique Profile Score',
      ]),
    );
    expect(leaks[0]).toMatchObject({ attribute: 'Tags' });
    expect(leaks[0]?.signs).toContainEqual({
      kind: 'valueOfConverted',
      value: 'Will revert after reading the email',
      known: 2_072,
      converted: 2_007,
    });
  });
});

describe('Olist', () => {
  it('has exactly one lead that was won before it was created', async () => {
    const workshop = join(folder, 'olist.accord');
    await importFile(
      workshop,
      'olist-funnel/olist_marketing_qualified_leads_dataset.csv',
      join(MAPPINGS, 'olist-leads.json'),
    );
    await importFile(workshop, 'olist-funnel/olist_closed_deals_dataset.csv', join(MAPPINGS, 'olist-deals.json'));
    const report = reportOn(workshop);
    expect(report.findings.find((finding) => finding.kind === 'outcomeBeforeCreation')).toMatchObject({
      won: 1,
      touched: { leads: 1 },
    });
    // No deal was recorded before December 2017: of the leads from then on every eleventh converted, of those before hardly any.
    expect(report.findings[0]).toMatchObject({
      kind: 'recordingChanges',
      changes: [{ what: 'stage', name: 'won', change: 'starts', monthMs: Date.UTC(2017, 11), rows: 842 }],
      touched: { leads: 1_802, converted: 7 },
    });
    expect(report.findings.find((finding) => finding.kind === 'notAnswered')).toMatchObject({
      text: 'unknown',
      cells: 1_099,
    });
  }, 60_000);
});
