/** The bridge in a browser: calls and uploads go to the loopback host that served the page, events come from it. */
import type { AppEvent, Bridge, PickedFile, PickPurpose } from '../../api/bridge.ts';
import type { Method, Outputs } from '../../api/contract.ts';
import type { Reply } from '../../api/reply.ts';
import { sharedEvents } from './shared-events.ts';

export function createBrowserBridge(): Bridge<File> {
  return {
    call: <M extends Method>(method: M, input: unknown) => call<Outputs[M]>(method, input),
    subscribe: sharedEvents(openEvents),
    pickFiles: async (purpose) => upload(purpose, await chooseFiles(purpose)),
    takeDropped: (files) => upload('delimited', files),
    pickNewWorkshop: async (suggestedName) => {
      const picked = await call<PickedFile | null>('shell.pickNewWorkshop', { suggestedName });
      if (!picked.ok) throw new Error(picked.error.detail);
      return picked.value;
    },
    saveText: async (suggestedName, mediaType, text) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([text], { type: mediaType }));
      link.download = suggestedName;
      link.click();
      // The download has its own hold on the bytes once it has begun, which is before the next task but one.
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
      return true;
    },
  };
}

function openEvents(tell: (event: AppEvent) => void): () => void {
  const source = new EventSource('/events');
  source.addEventListener('message', (message: MessageEvent<string>) => tell(JSON.parse(message.data) as AppEvent));
  return () => source.close();
}

async function call<Output>(method: string, input: unknown): Promise<Reply<Output>> {
  const response = await fetch('/call', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-accord': '1' },
    body: JSON.stringify({ method, input }),
  });
  return readReply<Output>(response);
}

async function upload(purpose: PickPurpose, files: readonly File[]): Promise<readonly PickedFile[]> {
  const batch = crypto.randomUUID();
  const picked: PickedFile[] = [];
  for (const file of files) {
    const query = new URLSearchParams({ purpose, name: file.name, batch });
    const response = await fetch(`/upload?${query}`, { method: 'POST', headers: { 'x-accord': '1' }, body: file });
    const reply = await readReply<PickedFile>(response);
    if (!reply.ok) throw new Error(reply.error.detail);
    picked.push(reply.value);
  }
  const [first] = picked;
  // All files of a folder have one token, the folder's.
  if (purpose !== 'data-folder' || first === undefined) return picked;
  return [{ token: first.token, name: folderName(files) }];
}

async function readReply<Output>(response: Response): Promise<Reply<Output>> {
  if (!response.ok) return { ok: false, error: { kind: 'unexpected', detail: (await response.text()).trim() } };
  return (await response.json()) as Reply<Output>;
}

const folderName = (files: readonly File[]): string => files[0]?.webkitRelativePath.split('/')[0] || 'Folder';

const ACCEPT_BY_PURPOSE: Readonly<Record<PickPurpose, string>> = {
  workshop: '.accord',
  'data-folder': '',
  delimited: '.csv,.tsv,.txt,.xlsx',
  costs: '.csv,.tsv,.txt,.xlsx',
  'rule-set': '.json',
};

/** Empty when the user thinks better of it. */
function chooseFiles(purpose: PickPurpose): Promise<readonly File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = ACCEPT_BY_PURPOSE[purpose];
  input.multiple = purpose === 'delimited';
  input.webkitdirectory = purpose === 'data-folder';
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(readable(purpose, [...(input.files ?? [])])));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

/** Of a folder only its own CSV files, not those of folders in it: as the app reads a data folder. */
const readable = (purpose: PickPurpose, files: readonly File[]): readonly File[] =>
  purpose === 'data-folder'
    ? files.filter(({ name, webkitRelativePath }) => webkitRelativePath.split('/').length === 2 && /\.csv$/i.test(name))
    : files;
