/**
 * What the page gets: the six functions of the Bridge by name, no channel of its choice, no event object. Paths of dropped
 * files are asked of the File objects here, and go to the app by a channel that the page cannot speak on.
 */
import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import type { AppEvent, Bridge, PickedFile } from '../api/bridge.ts';
import type { Reply } from '../api/reply.ts';
import { CALL_CHANNEL, DROP_CHANNEL, EVENT_CHANNEL } from './channels.ts';

const bridge: Bridge<File> = {
  call: (method, input) => ipcRenderer.invoke(CALL_CHANNEL, method, input),
  subscribe: (listener) => {
    const hear = (_event: IpcRendererEvent, appEvent: AppEvent) => listener(appEvent);
    ipcRenderer.on(EVENT_CHANNEL, hear);
    return () => {
      ipcRenderer.removeListener(EVENT_CHANNEL, hear);
    };
  },
  pickFiles: (purpose) => callShell('shell.pickFiles', { purpose }),
  takeDropped: async (files) => {
    const paths = files.map((file) => webUtils.getPathForFile(file));
    const reply = (await ipcRenderer.invoke(DROP_CHANNEL, paths)) as Reply<readonly PickedFile[]>;
    return outputOf(reply);
  },
  pickNewWorkshop: (suggestedName) => callShell('shell.pickNewWorkshop', { suggestedName }),
  saveText: (suggestedName, mediaType, text) => callShell('shell.saveText', { suggestedName, mediaType, text }),
};

contextBridge.exposeInMainWorld('accord', bridge);

async function callShell<Output>(method: string, input: unknown): Promise<Output> {
  return outputOf((await ipcRenderer.invoke(CALL_CHANNEL, method, input)) as Reply<Output>);
}

function outputOf<Output>(reply: Reply<Output>): Output {
  if (!reply.ok) throw new Error(reply.error.detail);
  return reply.value;
}
