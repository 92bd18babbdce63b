/** A newcomer with an export of the team's own system: from the files to a first What-if, by clicking and typing only. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicFile } from '../support/public-file.ts';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { shownHeadline, simulatedHeadline } from './headline-figures.ts';
import { chooseFiles, openEmptyHistory } from './new-history.ts';

const LONGEST_MS = 5 * 60_000;

interface FirstDay {
  readonly files: readonly string[];
  /** Read, accepted, rejected and known already, by the table's row. */
  readonly counts: Readonly<Record<string, readonly number[]>>;
  /** The first rule gives every lead that has it the points for the level, and so many leads have it. */
  readonly attribute: string;
  readonly reached: number;
  /** Its outcomes are known well enough for every figure of the headline. */
  readonly hasEveryFigure?: true;
}

const DAYS: Readonly<Record<string, FirstDay>> = {
  'X Education': {
    files: ['x-education/Leads.csv'],
    counts: { Leads: [9_240, 9_240, 0, 0], Stages: [9_240, 9_240, 0, 0] },
    attribute: 'TotalVisits',
    reached: 9_103,
    hasEveryFigure: true,
  },
  Olist: {
    files: ['olist-funnel/olist_closed_deals_dataset.csv', 'olist-funnel/olist_marketing_qualified_leads_dataset.csv'],
    counts: { Leads: [8_000, 8_000, 0, 0], Stages: [8_842, 8_842, 0, 0] },
    attribute: 'origin',
    // Of the 7,940 that tell it one was won before its first contact: it cannot be handed over any more.
    reached: 7_939,
    hasEveryFigure: true,
  },
  Zoho: {
    files: ['Leads', 'Potentials', 'Calls', 'Events'].map((name) => `zoho-crm-demo/${name}.csv`),
    counts: {
      Leads: [3_900, 3_900, 0, 0],
      Activities: [7_078, 1_285, 5_793, 0],
      Stages: [7_532, 7_532, 0, 0],
    },
    attribute: 'Lead Source',
    // Of 1,819 leads the deal was created before they were.
    reached: 3_900 - 1_819,
  },
  HubSpot: {
    files: ['contact_data', 'deal_data', 'email_event_data'].map((name) => `crm-headings/hubspot-contacts/${name}.csv`),
    counts: { Leads: [66, 66, 0, 0], Activities: [100, 0, 100, 0], Stages: [44, 44, 0, 0] },
    attribute: 'property_company',
    reached: 1,
  },
  Salesforce: {
    files: ['crm-headings/salesforce/karimlm99_Leads.csv'],
    counts: { Leads: [20, 20, 0, 0], Stages: [25, 25, 0, 0] },
    attribute: 'Industry',
    reached: 20,
  },
};

describe('a first What-if from an export', () => {
  let stage: ServedPage;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    stage = await openServedPage();
    ({ page, faults } = stage);
    page.setDefaultTimeout(10_000);
    await page.getByRole('heading', { name: 'Agree on what a qualified lead is' }).waitFor();
  });
  afterAll(() => stage.close());

  it.each(Object.entries(DAYS))(
    'of %s takes less than five minutes',
    async (_, day) => {
      await openEmptyHistory(page);
      await chooseFiles(page, 'Open CSV or Excel files …', day.files.map(publicFile));
      await page.getByRole('navigation', { name: 'Files' }).waitFor();
      await page.getByRole('button', { name: /^Bring (it in|in \d+ files)$/u }).click();
      await page.getByText('Read = accepted + rejected + duplicate.').waitFor({ timeout: 60_000 });
      for (const [table, counts] of Object.entries(day.counts)) expect(await figuresOf(table)).toEqual(counts);

      await page.getByRole('link', { name: 'Go to the rules' }).click();
      await page.getByRole('button', { name: 'Add a rule in Profile' }).click();
      const reads = page.getByRole('combobox', { name: 'What lead condition 1 reads' });
      await reads.fill(day.attribute);
      await page.getByRole('option', { name: day.attribute, exact: true }).click();
      await page.getByRole('textbox', { name: 'Points' }).fill('60');
      await page.getByRole('textbox', { name: 'Points' }).press('Enter');
      await page.getByRole('navigation').getByRole('link', { name: 'What-if' }).click();
      await page.locator('.what-if-stage[aria-busy="false"]').waitFor({ timeout: 60_000 });
      await expect.poll(reached).toBe(day.reached);
      if (day.hasEveryFigure === true)
        expect(await shownHeadline(page)).toEqual(await simulatedHeadline(stage.served.folder));
      expect(faults).toEqual([]);
    },
    LONGEST_MS,
  );

  /** The figures of a table's row in the report of the whole import. */
  async function figuresOf(table: string): Promise<readonly number[]> {
    const row = page.locator('[aria-label="What became of the rows"]').getByRole('row').filter({ hasText: table });
    const cells = await row.locator('td.number').allTextContents();
    return cells.map((cell) => Number(cell.replaceAll(/\D/gu, '')));
  }

  const reached = async () =>
    Number((await page.locator('.headline-value .hint').first().textContent())?.replaceAll(/\D/gu, ''));
});
