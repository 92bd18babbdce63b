/** The rule designer by hand: whatever a rule set can say is set with the mouse, and again with nothing but the keyboard. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseRuleSet } from '../../core/rule-set/parse-rule-set.ts';
import { OPERATORS } from '../../core/rule-set/rule-set.ts';
import { type Hands, keyboard, mouse } from '../support/hands.ts';
import { ASKED_OPERATORS, EVERY_FIELD } from '../support/rule-set-of-every-field.ts';
import { openServedPage, type ServedPage } from '../support/served-page.ts';
import { designEveryField } from './every-field-by-hand.ts';
import { accessibilityFaults, textFaults } from './screen-checks.ts';

const LONGEST_MS = 10 * 60_000;

describe('the rule designer', () => {
  let stage: ServedPage;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    stage = await openServedPage();
    ({ page, faults } = stage);
    page.setDefaultTimeout(20_000);
  }, 60_000);
  afterAll(() => stage.close());

  it.each<readonly [string, (page: Page) => Hands]>([
    ['the mouse', mouse],
    ['nothing but the keyboard', keyboard],
  ])(
    'sets every field of the format with %s',
    async (_name, handsOf) => {
      // Given a new workshop with the blank rule set
      const hands = handsOf(page);
      await newWorkshop(hands);
      // When every field is set on screen
      await designEveryField(page, hands);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await textFaults(page)).toEqual([]);
      // Then the file that is saved is exactly that rule set
      const saved = page.waitForEvent('download');
      await hands.press(page.getByRole('button', { name: 'Save the rule set as a file' }));
      const document: unknown = JSON.parse(readFileSync(await (await saved).path(), 'utf8'));
      expect(parseRuleSet(document)).toEqual({ ok: true, value: EVERY_FIELD });
      expect(faults).toEqual([]);
    },
    LONGEST_MS,
  );

  it('asks every operator of the format in that', () => {
    expect([...ASKED_OPERATORS].toSorted()).toEqual([...OPERATORS].toSorted());
  });

  async function newWorkshop(hands: Hands): Promise<void> {
    const start = page.getByRole('heading', { name: 'Agree on what a qualified lead is' });
    const open = page.getByRole('navigation').getByRole('link', { name: 'Rules' });
    await start.or(open).first().waitFor();
    if (!(await start.isVisible())) {
      await hands.press(page.getByRole('banner').getByRole('button').first());
      const close = page.getByRole('menuitem', { name: 'Close this workshop' });
      await close.press('Enter');
      await start.waitFor();
    }
    await hands.press(page.getByRole('button', { name: 'New workshop …' }));
    await hands.press(open);
    await page.getByRole('button', { name: 'Add a dimension' }).waitFor();
  }
});
