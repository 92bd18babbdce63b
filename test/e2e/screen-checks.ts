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
    if (/\bNaN\b|undefined|\[object/.test(document.body.innerText)) faults.push('NaN or undefined on screen');
    return faults;
  });
}
