/** What every screen is held to, whatever it shows. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeRun {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** The violations that axe finds, one line each. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate('axe.run(document)')) as AxeRun;
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html.slice(0, 160) ?? ''} (${nodes.length})`,
  );
}

/** Words that do not fit where they stand (those that end in … have their whole text in a title), and NaN on screen. */
export function textFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('main *, header *, nav *')) {
      const ownText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      );
      if (!ownText || element.closest('svg') !== null || element.closest('[title]') !== null) continue;
      const style = getComputedStyle(element);
      const isCut = style.overflowX === 'hidden' || style.overflowX === 'clip';
      if (isCut && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1)
        faults.push(`cut: ${element.textContent}`);
    }
    if (/\bNaN\b|Infinity|∞|undefined|\[object/.test(document.body.innerText))
      faults.push('NaN or undefined on screen');
    return faults;
  });
}

/** Charts that show nothing and do not say why, figures that are none, and words that stick out of their picture. */
export function chartFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    for (const card of document.querySelectorAll<HTMLElement>('.chart-card')) {
      const question = card.getAttribute('aria-label') ?? '';
      const chart = card.querySelector('.chart-plot svg');
      const isTold = (card.querySelector('.chart-reason')?.textContent ?? '') !== '';
      if (chart === null) {
        if (!isTold) faults.push(`${question}: no chart, and no reason`);
        continue;
      }
      if (/NaN|Infinity|undefined/u.test(chart.outerHTML)) faults.push(`${question}: drawn with a figure that is none`);
      const frame = chart.getBoundingClientRect();
      if (frame.height < 60) faults.push(`${question}: ${Math.round(frame.height)} px are no chart`);
      for (const text of chart.querySelectorAll('text')) {
        const box = text.getBoundingClientRect();
        const sticksOut =
          box.left < frame.left - 1 ||
          box.right > frame.right + 1 ||
          box.top < frame.top - 1 ||
          box.bottom > frame.bottom + 1;
        if (sticksOut) faults.push(`${question}: "${text.textContent}" sticks out`);
      }
    }
    return faults;
  });
}

/** Words that run into what stands beside them, or out of a box that cuts them off without a …. */
export function spilledWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
      const element = node.parentElement;
      if (element === null || node.textContent?.trim() === '' || element.closest('svg, .scroll, [hidden]') !== null)
        continue;
      if (getComputedStyle(element).textOverflow === 'ellipsis') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width === 0 || box.height <= 1) continue;
      for (let around: Element | null = element; around !== null && around.tagName !== 'BODY'; ) {
        const { overflowX, textOverflow, clipPath } = getComputedStyle(around);
        const frame = around.getBoundingClientRect();
        const isBox = overflowX !== 'visible' || around.parentElement?.matches('[role="group"]') === true;
        if (frame.width <= 1 || clipPath !== 'none' || textOverflow === 'ellipsis' || overflowX === 'auto') break;
        if (isBox && (box.right > frame.right + 1 || box.left < frame.left - 1)) {
          faults.push(`spills: ${node.textContent}`);
          break;
        }
        around = around.parentElement;
      }
    }
    return faults;
  });
}
