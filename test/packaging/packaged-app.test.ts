/** The Linux package, made with a stand-in for Electron's binary: what is in it, and that what is in it runs. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeAndOpenAgain, firstDay } from '../e2e/newcomer-journey.ts';
import { type StartedApp, startDesktopApp } from '../support/fake-electron/start-app.ts';
import { writeStandInElectron } from './stand-in-electron.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

describe('the packaged app', () => {
  let folder: string;
  let resources: string;
  let packed: readonly string[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'accord-package-'));
    const { version } = JSON.parse(readFileSync(require.resolve('electron/package.json'), 'utf8')) as {
      version: string;
    };
    writeStandInElectron(join(folder, 'electron'), version);
    execFileSync(
      process.execPath,
      [
        require.resolve('electron-builder/cli.js'),
        '--dir',
        '--linux',
        '--config',
        'build/electron-builder.yml',
        `-c.electronDist=${join(folder, 'electron')}`,
        `-c.directories.output=${join(folder, 'out')}`,
      ],
      { cwd: PROJECT, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    resources = join(folder, 'out/linux-unpacked/resources');
    packed = listPackage(join(resources, 'app.asar'), { isPack: false });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds the built files and the database driver for this platform, and nothing else', () => {
    const top = new Set(packed.map((path) => path.split('/').slice(1, 3).join('/')));
    expect(
      [...top].filter(
        (path) => !/^(dist(\/(electron|renderer))?|package\.json|node_modules(\/better-sqlite3)?)$/u.test(path),
      ),
    ).toEqual([]);
    const binaries = packed.filter((path) => path.endsWith('.node'));
    expect(binaries.length).toBeGreaterThan(0);
    expect(binaries.filter((path) => !/\/linux-[a-z0-9]+\.node$/u.test(path))).toEqual([]);
  });

  it('holds no sources, no maps and no workshop', () => {
    expect(packed.filter((path) => /\.(ts|tsx|map|accord)$/u.test(path) && !path.includes('node_modules'))).toEqual([]);
  });

  it('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(join(folder, 'out/linux-unpacked/accord'));
    const isOn = (fuse: FuseV1Options): boolean => wire[fuse] === FuseState.ENABLE;
    expect({
      runAsNode: isOn(FuseV1Options.RunAsNode),
      cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
      nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      nodeInspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
      asarIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      asarOnly: isOn(FuseV1Options.OnlyLoadAppFromAsar),
      fileExtraPrivileges: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      nodeInspect: false,
      asarIntegrity: true,
      asarOnly: true,
      fileExtraPrivileges: false,
    });
  });

  describe('when it runs', () => {
    let app: StartedApp;
    let left = '';

    beforeAll(async () => {
      const unpacked = join(folder, 'app');
      extractAll(join(resources, 'app.asar'), unpacked);
      app = await startDesktopApp({
        projectFolder: unpacked,
        settingsFolder: join(folder, 'settings'),
        documentsFolder: folder,
      });
    });
    afterAll(() => app.quit());

    it('takes a newcomer through the first day', async () => {
      app.electron.record.dialogAnswers.push({ filePath: join(folder, 'Demo workshop.accord') });
      left = await firstDay(app.page);
    });

    it('shows everything as it was left after closing and opening again', async () => {
      await closeAndOpenAgain(app.page, left);
    });
  });
});
