/**
 * The window's doors to the app. Guards: two channels with fixed names; the sender is our page, in the window's main frame
 * (a frame that has gone is null); the method is looked up and the input parsed by the dispatch; no answer throws. The page
 * itself speaks on the channel of calls only, where no method takes a path: the channel of dropped files is the preload's,
 * which has their paths from the system.
 */
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { PickedFile } from '../api/bridge.ts';
import type { Reply } from '../api/reply.ts';
import type { Dispatch } from '../services/dispatch.ts';
import { CALL_CHANNEL, DROP_CHANNEL } from './channels.ts';
import { isTrustedSender } from './security-policy.ts';

export type TakeDropped = (paths: unknown) => Reply<readonly PickedFile[]>;

export function registerIpc(ipcMain: Pick<IpcMain, 'handle'>, dispatch: Dispatch, takeDropped: TakeDropped): void {
  ipcMain.handle(
    CALL_CHANNEL,
    async (event: IpcMainInvokeEvent, method: unknown, input: unknown): Promise<Reply<unknown>> => {
      requireOwnPage(event);
      return typeof method === 'string'
        ? dispatch(method, input)
        : { ok: false, error: { kind: 'unknownMethod', detail: 'A method has a name.' } };
    },
  );
  ipcMain.handle(
    DROP_CHANNEL,
    async (event: IpcMainInvokeEvent, paths: unknown): Promise<Reply<readonly PickedFile[]>> => {
      requireOwnPage(event);
      return takeDropped(paths);
    },
  );
}

function requireOwnPage({ senderFrame, sender }: IpcMainInvokeEvent): void {
  const isTrusted = isTrustedSender({
    frameUrl: senderFrame?.url ?? null,
    isMainFrame: senderFrame === sender.mainFrame,
  });
  if (!isTrusted) throw new Error('this page may not call the app');
}
