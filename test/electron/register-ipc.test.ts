import type { IpcMainInvokeEvent } from 'electron';
import { describe, expect, it } from 'vitest';
import { registerIpc } from '../../electron/register-ipc.ts';

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

function register() {
  const calls: unknown[] = [];
  const listeners = new Map<string, Listener>();
  registerIpc(
    { handle: (channel, listener) => void listeners.set(channel, listener) },
    async (method, input) => {
      calls.push([method, input]);
      return { ok: true, value: 'done' };
    },
    (paths) => {
      calls.push(['dropped', paths]);
      return { ok: true, value: [] };
    },
  );
  const drop = (event: object, paths: unknown) => listeners.get('accord:drop')?.(event as IpcMainInvokeEvent, paths);
  const call = (event: object, ...args: unknown[]) =>
    listeners.get('accord:call')?.(event as IpcMainInvokeEvent, ...args);
  return { calls, call, drop, channels: [...listeners.keys()] };
}

const ownFrame = { url: 'app://bundle/#/rules' };
const own = { senderFrame: ownFrame, sender: { mainFrame: ownFrame } };

describe('the call channel', () => {
  it('answers beside that of dropped files, and no other does', () => {
    expect(register().channels).toEqual(['accord:call', 'accord:drop']);
  });

  it('passes a call of our page on', async () => {
    const { call, calls } = register();
    expect(await call(own, 'workshop.state', {})).toEqual({ ok: true, value: 'done' });
    expect(calls).toEqual([['workshop.state', {}]]);
  });

  it.each([
    ['a frame that has gone', { senderFrame: null, sender: { mainFrame: ownFrame } }],
    ['a frame inside the page', { senderFrame: { ...ownFrame }, sender: { mainFrame: ownFrame } }],
    ['a foreign page', foreign('https://example.org/')],
    ['a page that begins like ours', foreign('app://bundle.evil/')],
  ])('refuses %s, without effect', async (_, event) => {
    const { call, drop, calls } = register();
    await expect(call(event, 'workshop.state', {})).rejects.toThrow('this page may not call the app');
    await expect(drop(event, ['/data/leads.csv'])).rejects.toThrow('this page may not call the app');
    expect(calls).toEqual([]);
  });

  it.each([[undefined], [7], [{ toString: () => 'workshop.state' }], [['workshop.state']]])(
    'takes %s for no method',
    async (method) => {
      const { call, calls } = register();
      expect(await call(own, method, {})).toMatchObject({ ok: false, error: { kind: 'unknownMethod' } });
      expect(calls).toEqual([]);
    },
  );
});

describe('the channel of dropped files', () => {
  it('passes the paths that the preload has from the system on, and nothing to the dispatch', async () => {
    const { drop, calls } = register();
    expect(await drop(own, ['/data/leads.csv'])).toEqual({ ok: true, value: [] });
    expect(calls).toEqual([['dropped', ['/data/leads.csv']]]);
  });
});

function foreign(url: string) {
  const frame = { url };
  return { senderFrame: frame, sender: { mainFrame: frame } };
}
