/** The built desktop app on the fake Electron: preload, IPC, dialogs. */
import { join, resolve } from 'node:path';
import type { Bridge } from '../../api/bridge.ts';
import type { Reply } from '../../api/reply.ts';
import { startDesktopApp } from '../support/fake-electron/start-app.ts';
import { callsOf, heardEvents, type StartTransport } from './transport.ts';

/** The page may ask for names that the contract lacks, too. */
interface AnyCall {
  readonly call: (method: string, input: unknown) => Promise<Reply<unknown>>;
}

export const startIpc: StartTransport = async ({ settingsFolder, workshopsFolder }) => {
  const started = await startDesktopApp({
    projectFolder: resolve(import.meta.dirname, '../..'),
    settingsFolder,
    documentsFolder: workshopsFolder,
  });
  const { page, electron } = started;
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Reflect.set(window, '__heard', heard);
    (Reflect.get(window, 'accord') as Bridge).subscribe((event) => heard.push(event));
  });
  return {
    ...callsOf((method, input) =>
      page.evaluate(([name, value]) => (Reflect.get(window, 'accord') as AnyCall).call(name, value), [
        method,
        input,
      ] as const),
    ),
    pickNewWorkshop: async (name) => {
      electron.record.dialogAnswers.push({ filePath: join(workshopsFolder, `${name}.accord`) });
      const picked = await page.evaluate(
        (wanted) => (Reflect.get(window, 'accord') as Bridge).pickNewWorkshop(wanted),
        name,
      );
      if (picked === null) throw new Error('no place for a workshop was picked');
      return picked;
    },
    choose: async (purpose, paths) => {
      electron.record.dialogAnswers.push({ filePaths: paths });
      return page.evaluate((wanted) => (Reflect.get(window, 'accord') as Bridge).pickFiles(wanted), purpose);
    },
    events: heardEvents(page),
    stop: started.quit,
  };
};
