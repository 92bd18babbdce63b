/** Chromium as the tests drive it: the one that `npm test` found or installed. */
import { type Browser, chromium, type Page } from 'playwright-core';

export function launchChromium(): Promise<Browser> {
  const executablePath = process.env['ACCORD_CHROMIUM'];
  if (executablePath === undefined || executablePath === '') {
    throw new Error('No Chromium: npm test finds or installs one and names it in ACCORD_CHROMIUM.');
  }
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync', '--no-first-run'],
  });
}

export interface View {
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
}

export const LAPTOP: View = { width: 1280, height: 800, scheme: 'light' };

export async function openPage(browser: Browser, { width, height, scheme }: View): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
    acceptDownloads: true,
  });
  return context.newPage();
}

/** Everything that a quiet page must not have said: errors on the console, broken scripts, refused content. */
export function watchFaults(page: Page): readonly string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  return faults;
}
