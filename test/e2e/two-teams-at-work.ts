/** What two teams do in a workshop, by clicking and typing only: each step as one call. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { chooseFiles } from './new-history.ts';

export type TeamName = 'Marketing' | 'Sales';

export interface Answer {
  readonly key: 'y' | 'n' | '?';
  readonly reason: 1 | 2 | 3 | 4 | 5 | 6;
}

export function twoTeamsAtWork(page: Page) {
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const banner = page.getByRole('banner');
  const seat = (team: TeamName) => page.getByRole('main').getByRole('region', { name: team, exact: true });
  const versions = page.getByRole('region', { name: 'Versions' });
  const version = (number: number) =>
    versions
      .getByRole('listitem')
      .filter({ hasText: `Version ${number}` })
      .first();

  const openScreen = (name: string) =>
    page.getByRole('navigation').first().getByRole('link', { name }).click({ timeout: 60_000 });
  const openMenu = async (item: string) => {
    await banner.getByRole('button').first().click();
    await page.getByRole('menuitem', { name: item }).click();
  };

  return {
    openScreen,
    openTimeline: async () => {
      await openMenu('Timeline and minutes');
      await page.getByRole('heading', { name: 'Timeline of the workshop' }).waitFor();
    },
    closeWorkshop: async () => {
      await openMenu('Close this workshop');
      await button('Try it with a demo').waitFor();
    },
    openWorkshopFile: (path: string) => chooseFiles(page, 'Open a workshop …', [path]),

    sitDown: async (team: TeamName, person: string) => {
      const field = page.getByLabel(`Who judges for ${team.toLowerCase()}`);
      await field.fill(person);
      await field.press('Enter');
      await button(`Judge as ${person}`).waitFor();
    },
    /** Alone, behind a curtain before and after. `answers`: one a card. */
    judgeAlone: async (person: string, answers: readonly Answer[]) => {
      await button(`Judge as ${person}`).click();
      await page.getByRole('heading', { name: `${person} judges for` }).waitFor();
      await button('Begin').click();
      for (const [card, { key, reason }] of answers.entries()) {
        await page.getByText(`Lead ${card + 1} of ${answers.length}`).waitFor();
        await page.keyboard.press(key);
        await page.keyboard.press(String(reason));
        await page.keyboard.press('ArrowRight');
      }
      await button('I am done').click();
      await page.getByRole('heading', { name: `Thank you, ${person}` }).waitFor();
    },

    seat,
    version,
    promises: (team: TeamName) => page.getByRole('region', { name: `${team} promises` }),
    sign: async (team: TeamName, number: number) => {
      await seat(team)
        .getByRole('button', { name: `Sign version ${number}` })
        .click();
      await seat(team)
        .getByText(/^signed /u)
        .waitFor();
    },

    importFolder: async (folder: string) => {
      await openScreen('History');
      await chooseFiles(page, 'Open a data folder …', [folder]);
      await button('Bring it in').click();
      await page.getByText('Read = accepted + rejected + duplicate.').waitFor({ timeout: 60_000 });
    },
    saved: async (name: string) => {
      const download = page.waitForEvent('download');
      await button(name).click();
      const file = await download;
      return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
    },
  };
}
