/** The renderer's bundle as both hosts serve it: a path of an address becomes a file inside the root, or nothing. */
import { realpath } from 'node:fs/promises';
import { extname, isAbsolute, join, relative } from 'node:path';

export interface BundleFile {
  readonly path: string;
  readonly mediaType: string;
}

const MEDIA_TYPE_BY_ENDING: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** `pathname` as it stands in the address, still percent-encoded. Null: no such file, whatever the reason. */
export async function findBundleFile(root: string, pathname: string): Promise<BundleFile | null> {
  const inside = decode(pathname);
  // A backslash separates folders on Windows, and a NUL ends a path in C: neither is in any name of the bundle.
  if (inside === null || /[\\\0]/.test(inside) || inside.split('/').includes('..')) return null;
  const mediaType = MEDIA_TYPE_BY_ENDING[extname(inside === '/' ? '/index.html' : inside)];
  if (mediaType === undefined) return null;
  try {
    const realRoot = await realpath(root);
    // Links are followed before the comparison, or one inside the root could lead out of it.
    const path = await realpath(join(realRoot, inside === '/' ? 'index.html' : inside));
    const within = relative(realRoot, path);
    return within === '' || within.startsWith('..') || isAbsolute(within) ? null : { path, mediaType };
  } catch {
    return null;
  }
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
