/** The desktop's dialogs as the app's shell. */
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { BrowserWindow, Dialog, FileFilter, OpenDialogOptions } from 'electron';
import type { PickPurpose } from '../api/bridge.ts';
import { safeFileName, workshopFileName } from '../services/shell/file-name.ts';
import type { Shell } from '../services/shell/shell.ts';

const WORKSHOP_FILTER: FileFilter = { name: 'Accord workshop', extensions: ['accord'] };

const OPTIONS_BY_PURPOSE: Readonly<Record<PickPurpose, OpenDialogOptions>> = {
  workshop: { properties: ['openFile'], filters: [WORKSHOP_FILTER] },
  'data-folder': { properties: ['openDirectory'] },
  delimited: {
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: 'CSV, Excel', extensions: ['csv', 'tsv', 'txt', 'xlsx'] }],
  },
  costs: {
    properties: ['openFile'],
    filters: [{ name: 'CSV, Excel', extensions: ['csv', 'tsv', 'txt', 'xlsx'] }],
  },
  'rule-set': { properties: ['openFile'], filters: [{ name: 'Rule set', extensions: ['json'] }] },
};

/** `windowOf` answers the window that the dialogs belong to; null: none is open. */
export function createDialogs(
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>,
  windowOf: () => BrowserWindow | null,
  documentsFolder: string,
): Shell {
  const save = async (fileName: string, filters: FileFilter[]): Promise<string | null> => {
    const options = { defaultPath: join(documentsFolder, fileName), filters };
    const window = windowOf();
    const { canceled, filePath } = await (window === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(window, options));
    return canceled || filePath === '' ? null : filePath;
  };
  return {
    pickFiles: async (purpose) => {
      const options = OPTIONS_BY_PURPOSE[purpose];
      const window = windowOf();
      const { canceled, filePaths } = await (window === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(window, options));
      return canceled ? [] : filePaths;
    },
    pickNewWorkshop: async (suggestedName) => {
      const path = await save(workshopFileName(suggestedName), [WORKSHOP_FILTER]);
      return path === null || path.endsWith('.accord') ? path : `${path}.accord`;
    },
    saveText: async (suggestedName, _mediaType, text) => {
      const path = await save(safeFileName(suggestedName, 'Accord'), []);
      if (path === null) return false;
      await writeWhole(path, text);
      return true;
    },
  };
}

/** The whole text or the file as it was. */
async function writeWhole(path: string, text: string): Promise<void> {
  const partial = join(dirname(path), `.${basename(path)}.part`);
  try {
    await writeFile(partial, text, { flush: true });
    await rename(partial, path);
  } finally {
    await rm(partial, { force: true });
  }
}
