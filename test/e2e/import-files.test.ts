/** Several files in one import, by clicking only: joined, overruled, mapped as before, dropped. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeAs } from '../support/encode-text.ts';
import { publicFile } from '../support/public-file.ts';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { workbookFile } from '../support/workbook-file.ts';
import { chooseFiles, openEmptyHistory } from './new-history.ts';
import { accessibilityFaults, textFaults } from './screen-checks.ts';

describe('an import of several files through the screen', () => {
  let stage: ServedPage;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    stage = await openServedPage();
    ({ page, faults } = stage);
    await page.getByRole('heading', { name: 'Agree on what a qualified lead is' }).waitFor();
  });
  afterAll(() => stage.close());

  const newWorkshop = () => openEmptyHistory(page);
  const chooseBy = (button: string, paths: readonly string[]) => chooseFiles(page, button, paths);
  const open = async (...paths: readonly string[]): Promise<void> => {
    await chooseBy('Open CSV or Excel files …', paths);
    await page.getByRole('navigation', { name: 'Files' }).waitFor();
  };
  const written = (name: string, content: string | Buffer): string => {
    const path = join(stage.served.folder, name);
    writeFileSync(path, content);
    return path;
  };
  const expectGoodScreen = async (): Promise<void> => {
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await textFaults(page)).toEqual([]);
  };
  /** The figures of a row of the named table, row headings apart. */
  const figuresOf = async (region: string, ...headings: readonly string[]): Promise<readonly number[]> => {
    const rows = page.locator(`[aria-label="${region}"]`).getByRole('row');
    const row = rows.filter({ hasText: headings.join('') });
    const cells = await row.locator('td.number').allTextContents();
    return cells.map((cell) => Number(cell.replaceAll(/\D/gu, '')));
  };
  const untilTried = () => page.getByText('All rows of all files were looked at. Nothing is changed yet.').waitFor();
  const bringIn = async (name: string): Promise<void> => {
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByText('Read = accepted + rejected + duplicate.').waitFor({ timeout: 60_000 });
  };

  it('brings in the tables of a CRM together, in any order', async () => {
    // Given the calls, events and deals of a CRM before its leads
    await newWorkshop();
    await open(...['Calls', 'Events', 'Potentials', 'Leads'].map((name) => publicFile(`zoho-crm-demo/${name}.csv`)));
    const list = page.getByRole('navigation', { name: 'Files' });
    expect(await list.getByRole('listitem').count()).toBe(4);
    await expectGoodScreen();
    // When each is looked at, and nothing has to be said
    for (const [file, rows] of [
      ['Calls.csv', 'An activity'],
      ['Potentials.csv', 'A stage'],
      ['Leads.csv', 'A lead'],
    ] as const) {
      await list.getByRole('button', { name: new RegExp(`^${file}`, 'u') }).click();
      await page.getByRole('button', { name: rows, exact: true, pressed: true }).waitFor();
    }
    await untilTried();
    expect(await figuresOf('What this would bring', 'Leads')).toEqual([3_900, 3_900, 0, 0, 0]);
    await list.getByText('3 930 rows left out').waitFor();
    await expectGoodScreen();
    // Then the report counts what the trial promised
    await bringIn('Bring in 4 files');
    const byFile = 'What became of the rows of each file';
    expect(await figuresOf(byFile, 'Leads.csv', 'Leads')).toEqual([3_900, 3_900, 0, 0]);
    expect(await figuresOf(byFile, 'Potentials.csv', 'Stages')).toEqual([3_632, 3_632, 0, 0]);
    expect(await figuresOf(byFile, 'Calls.csv', 'Activities')).toEqual([4_100, 170, 3_930, 0]);
    expect(await figuresOf(byFile, 'Events.csv', 'Activities')).toEqual([2_978, 1_115, 1_863, 0]);
  });

  it('maps files of the same columns as before, and proposes anew where that is wanted', async () => {
    // Given the history of the import before, of which the calls were told to be of another type
    const list = page.getByRole('navigation', { name: 'Files' });
    const type = page.getByRole('textbox', { name: 'Type of all rows' });
    await newWorkshop();
    await open(publicFile('zoho-crm-demo/Leads.csv'), publicFile('zoho-crm-demo/Calls.csv'));
    await list.getByRole('button', { name: /^Calls.csv/u }).click();
    await type.fill('telephone');
    await bringIn('Bring in 2 files');
    await page.getByRole('button', { name: 'See the history' }).click();
    // When a file of these columns is chosen once more
    await open(publicFile('zoho-crm-demo/Calls.csv'));
    // Then it is mapped in that way, until it is proposed anew, and again once that is taken back
    await page.getByText(/^Mapped as on /u).waitFor();
    expect(await type.inputValue()).toBe('telephone');
    await expectGoodScreen();
    await page.getByRole('button', { name: 'Propose anew' }).click();
    expect(await type.inputValue()).toBe('call');
    await page.getByText('Recognised by its headings: Zoho CRM calls.').waitFor();
    await page.getByRole('button', { name: /^As on /u }).click();
    expect(await type.inputValue()).toBe('telephone');
    await untilTried();
    expect(await figuresOf('What this would bring', 'Activities')).toEqual([4_100, 0, 3_930, 170, 0]);
    await page.getByRole('button', { name: 'Not now' }).click();
  });

  it('shows how the letters read in another encoding before anything is brought in', async () => {
    await newWorkshop();
    await open(written('cities.csv', encodeAs(POLISH, 'windows-1250')));
    await page.getByText('If letters look wrong, choose another').waitFor();
    await expectGoodScreen();
    await page.getByRole('combobox', { name: 'Encoding' }).selectOption({ label: 'windows-1250' });
    await page.getByRole('cell', { name: 'Łódź', exact: true }).waitFor();
    await bringIn('Bring it in');
    await page.getByRole('cell', { name: 'windows-1250' }).waitFor();
  });

  it('keeps a file that cannot be read beside the others, says why, and reads it once it is said how', async () => {
    await newWorkshop();
    await open(written('wide.csv', encodeAs(POLISH, 'utf-16le')));
    const encoding = page.getByRole('combobox', { name: 'Encoding' });
    await encoding.selectOption({ label: 'windows-1250' });
    await page.getByRole('alert').filter({ hasText: 'NUL' }).waitFor();
    await chooseBy('Add files …', [written('more.csv', 'Id,City\nB1,Gdynia\n')]);
    await page.getByRole('cell', { name: 'Gdynia' }).first().waitFor();
    // The reason leads to the file that lacks something, by keyboard too
    expect(await page.getByRole('button', { name: 'Bring in 2 files' }).isDisabled()).toBe(true);
    const reason = page.getByRole('button', {
      name: 'wide.csv: It cannot be read. Say how it is written, or remove it.',
    });
    await reason.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => encoding.evaluate((field) => field === document.activeElement)).toBe(true);
    await expectGoodScreen();
    await encoding.selectOption({ label: 'UTF-16 LE' });
    await page.getByRole('cell', { name: 'Łódź', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Remove more.csv' }).click();
    await bringIn('Bring it in');
    expect(await figuresOf('What became of the rows', 'Leads')).toEqual([2, 2, 0, 0]);
  });

  it('reads the sheet of a workbook that is chosen, with or without headings', async () => {
    await newWorkshop();
    const row = (...cells: readonly string[]) =>
      `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
    const sheets = [
      { name: 'Notes', rows: row('Written down in spring') },
      { name: 'Leads', rows: `${row('Id', 'City')}${row('A1', 'Łódź')}` },
    ];
    await open(written('leads.xlsx', workbookFile({ sheets })));
    expect(await page.getByRole('combobox', { name: 'Encoding' }).count()).toBe(0);
    await page.getByRole('combobox', { name: 'Sheet' }).selectOption({ label: 'Leads' });
    await page.getByRole('columnheader', { name: 'City', exact: true }).waitFor();
    await expectGoodScreen();
    await page.getByRole('combobox', { name: 'First row' }).selectOption({ label: 'A row of data' });
    await page.getByRole('columnheader', { name: 'column 2' }).waitFor();
    await page.getByRole('combobox', { name: 'First row' }).selectOption({ label: 'Headings' });
    await page.getByRole('columnheader', { name: 'City', exact: true }).waitFor();
    await bringIn('Bring it in');
    expect(await figuresOf('What became of the rows', 'Leads')).toEqual([1, 1, 0, 0]);
  });

  it('joins linked rows by attributes: several addresses in a cell, numbers kept as hashes only', async () => {
    // Given deals that name addresses, and calls that name numbers
    await newWorkshop();
    await open(
      written('people.csv', 'Id,Email,Number\n1,a@example.org,+48 1\n2,b@example.org,+48 2\n3,c@example.com,+48 3\n'),
      written(
        'deals.csv',
        'Deal,Contacts,Closed\nX,a@example.org;b@example.org,2021-03-01\nY,C@example.com,2021-03-04\n',
      ),
      written('calls.csv', 'From,Start\n+48 2,2021-02-01\n+48 3,2021-02-03\n+48 9,2021-02-04\n'),
    );
    const choose = (name: string, label: string) =>
      page.getByRole('combobox', { name, exact: true }).selectOption({ label });
    const hash = (column: string) =>
      page.getByRole('checkbox', { name: `Keep only a keyed hash of ${column}` }).check();
    await choose('E-mail addresses are in', 'Email');
    await hash('Number');
    // When it is said how
    await page.getByRole('button', { name: /^deals.csv/u }).click();
    await page.getByRole('button', { name: 'A stage', exact: true }).click();
    await choose('Use of Contacts', 'The lead');
    await choose('“Contacts” holds', 'the lead’s Email');
    await choose('Leads in a cell', 'several, separated by ;');
    await choose('Stage 1', 'won');
    await choose('Date of stage 1', 'Closed');
    await page.getByText('1 Mar 2021 – 4 Mar 2021').waitFor();
    await page.getByRole('button', { name: /^calls.csv/u }).click();
    await page.getByRole('button', { name: 'An activity', exact: true }).click();
    await choose('Use of From', 'The lead');
    await choose('“From” holds', 'the lead’s Number');
    await hash('From');
    await choose('Use of Start', 'Time');
    // And another screen is looked at meanwhile
    await page.getByRole('navigation').getByRole('link', { name: 'Rules' }).click();
    await page.getByRole('navigation', { name: 'Files' }).waitFor({ state: 'detached' });
    await page.getByRole('navigation').getByRole('link', { name: 'History' }).click();
    await page.getByRole('textbox', { name: 'Type of all rows' }).fill('call');
    await untilTried();
    // Then the leads are found
    expect(await figuresOf('What this would bring', 'Activities')).toEqual([3, 2, 1, 0, 0]);
    await expectGoodScreen();
    await bringIn('Bring in 3 files');
    expect(await figuresOf('What became of the rows', 'Stages')).toEqual([2, 2, 0, 0]);
    await page.getByRole('button', { name: 'See the history' }).click();
    await page.getByText('email_domain').waitFor();
  });

  it('says which rows would be left out, and why', async () => {
    await newWorkshop();
    await open(written('gaps.csv', 'Id,City\nA1,Łódź\n,Kraków\nA1,Łódź\n'));
    await untilTried();
    const trial = page.getByRole('region', { name: 'What this would bring' });
    expect(await figuresOf('What this would bring', 'Leads')).toEqual([3, 1, 1, 1, 0]);
    await trial.getByText('Rows that would be left out: 1 of 1').waitFor();
    expect(await trial.getByRole('row').last().getByRole('cell').first().textContent()).toBe('3');
    await expectGoodScreen();
    await page.getByRole('button', { name: 'Not now' }).click();
  });

  it('takes files and data folders that are dropped on the screen, and nowhere else', async () => {
    await newWorkshop();
    const devtools = await page.context().newCDPSession(page);
    const drag = (type: 'dragEnter' | 'dragOver' | 'drop', ...files: readonly string[]) =>
      devtools.send('Input.dispatchDragEvent', {
        type,
        x: 640,
        y: 400,
        data: { items: [], files: [...files], dragOperationsMask: 1 },
      });
    const target = page.getByText('Drop the files to look at them');
    const [people, folder] = [written('people.csv', 'Id,City\nA1,Łódź\n'), join(stage.served.folder, 'History')];
    mkdirSync(folder);
    writeFileSync(join(folder, 'leads.csv'), 'id,created,City\nL1,2021-01-01,Łódź\n');
    writeFileSync(join(folder, 'activities.csv'), 'lead,at,type\nL1,2021-01-03,visit\nL9,2021-01-03,visit\n');
    writeFileSync(join(folder, 'notes.txt'), 'Nothing that is read.');
    // When a file is held over the screen, and let go
    await drag('dragEnter', people);
    await drag('dragOver', people);
    await target.waitFor();
    await expectGoodScreen();
    await drag('drop', people);
    // Then it is looked at
    await page.getByRole('cell', { name: 'Łódź', exact: true }).first().waitFor();
    expect(await target.count()).toBe(0);
    await page.getByRole('button', { name: 'Not now' }).click();
    // And a folder is one, whose counts are told before it is brought in
    await drag('dragEnter', folder);
    await drag('dragOver', folder);
    await drag('drop', folder);
    await page.getByRole('heading', { name: 'Data folder' }).waitFor();
    await untilTried();
    expect(await figuresOf('What this would bring', 'Activities')).toEqual([2, 1, 1, 0, 0]);
    await page.getByRole('button', { name: 'Not now' }).click();
    // And elsewhere a file neither is taken nor takes the place of the app
    await page.getByRole('navigation').getByRole('link', { name: 'Rules' }).click();
    await drag('dragEnter', people);
    await drag('dragOver', people);
    expect(await target.count()).toBe(0);
    await drag('drop', people);
    await page.getByRole('link', { name: 'Rules', exact: false }).waitFor();
    expect(page.url()).toMatch(/#rules$/u);
  });

  it('says no error on the console', () => {
    expect(faults).toEqual([]);
  });
});

const POLISH = 'Id,City\nA1,Łódź\nA2,Kraków\n';
