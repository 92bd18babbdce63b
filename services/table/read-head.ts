import { Buffer } from 'node:buffer';
import { open } from 'node:fs/promises';

export interface FileHead {
  readonly bytes: Buffer;
  /** The file has no more than these. */
  readonly isWhole: boolean;
}

const HEAD_BYTES = 1 << 18;

/** The first 256 KB of a file. Errors of the file system are thrown. */
export async function readHead(path: string): Promise<FileHead> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(HEAD_BYTES);
    let length = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, length, HEAD_BYTES - length, length);
      if (bytesRead === 0) return { bytes: buffer.subarray(0, length), isWhole: true };
      length += bytesRead;
      if (length === HEAD_BYTES) return { bytes: buffer, isWhole: false };
    }
  } finally {
    await file.close();
  }
}
