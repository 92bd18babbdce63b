/** A folder of its own for the tables of one test file. */
import type { Buffer } from 'node:buffer';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Result } from '../../core/result.ts';
import type { ReadingChoice } from '../../services/table/reading-choice.ts';
import type { TableFault } from '../../services/table/table-fault.ts';

export const FOUND_OUT: ReadingChoice = { encoding: null, delimiter: null, header: null, sheet: null };

/** Emptied after each test. */
export function tableFolder() {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'accord-tables-'));
  });
  afterEach(() => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  return {
    path: (name: string): string => join(folder, name),
    /** Answers the path. */
    write: (name: string, content: string | Buffer): string => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    },
    names: (): readonly string[] => readdirSync(folder).toSorted(),
  };
}

/** Throws where there is none. */
export function faultOf(result: Result<unknown, TableFault>): TableFault {
  if (result.ok) throw new Error('no fault, though one was expected');
  return result.error;
}
