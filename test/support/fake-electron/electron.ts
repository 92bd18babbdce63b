/** Stands for the module `electron` of the main process: enough of it to run the built app, and a record of what was asked. */
import { app } from './fake-app.ts';
import { BrowserWindow } from './fake-window.ts';
import { type FakeDialogAnswer, type FakeRecord, type MenuItem, record, resetRecord } from './record.ts';

export { app, BrowserWindow, record, resetRecord };

export const protocol = {
  registerSchemesAsPrivileged: (schemes: readonly unknown[]) => {
    record.calls.push('registerSchemesAsPrivileged');
    record.schemes.push(...schemes);
  },
  handle: (scheme: string, handler: (request: Request) => Promise<Response>) => {
    record.protocolByScheme.set(scheme, handler);
  },
};

export const ipcMain = {
  handle: (channel: string, handler: (event: unknown, ...args: readonly unknown[]) => unknown) => {
    if (record.handlerByChannel.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    record.handlerByChannel.set(channel, handler);
  },
};

type Permissions = FakeRecord['permissions'];
export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: NonNullable<Permissions['request']>) => {
      record.permissions.request = handler;
    },
    setPermissionCheckHandler: (handler: NonNullable<Permissions['check']>) => {
      record.permissions.check = handler;
    },
    setDevicePermissionHandler: (handler: NonNullable<Permissions['device']>) => {
      record.permissions.device = handler;
    },
  },
};

export const Menu = {
  buildFromTemplate: (template: readonly MenuItem[]) => template,
  setApplicationMenu: (menu: readonly MenuItem[]) => {
    record.menu = menu;
  },
};

const CANCELLED = { canceled: true, filePaths: [], filePath: '', response: 0 };
async function answerDialog(...args: readonly unknown[]): Promise<FakeDialogAnswer> {
  record.dialogs.push(args.at(-1));
  const answer = record.dialogAnswers.shift();
  return answer === undefined ? CANCELLED : { ...CANCELLED, canceled: false, ...answer };
}
export const dialog = { showOpenDialog: answerDialog, showSaveDialog: answerDialog, showMessageBox: answerDialog };

export const shell = {
  openExternal: async (url: string) => {
    record.openedExternally.push(url);
  },
};

export const crashReporter = {
  start: (options: { readonly uploadToServer?: boolean }) => {
    record.calls.push(`crashReporter.start uploadToServer=${options.uploadToServer}`);
  },
};
