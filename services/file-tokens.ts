/** Files by token: the screen names a file by a random token only, and never sees or sends a path. */
import { randomBytes } from 'node:crypto';
import { basename, resolve } from 'node:path';
import type { PickedFile } from '../api/bridge.ts';

export interface FileTokens {
  /** The same path has the same token for as long as the app runs. `name` is what the user is shown. */
  readonly issue: (path: string, name?: string) => PickedFile;
  /** The absolute path; undefined for a token that was never issued. */
  readonly pathOf: (token: string) => string | undefined;
}

export function createFileTokens(): FileTokens {
  const pathByToken = new Map<string, string>();
  const tokenByPath = new Map<string, string>();
  return {
    issue: (path, name) => {
      const absolute = resolve(path);
      const token = tokenByPath.get(absolute) ?? randomBytes(24).toString('base64url');
      tokenByPath.set(absolute, token);
      pathByToken.set(token, absolute);
      return { token, name: name ?? basename(absolute) };
    },
    pathOf: (token) => pathByToken.get(token),
  };
}
