/** What the window may do: pure decisions, so that tests hold them against hostile input. */

export const APP_SCHEME = 'app';
export const APP_HOST = 'bundle';
const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
export const START_URL = `${APP_ORIGIN}/`;

/** Hosts of our documents: opened in the browser without a question. */
const DOCUMENT_HOSTS: readonly string[] = [];

/** Chromium's default is yes to all; the app needs none. */
export const isPermissionGranted = (_permission: string): boolean => false;

/** The origin is compared as parsed: `app://bundle.evil` and `app://bundle@evil` begin like ours. */
export function isOwnPage(url: string): boolean {
  const parsed = parse(url);
  // Custom schemes have the origin 'null' outside Electron, so its parts are compared.
  return (
    parsed !== null &&
    parsed.protocol === `${APP_SCHEME}:` &&
    parsed.host === APP_HOST &&
    parsed.username === '' &&
    parsed.password === ''
  );
}

export type OpenExternally =
  | { readonly action: 'open' }
  | { readonly action: 'ask'; readonly host: string }
  | { readonly action: 'refuse' };

/** Of a link that leads out of the app: only https, and other hosts than ours only after the user has seen which. */
export function decideOpenExternally(url: string): OpenExternally {
  const parsed = parse(url);
  if (parsed === null || parsed.protocol !== 'https:' || parsed.username !== '' || parsed.password !== '')
    return { action: 'refuse' };
  return DOCUMENT_HOSTS.includes(parsed.host) ? { action: 'open' } : { action: 'ask', host: parsed.host };
}

export interface Sender {
  /** Null once the frame has gone. */
  readonly frameUrl: string | null;
  readonly isMainFrame: boolean;
}

export const isTrustedSender = ({ frameUrl, isMainFrame }: Sender): boolean =>
  frameUrl !== null && isMainFrame && isOwnPage(frameUrl);

function parse(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}
