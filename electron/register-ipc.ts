/**
 * The window's door to the app. Guards: one channel with a fixed name; the sender is our page, in the window's main frame
 * (a frame that has gone is null); the method is looked up and the input parsed by the dispatch; no answer throws.
 */
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { Reply } from '../api/reply.ts';
import type { Dispatch } from '../services/dispatch.ts';
import { CALL_CHANNEL } from './channels.ts';
import { isTrustedSender } from './security-policy.ts';

export function registerIpc(ipcMain: Pick<IpcMain, 'handle'>, dispatch: Dispatch): void {
  ipcMain.handle(
    CALL_CHANNEL,
    async (event: IpcMainInvokeEvent, method: unknown, input: unknown): Promise<Reply<unknown>> => {
      const { senderFrame, sender } = event;
      const isTrusted = isTrustedSender({
        frameUrl: senderFrame?.url ?? null,
        isMainFrame: senderFrame === sender.mainFrame,
      });
      if (!isTrusted) throw new Error('this page may not call the app');
      return typeof method === 'string'
        ? dispatch(method, input)
        : { ok: false, error: { kind: 'unknownMethod', detail: 'A method has a name.' } };
    },
  );
}
