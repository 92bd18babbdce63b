/** The way to an empty history, and files chosen for it: the same in every test of an import. */
import type { Page } from 'playwright-core';

/** Closes the workshop that is open, makes an empty one and shows its history. */
export async function openEmptyHistory(page: Page): Promise<void> {
  const start = page.getByRole('heading', { name: 'Agree on what a qualified lead is' });
  if (!(await start.isVisible())) {
    await page.getByRole('banner').getByRole('button').first().click();
    await page.getByRole('menuitem', { name: 'Close this workshop' }).click();
  }
  await page.getByRole('button', { name: 'New workshop …' }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'History' }).click();
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
}

/** Presses the button and chooses the files in the browser's dialog. */
export async function chooseFiles(page: Page, button: string, paths: readonly string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles([...paths]);
}
