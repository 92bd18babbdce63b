/** Files that the browser picks: streamed to a folder of this session (workshops: to the folder of workshops), known by token. */
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PickedFile, PickPurpose } from '../../api/bridge.ts';
import type { Reply } from '../../api/reply.ts';
import { refuse, reply } from '../../services/failure.ts';
import type { FileTokens } from '../../services/file-tokens.ts';
import { freePath, safeFileName, workshopFileName } from '../../services/shell/file-name.ts';

export interface Upload {
  readonly purpose: PickPurpose;
  readonly name: string;
  /** Files of one data folder share it, and so its token. */
  readonly batch: string;
  readonly body: Readable;
}

export interface Uploads {
  readonly receive: (upload: Upload) => Promise<Reply<PickedFile>>;
  readonly close: () => Promise<void>;
}

export interface UploadParts {
  readonly workshopsFolder: string;
  readonly tokens: FileTokens;
  readonly mostBytes: number;
}

export function createUploads({ workshopsFolder, tokens, mostBytes }: UploadParts): Uploads {
  let session: Promise<string> | undefined;
  let received = 0;
  const folderOf = async (name: string): Promise<string> => {
    session ??= mkdtemp(join(tmpdir(), 'accord-uploads-'));
    const folder = join(await session, name);
    await mkdir(folder, { recursive: true });
    return folder;
  };
  const place = async ({ purpose, name, batch }: Upload): Promise<string> => {
    if (purpose === 'workshop') {
      await mkdir(workshopsFolder, { recursive: true });
      return freePath(workshopsFolder, workshopFileName(name));
    }
    received += 1;
    const folder = purpose === 'data-folder' ? `folder ${safeFileName(batch, 'batch')}` : `file ${received}`;
    return join(await folderOf(folder), safeFileName(name, 'file'));
  };
  return {
    receive: async (upload) => {
      const path = await place(upload);
      try {
        await pipeline(upload.body, capped(mostBytes), createWriteStream(path, { flags: 'wx' }));
      } catch (thrown) {
        if (!isAlreadyThere(thrown)) await rm(path, { force: true });
        return failureOf(thrown);
      }
      return reply(tokens.issue(upload.purpose === 'data-folder' ? dirname(path) : path, upload.name));
    },
    close: async () => {
      if (session !== undefined) await rm(await session, { recursive: true, force: true });
    },
  };
}

class TooLarge extends Error {}

const capped = (mostBytes: number) =>
  async function* (source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    let bytes = 0;
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw new TooLarge();
      yield chunk;
    }
  };

const codeOf = (thrown: unknown): unknown => (thrown instanceof Error && 'code' in thrown ? thrown.code : undefined);
const isAlreadyThere = (thrown: unknown): boolean => codeOf(thrown) === 'EEXIST';

function failureOf(thrown: unknown): Reply<PickedFile> {
  if (thrown instanceof TooLarge)
    return refuse('badSource', 'The file is too large to be sent to the app. Nothing was kept.');
  if (isAlreadyThere(thrown)) return refuse('badSource', 'Two files of the folder have the same name.');
  if (codeOf(thrown) === 'ENOSPC') return refuse('diskFull', 'The disk is full. Nothing was kept.');
  return refuse('badSource', 'The file did not arrive whole. Nothing was kept; choose it again.');
}
