/** What the page gets: the five functions of the Bridge by name, no channel of its choice, no event object. */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { AppEvent, Bridge } from '../api/bridge.ts';
import type { Reply } from '../api/reply.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels.ts';

const bridge: Bridge = {
  call: (method, input) => ipcRenderer.invoke(CALL_CHANNEL, method, input),
  subscribe: (listener) => {
    const hear = (_event: IpcRendererEvent, appEvent: AppEvent) => listener(appEvent);
    ipcRenderer.on(EVENT_CHANNEL, hear);
    return () => {
      ipcRenderer.removeListener(EVENT_CHANNEL, hear);
    };
  },
  pickFiles: (purpose) => callShell('shell.pickFiles', { purpose }),
  pickNewWorkshop: (suggestedName) => callShell('shell.pickNewWorkshop', { suggestedName }),
  saveText: (suggestedName, mediaType, text) => callShell('shell.saveText', { suggestedName, mediaType, text }),
};

contextBridge.exposeInMainWorld('accord', bridge);

async function callShell<Output>(method: string, input: unknown): Promise<Output> {
  const reply = (await ipcRenderer.invoke(CALL_CHANNEL, method, input)) as Reply<Output>;
  if (!reply.ok) throw new Error(reply.error.detail);
  return reply.value;
}
