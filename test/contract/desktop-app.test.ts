import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bridge } from '../../api/bridge.ts';
import { type StartedApp, startDesktopApp } from '../support/fake-electron/start-app.ts';

const PROJECT = resolve(import.meta.dirname, '../..');

let folder: string;
let started: StartedApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'accord-desktop-'));
  started = await startDesktopApp({ projectFolder: PROJECT, settingsFolder: folder, documentsFolder: folder });
}, 60_000);
afterAll(async () => {
  await started.quit();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

describe('the built desktop app', () => {
  it('secures the scheme and the sandbox before it is ready', () => {
    const { calls, schemes } = started.electron.record;
    expect(calls.slice(0, 2)).toEqual(['registerSchemesAsPrivileged', 'enableSandbox']);
    expect(calls.indexOf('whenReady')).toBeGreaterThan(1);
    expect(schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
  });

  it('sends no crash report anywhere', () => {
    expect(started.electron.record.calls).toContain('crashReporter.start uploadToServer=false');
  });

  it('shows its screens from app:// and asks nothing of the network', async () => {
    await started.page.locator('#root button').first().waitFor();
    const [window] = started.electron.BrowserWindow.getAllWindows();
    expect(window?.webContents.getURL()).toMatch(/^app:\/\/bundle\//);
    expect(started.electron.record.blockedRequests).toEqual([]);
  });

  it('gives the page the six functions of the bridge and nothing else', async () => {
    const exposed = await started.page.evaluate(() =>
      Object.entries(Reflect.get(window, 'accord') as object).map(([name, value]) => `${name}: ${typeof value}`),
    );
    expect(exposed.sort()).toEqual([
      'call: function',
      'pickFiles: function',
      'pickNewWorkshop: function',
      'saveText: function',
      'subscribe: function',
      'takeDropped: function',
    ]);
    expect(
      await started.page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in window)),
    ).toEqual([]);
  });

  it('knows dropped files by the paths that the system gives, and takes none from the page', async () => {
    const drop = (names: readonly string[], pathByName: Readonly<Record<string, string>>) =>
      started.page.evaluate(
        async ([all, paths]) => {
          Reflect.set(window, '__fakePathByName', paths);
          const bridge = Reflect.get(window, 'accord') as Bridge<File>;
          return bridge.takeDropped(all.map((name) => new File(['Id'], name))).catch(String);
        },
        [names, pathByName] as const,
      );
    expect(await drop(['b.csv', 'a.csv'], { 'a.csv': '/data/a.csv', 'b.csv': '/data/b.csv' })).toMatchObject([
      { name: 'b.csv' },
      { name: 'a.csv' },
    ]);
    expect(await drop(['made-by-a-script.csv'], {})).toContain('Drop files of this computer');
    const asked = await started.page.evaluate(() =>
      (Reflect.get(window, 'accord') as { call: (method: string, input: unknown) => Promise<unknown> }).call(
        'shell.takeDropped',
        ['/etc/passwd'],
      ),
    );
    expect(asked).toMatchObject({ ok: false, error: { kind: 'unknownMethod' } });
  });

  it.each([
    ['media'],
    ['geolocation'],
    ['notifications'],
    ['fileSystem'],
    ['loopback-network'],
    ['local-network'],
    ['clipboard-read'],
    ['openExternal'],
    ['unknown'],
  ])('refuses the permission %s, asked for or checked', (permission) => {
    const { request, check, device } = started.electron.record.permissions;
    const answers: boolean[] = [];
    request?.(null, permission, (granted) => answers.push(granted));
    expect([...answers, check?.(null, permission), device?.({ deviceType: permission })]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stays on its own pages (%s)', (name) => {
    const prevented = (url: string): boolean => {
      let isPrevented = false;
      const event = {
        url,
        preventDefault: () => {
          isPrevented = true;
        },
      };
      started.electron.BrowserWindow.getAllWindows()[0]?.webContents.emit(name, event);
      return isPrevented;
    };
    expect(prevented('https://example.org/')).toBe(true);
    expect(prevented('app://bundle.evil/')).toBe(true);
    expect(prevented('app://bundle/#/rules')).toBe(false);
  });

  it('refuses a webview', () => {
    let isPrevented = false;
    started.electron.BrowserWindow.getAllWindows()[0]?.webContents.emit('will-attach-webview', {
      preventDefault: () => {
        isPrevented = true;
      },
    });
    expect(isPrevented).toBe(true);
  });

  it('opens no second window, and a link outside only after the user has seen where it leads', async () => {
    const { record, BrowserWindow } = started.electron;
    const open = BrowserWindow.getAllWindows()[0]?.webContents.openHandler;
    record.dialogAnswers.push({ response: 1 });
    expect(open?.({ url: 'https://example.org/x' })).toEqual({ action: 'deny' });
    await expect.poll(() => record.openedExternally).toEqual(['https://example.org/x']);
    expect(open?.({ url: 'file:///etc/passwd' })).toEqual({ action: 'deny' });
    expect(open?.({ url: 'https://example.org/y' })).toEqual({ action: 'deny' });
    await expect.poll(() => record.dialogs.length).toBe(2);
    expect(record.openedExternally).toEqual(['https://example.org/x']);
    expect(record.dialogs[0]).toMatchObject({ message: 'Open example.org in the browser?' });
  });

  it('tells the screen what the menu asks for', async () => {
    const heard = started.page.evaluate(
      () => new Promise((hear) => (Reflect.get(window, 'accord') as Bridge).subscribe(hear)),
    );
    await started.page.evaluate(() => undefined);
    const file = started.electron.record.menu.find(({ label }) => label === '&Edit');
    file?.submenu?.find(({ id }) => id === 'undo')?.click?.();
    expect(await heard).toEqual({ kind: 'command', command: 'undo' });
  });
});
