/** The app in a page of real Chromium, as a newcomer opens it. */
import type { Browser, Page } from 'playwright-core';
import { LAPTOP, launchChromium, openPage, watchFaults } from './real-chromium.ts';
import { type ServedForTest, serveForTest } from './served-app.ts';

export interface ServedPage {
  readonly served: ServedForTest;
  readonly browser: Browser;
  readonly page: Page;
  /** What a quiet page must not have said, as it comes. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

export async function openServedPage(): Promise<ServedPage> {
  const served = await serveForTest();
  const browser = await launchChromium();
  const page = await openPage(browser, LAPTOP);
  const faults = watchFaults(page);
  await page.goto(served.url);
  return {
    served,
    browser,
    page,
    faults,
    close: async () => {
      await browser.close();
      await served.close();
    },
  };
}
