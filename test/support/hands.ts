/** Two ways to work a screen: with the mouse, and with nothing but the keyboard. */
import type { Locator, Page } from 'playwright-core';

export interface Hands {
  /** A button, a link or a box to tick. */
  readonly press: (target: Locator) => Promise<void>;
  /** Replaces what a field holds. */
  readonly write: (target: Locator, text: string) => Promise<void>;
  /** One of a list, by its words. */
  readonly choose: (target: Locator, label: string) => Promise<void>;
  /** Replaces the values of a field that takes several. */
  readonly writeEach: (target: Locator, texts: readonly string[]) => Promise<void>;
}

export const mouse = (page: Page): Hands => ({
  press: (target) => target.click(),
  write: async (target, text) => {
    await target.click();
    await target.fill(text);
    await target.blur();
  },
  choose: async (target, label) => {
    await target.selectOption({ label });
  },
  writeEach: async (target, texts) => {
    await target.click();
    await empty(page, target);
    for (const text of texts) {
      await target.fill(text);
      await target.press('Enter');
    }
    await target.blur();
  },
});

/** Every element is gone to with the Tab key; what cannot be reached so is a fault. */
export const keyboard = (page: Page): Hands => ({
  press: async (target) => {
    await tabTo(page, target);
    const isBox = (await target.getAttribute('type')) === 'checkbox';
    await page.keyboard.press(isBox ? 'Space' : 'Enter');
  },
  write: async (target, text) => {
    await tabTo(page, target);
    await page.keyboard.press('Control+A');
    if (text === '') await page.keyboard.press('Delete');
    else await page.keyboard.type(text);
    // Leaves the field, which is where some take over what was typed.
    await page.keyboard.press('Tab');
  },
  choose: async (target, label) => {
    await tabTo(page, target);
    await page.keyboard.type(label);
    const chosen = await target.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.label);
    if (chosen === label) return;
    const labels = await target.evaluate((element) =>
      [...(element as HTMLSelectElement).options].map((option) => option.label),
    );
    await page.keyboard.press('Home');
    for (let step = 0; step < labels.indexOf(label); step += 1) await page.keyboard.press('ArrowDown');
  },
  writeEach: async (target, texts) => {
    await tabTo(page, target);
    await empty(page, target);
    for (const text of texts) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Tab');
  },
});

const MOST_VALUES = 20;

/** Backspace takes away the last value, one at a time. */
async function empty(page: Page, target: Locator): Promise<void> {
  const field = target.locator('xpath=ancestor::*[contains(@class, "field-suggestions")][1]');
  const pills = field.locator('.mantine-TagsInput-pill');
  for (let round = 0; round < MOST_VALUES && (await pills.count()) > 0; round += 1)
    await page.keyboard.press('Backspace');
}

const MOST_TRIES = 4;

/** As many tabs as stand between here and there; once more where the screen was drawn anew on the way. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const steps = await target.evaluate((element) => {
      const stops = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex]')];
      const reachable = stops.filter(
        (stop) => stop.tabIndex >= 0 && !stop.matches(':disabled') && stop.getClientRects().length > 0,
      );
      return reachable.indexOf(element as HTMLElement) - reachable.indexOf(document.activeElement as HTMLElement);
    });
    for (let step = 0; step < Math.abs(steps); step += 1) await page.keyboard.press(steps > 0 ? 'Tab' : 'Shift+Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`not to be reached by keyboard: ${String(target)}`);
}
