import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dialog } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDialogs } from '../../electron/dialogs.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-dialogs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function dialogsThatAnswer(answer: {
  readonly canceled: boolean;
  readonly filePath?: string;
  readonly filePaths?: string[];
}) {
  const asked: unknown[] = [];
  const respond = async (options: unknown) => {
    asked.push(options);
    return { canceled: answer.canceled, filePath: answer.filePath ?? '', filePaths: answer.filePaths ?? [] };
  };
  const dialog = { showOpenDialog: respond, showSaveDialog: respond } as Pick<
    Dialog,
    'showOpenDialog' | 'showSaveDialog'
  >;
  return { asked, dialogs: createDialogs(dialog, () => null, folder) };
}

describe('the desktop dialogs', () => {
  it('ask for one folder when a data folder is wanted', async () => {
    const { asked, dialogs } = dialogsThatAnswer({ canceled: false, filePaths: ['/data'] });
    expect(await dialogs.pickFiles('data-folder')).toEqual(['/data']);
    expect(asked).toEqual([{ properties: ['openDirectory'] }]);
  });

  it('answer no file when the user thinks better of it', async () => {
    expect(await dialogsThatAnswer({ canceled: true }).dialogs.pickFiles('workshop')).toEqual([]);
  });

  it('give a new workshop its ending, and suggest a name that is a name', async () => {
    const { asked, dialogs } = dialogsThatAnswer({ canceled: false, filePath: join(folder, 'Spring') });
    expect(await dialogs.pickNewWorkshop('../Spring: 2026')).toBe(join(folder, 'Spring.accord'));
    expect(asked[0]).toMatchObject({ defaultPath: join(folder, 'Spring 2026.accord') });
  });

  it('write a text whole, and leave nothing beside it', async () => {
    const path = join(folder, 'rules.json');
    expect(
      await dialogsThatAnswer({ canceled: false, filePath: path }).dialogs.saveText(
        'rules.json',
        'application/json',
        '{}',
      ),
    ).toBe(true);
    expect([readdirSync(folder), readFileSync(path, 'utf8')]).toEqual([['rules.json'], '{}']);
  });

  it('write nothing when cancelled', async () => {
    expect(await dialogsThatAnswer({ canceled: true }).dialogs.saveText('rules.json', 'application/json', '{}')).toBe(
      false,
    );
    expect(readdirSync(folder)).toEqual([]);
  });
});
