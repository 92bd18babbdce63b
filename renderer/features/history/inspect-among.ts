import type { InspectedFile, SourceInspection } from '../../../api/import.ts';
import type { Reply } from '../../../api/reply.ts';
import type { Client } from '../../client/client.ts';
import type { FlowFile } from './flow-files.ts';

type Asked = Pick<FlowFile, 'token' | 'reading'>;

/**
 * Looks at the files beside others of the same import. The app takes the tables of a data folder by themselves for one:
 * beside all the other files they are files like those, or the whole choice is a folder.
 */
export async function inspectAmong(
  client: Client,
  asked: readonly Asked[],
  others: readonly Asked[],
): Promise<Reply<SourceInspection>> {
  const ask = (files: readonly Asked[]) =>
    client('import.inspect', { files: files.map(({ token, reading }) => ({ file: token, reading })) });
  const reply = await ask(asked);
  const left = others.filter(({ token }) => asked.every((one) => one.token !== token));
  if (!reply.ok || reply.value.kind === 'files' || left.length === 0) return reply;
  const together = await ask([...asked, ...left]);
  if (!together.ok || together.value.kind === 'folder') return together;
  return { ok: true, value: { kind: 'files', files: together.value.files.slice(0, asked.length) } };
}

/** What was found in the first file that was asked for; undefined: it was not looked at as a file. */
export const firstInspected = (reply: Reply<SourceInspection>): InspectedFile | undefined =>
  reply.ok && reply.value.kind === 'files' ? reply.value.files[0] : undefined;
