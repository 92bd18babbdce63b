/** Files that were dropped on the window, as the system names them: paths become tokens here. */
import { isAbsolute } from 'node:path';
import * as z from 'zod/mini';
import type { PickedFile } from '../../api/bridge.ts';
import type { Reply } from '../../api/reply.ts';
import { refuse, reply } from '../failure.ts';
import type { FileTokens } from '../file-tokens.ts';

const MOST_FILES = 50;
const MOST_LETTERS = 32_767;

const droppedPaths = z
  .array(z.string().check(z.maxLength(MOST_LETTERS), z.refine(isAbsolute)))
  .check(z.minLength(1), z.maxLength(MOST_FILES));

/** What was dropped and is no file of this computer, a picture from a page, has no path and is refused. */
export const takeDroppedFiles =
  (tokens: FileTokens) =>
  (paths: unknown): Reply<readonly PickedFile[]> => {
    const parsed = z.safeParse(droppedPaths, paths);
    return parsed.success
      ? reply(parsed.data.map((path) => tokens.issue(path)))
      : refuse('badSource', `Drop files of this computer, ${MOST_FILES} at most. Nothing was changed.`);
  };
