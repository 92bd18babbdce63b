import type { IpcMainInvokeEvent } from 'electron';
import { describe, expect, it } from 'vitest';
import { registerIpc } from '../../electron/register-ipc.ts';

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

function register() {
  const calls: unknown[] = [];
  const listeners = new Map<string, Listener>();
  registerIpc({ handle: (channel, listener) => void listeners.set(channel, listener) }, async (method, input) => {
    calls.push([method, input]);
    return { ok: true, value: 'done' };
  });
  const call = (event: object, ...args: unknown[]) =>
    listeners.get('accord:call')?.(event as IpcMainInvokeEvent, ...args);
  return { calls, call, channels: [...listeners.keys()] };
}

const ownFrame = { url: 'app://bundle/#/rules' };
const own = { senderFrame: ownFrame, sender: { mainFrame: ownFrame } };

describe('the call channel', () => {
  it('is the only one that answers', () => {
    expect(register().channels).toEqual(['accord:call']);
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
    const { call, calls } = register();
    await expect(call(event, 'workshop.state', {})).rejects.toThrow('this page may not call the app');
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

function foreign(url: string) {
  const frame = { url };
  return { senderFrame: frame, sender: { mainFrame: frame } };
}
