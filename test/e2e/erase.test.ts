/** A lead erased for good from its page, by clicking and by keyboard: asked for, confirmed by its id, and gone from the file. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { accessibilityFaults, textFaults } from './screen-checks.ts';

describe('erasing a lead from its page', () => {
  let stage: ServedPage;
  let page: Page;
  let faults: readonly string[];
  /** Of the lead that is erased. */
  let id = '';
  let email = '';
  let leadsBefore = 0;

  beforeAll(async () => {
    stage = await openServedPage();
    ({ page, faults } = stage);
    await page.getByRole('button', { name: /demo/iu }).first().click();
    await page.getByRole('navigation').first().getByRole('link', { name: 'Leads' }).click({ timeout: 60_000 });
    await page.locator('.lead-link').first().waitFor();
    leadsBefore = await leadsSaid();
    await page.locator('.lead-link').first().click();
    await page.getByRole('button', { name: 'Erase for good…' }).waitFor();
    id = decodeURIComponent(page.url().replace(/^.*#leads\//u, ''));
    email = (await page.locator('.lead-attributes dd').filter({ hasText: '@' }).first().textContent()) ?? '';
  }, 60_000);
  afterAll(() => stage.close());

  const quiet = async (): Promise<void> => {
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await textFaults(page)).toEqual([]);
  };
  const question = () => page.getByRole('form', { name: /for good\? This cannot be undone\./u });
  const leadsSaid = async (): Promise<number> =>
    Number(((await page.locator('.leads-head [role=status]').textContent()) ?? '').replaceAll(/\D/gu, ''));
  const bytesInFolder = (): string =>
    readdirSync(stage.served.folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => readFileSync(join(stage.served.folder, name), 'latin1'))
      .join('\n');
  const workshopPath = (): string => {
    const name = readdirSync(stage.served.folder).find((one) => one.endsWith('.accord'));
    if (name === undefined) throw new Error('the demo made a workshop');
    return join(stage.served.folder, name);
  };

  it('says first what goes and what stays, and is put off by the keyboard', async () => {
    const opener = page.getByRole('button', { name: 'Erase for good…' });
    await opener.focus();
    await page.keyboard.press('Enter');
    await question().getByText('What goes').waitFor();
    await question()
      .getByText(/Its row with \d+ attributes, \d+ activit(y|ies)/u)
      .waitFor();
    await question()
      .getByText(/Backups and copies made before/u)
      .waitFor();
    await quiet();
    await page.keyboard.press('Escape');
    expect(await question().count()).toBe(0);
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('takes no other id than the lead’s', async () => {
    await page.keyboard.press('Enter');
    const erase = question().getByRole('button', { name: 'Erase for good' });
    expect(await erase.isDisabled()).toBe(true);
    await page.keyboard.type(`${id}0`);
    expect(await erase.isDisabled()).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Backspace');
    expect(await erase.isEnabled()).toBe(true);
    await quiet();
  });

  it('then erases it: the list says so without it, and no byte of it is in any file', async () => {
    const kept = `${workshopPath()}-replay`;
    writeFileSync(kept, `packed with ${email}`);
    expect(email).toContain('@');
    expect(bytesInFolder()).toContain(email);
    await page.keyboard.press('Enter');
    const notice = page.getByRole('status').filter({ hasText: 'The lead was erased for good' });
    await notice.waitFor();
    expect(await notice.textContent()).not.toContain(email);
    await quiet();
    await page.getByRole('searchbox').fill(id);
    await page.getByText('No lead has').waitFor();
    expect(existsSync(kept)).toBe(false);
    expect(bytesInFolder()).not.toContain(email);
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    expect(await notice.count()).toBe(0);
  });

  it('the way back leads nowhere near it, and the other screens count without it', async () => {
    await page.goBack();
    expect(page.url()).not.toContain(encodeURIComponent(id));
    await page.getByRole('navigation').first().getByRole('link', { name: 'Leads' }).click();
    await page.getByRole('searchbox').fill('');
    await expect.poll(leadsSaid).toBe(leadsBefore - 1);
    await page.locator('.lead-link').first().click();
    await page.getByRole('button', { name: 'Erase for good…' }).waitFor();
  });

  it('is not offered where nothing may be written, and says why', async () => {
    // No right of a file keeps the superuser from writing, so the answer is what says it.
    await page.addInitScript(() => {
      const fetchTruly = window.fetch;
      window.fetch = async (...request) => {
        const answered = await fetchTruly(...request);
        const said = (await answered.text()).replace('"readOnly":false', '"readOnly":true');
        return new Response(said, { status: answered.status, headers: answered.headers });
      };
    });
    await page.reload();
    const opener = page.getByRole('button', { name: 'Erase for good…' });
    await opener.waitFor();
    expect(await opener.isDisabled()).toBe(true);
    await page.getByText('This workshop can be read only: open a copy').waitFor();
    expect(await opener.getAttribute('aria-describedby')).not.toBeNull();
    await quiet();
  });

  it('says no error on the console', () => {
    expect(faults).toEqual([]);
  });
});
