/** Which requests may be answered at all, decided from their head alone. */
import type { IncomingHttpHeaders } from 'node:http';

export interface RequestHead {
  readonly method: string;
  /** The request target as sent. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  /** Names and values in turn, as sent. */
  readonly rawHeaders: readonly string[];
}

export interface Refusal {
  readonly status: 400 | 403 | 405;
  /** For the answer and the log; never quotes the request. */
  readonly reason: string;
}

/** Null: go on. `origin` is the host's own, `http://127.0.0.1:<port>`. */
export function refusalOf(head: RequestHead, origin: string): Refusal | null {
  const { method, target, headers } = head;
  if (hostsOf(head).length !== 1 || hostsOf(head)[0] !== origin.slice('http://'.length)) return no(403, 'wrong Host');
  if (!target.startsWith('/') || target.startsWith('//')) return no(400, 'request target must be a path');
  if (method === 'OPTIONS') return no(403, 'no request from another origin is allowed');
  if (method !== 'GET' && method !== 'POST') return no(405, 'only GET and POST');
  const site = headers['sec-fetch-site'];
  if (method === 'GET') {
    // Typed into the address bar, or followed from the terminal: only the start page may be asked for from nowhere.
    const isStart = target === '/' || target.startsWith('/?');
    if (site === 'same-origin' || (site === 'none' && isStart)) return null;
    return no(403, 'only pages of this app may ask for this');
  }
  if (headers.origin !== origin) return no(403, 'wrong Origin');
  if (site !== 'same-origin') return no(403, 'only pages of this app may ask for this');
  if (headers['x-accord'] !== '1') return no(403, 'header X-Accord: 1 is missing');
  return null;
}

/** Node keeps the first of several Host headers and would answer; two of them are an attempt at something. */
const hostsOf = ({ rawHeaders }: RequestHead): readonly (string | undefined)[] =>
  rawHeaders.flatMap((name, index) =>
    index % 2 === 0 && name.toLowerCase() === 'host' ? [rawHeaders[index + 1]] : [],
  );

const no = (status: Refusal['status'], reason: string): Refusal => ({ status, reason });
