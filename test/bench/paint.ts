/** From a lever's move to the numbers on screen: the app as it is served, in Chromium. */

import { LAPTOP, launchChromium, openPage } from '../support/real-chromium.ts';
import { serveForTest } from '../support/served-app.ts';
import { quantile } from './measured.ts';

export interface Paint {
  readonly timesMs: readonly number[];
  readonly p95Ms: number;
}

/** Presses an arrow key on a rule's lever `moves` times; a time ends at the frame after the figures have changed. */
export async function measurePaint(workshopPath: string, leverName: string, moves: number): Promise<Paint> {
  const served = await serveForTest();
  const browser = await launchChromium();
  try {
    const opened = await served.openWorkshop(workshopPath);
    if (!opened.ok) throw new Error(opened.error.detail);
    const page = await openPage(browser, LAPTOP);
    await page.goto(served.url);
    await page.getByRole('link', { name: 'What-if' }).click();
    const stage = page.locator('.what-if-stage[aria-busy="false"]');
    await stage.waitFor({ timeout: 120_000 });
    await page.evaluate(() => {
      const seen: { startMs: number; times: number[] } = { startMs: 0, times: [] };
      Object.assign(globalThis, { paintTimes: seen.times });
      addEventListener(
        'keydown',
        // When the key was pressed, not when the page came to hear of it: whoever holds the page up must be seen here.
        ({ timeStamp }) => {
          seen.startMs = timeStamp;
        },
        true,
      );
      const stageElement = document.querySelector('.what-if-stage');
      if (stageElement === null) throw new Error('no stage');
      new MutationObserver(() => {
        if (stageElement.getAttribute('aria-busy') !== 'false') return;
        const { startMs } = seen;
        requestAnimationFrame(() => seen.times.push(performance.now() - startMs));
      }).observe(stageElement, { attributes: true, attributeFilter: ['aria-busy'] });
    });
    const slider = page.getByRole('group', { name: leverName, exact: true }).getByRole('slider');
    await slider.focus();
    for (let move = 0; move < moves; move += 1) {
      await page.keyboard.press(move % 10 < 5 ? 'ArrowLeft' : 'ArrowRight');
      await page.waitForFunction(
        (count) => (Reflect.get(globalThis, 'paintTimes') as number[]).length >= count,
        move + 1,
      );
    }
    const timesMs = (await page.evaluate('paintTimes')) as number[];
    const warm = timesMs.slice(Math.min(3, timesMs.length - 1));
    return {
      timesMs: warm,
      p95Ms: quantile(
        [...warm].sort((left, right) => left - right),
        0.95,
      ),
    };
  } finally {
    await browser.close();
    await served.close();
  }
}
