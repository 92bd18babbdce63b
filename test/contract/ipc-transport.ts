/** The built desktop app on the fake Electron: preload, IPC, dialogs. */
import { join, resolve } from 'node:path';
import { startDesktopApp } from '../support/fake-electron/start-app.ts';
import { callsOf, heardEvents, type StartTransport } from './transport.ts';

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
    window.accord?.subscribe((event) => heard.push(event));
  });
  return {
    ...callsOf((method, input) =>
      page.evaluate(([name, value]) => Reflect.get(window, 'accord').call(name, value), [method, input] as const),
    ),
    pickNewWorkshop: async (name) => {
      electron.record.dialogAnswers.push({ filePath: join(workshopsFolder, `${name}.accord`) });
      const picked = await page.evaluate((wanted) => window.accord?.pickNewWorkshop(wanted), name);
      if (picked === undefined || picked === null) throw new Error('no place for a workshop was picked');
      return picked;
    },
    choose: async (purpose, paths) => {
      electron.record.dialogAnswers.push({ filePaths: paths });
      return (await page.evaluate((wanted) => window.accord?.pickFiles(wanted), purpose)) ?? [];
    },
    events: heardEvents(page),
    stop: started.quit,
  };
};
