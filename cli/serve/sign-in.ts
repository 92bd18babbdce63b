/** A one-time token in the first address becomes a cookie; whoever has the cookie is the user. */
import { randomBytes, timingSafeEqual } from 'node:crypto';

export interface SignIn {
  /** Valid once. */
  readonly token: string;
  /** The `Set-Cookie` value for a right token; `wrong`, or `tooMany` after five wrong ones within a minute. */
  readonly exchange: (token: string) => { readonly cookie: string } | 'wrong' | 'tooMany';
  readonly isSignedIn: (cookieHeader: string | undefined) => boolean;
}

const MOST_FAILURES = 5;
const FAILURE_WINDOW_MS = 60_000;

/** `port` is part of the cookie's name: cookies of one host are shared by all its ports. */
export function createSignIn(port: number, now: () => number): SignIn {
  const token = randomBytes(32).toString('hex');
  const session = randomBytes(32).toString('hex');
  const cookieName = `accord-${port}`;
  let isUsed = false;
  let failuresAtMs: readonly number[] = [];
  return {
    token,
    exchange: (given) => {
      failuresAtMs = failuresAtMs.filter((atMs) => now() - atMs < FAILURE_WINDOW_MS);
      if (failuresAtMs.length >= MOST_FAILURES) return 'tooMany';
      if (isUsed || !isSame(given, token)) {
        failuresAtMs = [...failuresAtMs, now()];
        return 'wrong';
      }
      isUsed = true;
      return { cookie: `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/` };
    },
    isSignedIn: (cookieHeader) =>
      (cookieHeader ?? '').split(';').some((pair) => {
        const [name, value] = pair.trim().split('=');
        return name === cookieName && isSame(value ?? '', session);
      }),
  };
}

const isSame = (given: string, wanted: string): boolean =>
  Buffer.byteLength(given) === Buffer.byteLength(wanted) && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));
