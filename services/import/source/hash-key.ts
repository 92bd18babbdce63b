/** The key of this machine with which cells are hashed: beside the app's settings, never in a workshop, so that nobody can try addresses out against a workshop that is passed on. */
import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldText } from '../../../core/text.ts';
import { errorCode } from '../../../db/workshop-fault.ts';

const FILE = 'hash-key';
const KEY = /^[0-9a-f]{64}$/;
const HASHED = /^h_[0-9a-f]{24}$/;

/** 64 hexadecimal digits; made when it is not there. Errors of the file system are thrown. */
export function readHashKey(folder: string): string {
  const path = join(folder, FILE);
  for (;;) {
    const held = heldKey(path);
    if (held !== null) return held;
    mkdirSync(folder, { recursive: true });
    try {
      writeFileSync(path, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Another import made it in the same moment.
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

function heldKey(path: string): string | null {
  try {
    const text = readFileSync(path, 'utf8').trim();
    if (!KEY.test(text)) throw new Error(`${path} holds no key: 64 hexadecimal digits. Put the right one back.`);
    return text;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/**
 * HMAC-SHA-256 (RFC 2104) of the folded cell, its first 96 bits as `h_` and 24 hexadecimal digits: among a thousand million
 * different cells two equal hashes are as likely as one in 10¹¹. A hash stays what it is.
 */
export function createCellHash(key: string): (cell: string) => string {
  const bytes = Buffer.from(key, 'hex');
  return (cell) =>
    HASHED.test(cell) ? cell : `h_${createHmac('sha256', bytes).update(foldText(cell)).digest('hex').slice(0, 24)}`;
}

/** Of a cell that came back in a file of rejected rows, nobody can tell any more what it was. */
export const isHashed = (cell: string): boolean => HASHED.test(cell.trim());

/** Tells one key from another and nothing of it. */
export const keyFingerprint = (key: string): string =>
  createHmac('sha256', Buffer.from(key, 'hex')).update('accord hash key').digest('hex').slice(0, 16);
