/** `app://bundle/…`: the screens' bundle, and nothing else of the disk. */
import { readFile } from 'node:fs/promises';
import { findBundleFile } from '../services/security/bundle-files.ts';
import { SECURITY_HEADERS } from '../services/security/content-security-policy.ts';
import { APP_HOST, APP_SCHEME } from './security-policy.ts';

/** For `registerSchemesAsPrivileged`: what is not named stays off (bypassCSP, service workers, CORS, streams). */
export const APP_SCHEME_PRIVILEGES = Object.freeze({
  scheme: APP_SCHEME,
  privileges: Object.freeze({ standard: true, secure: true, supportFetchAPI: true }),
});

export function createAppProtocol(bundleFolder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET') return answer(405, 'text/plain', 'Only GET.');
    const url = new URL(request.url);
    // The address as sent: URL has already folded `..` away, which the raw text still shows.
    const isPlain =
      url.host === APP_HOST && url.username === '' && !request.url.slice(`${APP_SCHEME}://`.length).includes('//');
    const file = isPlain ? await findBundleFile(bundleFolder, url.pathname) : null;
    if (file === null) return answer(404, 'text/plain', 'There is no such file.');
    return answer(200, file.mediaType, new Uint8Array(await readFile(file.path)));
  };
}

const answer = (status: number, mediaType: string, body: string | Uint8Array<ArrayBuffer>): Response =>
  new Response(body, { status, headers: { ...SECURITY_HEADERS, 'content-type': mediaType } });
