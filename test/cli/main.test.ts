import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readServeOptions } from '../../cli/serve/serve-command.ts';

const ENTRY = resolve(import.meta.dirname, '../../cli/accord.mjs');

function accord(args: readonly string[], nodeArgs: readonly string[] = []) {
  return new Promise<{ readonly status: number; readonly out: string; readonly err: string }>((done) => {
    execFile(process.execPath, [...nodeArgs, ENTRY, ...args], (failure, out, err) => {
      done({ status: typeof failure?.code === 'number' ? failure.code : 0, out, err });
    });
  });
}

describe('accord', () => {
  it('--help names every command', async () => {
    const { status, out, err } = await accord(['--help']);
    expect([
      status,
      err,
      ['simulate', 'import', 'read', 'erase', 'costs', 'demo', 'suggest', 'serve'].filter(
        (name) => !out.includes(`\n  ${name} `),
      ),
    ]).toEqual([0, '', []]);
  });

  it.each(['simulate', 'import', 'read', 'erase', 'costs', 'demo', 'suggest', 'serve'])(
    '%s --help shows how it is used, with examples',
    async (command) => {
      const { status, out } = await accord([command, '--help']);
      expect([status, out]).toEqual([
        0,
        expect.stringMatching(new RegExp(`^accord ${command} [^]*\\n(Examples|Example)\\n  accord ${command}[ \\n]`)),
      ]);
    },
  );

  it.each([['burn'], ['constructor'], ['__proto__']])(
    'has no command %s: one line, exit status 2, nothing printed',
    async (command) => {
      expect(await accord([command])).toEqual({
        status: 2,
        out: '',
        err: `accord: there is no command '${command}'; see accord --help\n`,
      });
    },
  );

  it('without a command is bad use', async () => {
    expect((await accord([])).status).toBe(2);
  });

  it('on an older Node says so in one line', async () => {
    const asOlder = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"20.20.2"}})';
    const { status, out, err } = await accord(['--help'], ['--import', asOlder]);
    expect([status === 0, out, err.trim().split('\n').length]).toEqual([false, '', 1]);
    expect(err).toContain('needs Node 24');
  });
});

describe('accord serve', () => {
  it.each([
    [['--port', 'x'], '--port'],
    [['--port', '70000'], '--port'],
    [['--idle-minutes', '0'], '--idle-minutes'],
    [['--shout'], '--shout'],
    [['file.accord'], 'file.accord'],
  ])('%j is bad use, and the message names it', (args, named) => {
    expect(readServeOptions(args)).toEqual({ ok: false, error: expect.stringContaining(named) as string });
  });
});
