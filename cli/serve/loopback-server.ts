/**
 * The app in a browser, on this machine only. A web page anywhere can send requests to 127.0.0.1, so these guards stand
 * here, each with a raw-socket test in test/cli/serve:
 *  1. Listens on 127.0.0.1 only, on a port of the system's choice.
 *  2. Host must be exactly `127.0.0.1:<port>`, once (rebinding a name to 127.0.0.1 leaves its name here); the target is a path.
 *  3. Every POST needs our Origin and `Sec-Fetch-Site: same-origin`; a GET from nowhere may ask for the start page only.
 *  4. Nothing but the sign-in is answered without the cookie. The one-time token of 32 random bytes is compared in constant
 *     time, works once, and becomes a cookie that scripts cannot read and other sites cannot send. Five wrong: 429.
 *  5. A call needs the header `X-Accord: 1`, which no form can send; no CORS header is ever given, OPTIONS is refused.
 *  6. Calls are JSON, capped in size and time; heads are limited in time; uploads are capped and stay in our folders.
 *  7. Every answer: no-store, no-referrer, nosniff, same-origin isolation and the one content security policy.
 *  8. The token is in no log; the server ends when nobody has used it for a while.
 */
import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod/mini';
import type { AppEvent } from '../../api/bridge.ts';
import type { Dispatch } from '../../services/dispatch.ts';
import { findBundleFile } from '../../services/security/bundle-files.ts';
import { SECURITY_HEADERS } from '../../services/security/content-security-policy.ts';
import { createEventStreams } from './event-streams.ts';
import { readJsonBody } from './read-body.ts';
import { refusalOf } from './request-guard.ts';
import { createSignIn, type SignIn } from './sign-in.ts';
import type { Uploads } from './uploads.ts';

export interface LoopbackParts {
  readonly dispatch: Dispatch;
  readonly uploads: Uploads;
  /** Folder of the screens' bundle. */
  readonly bundleFolder: string;
  readonly now: () => number;
  readonly log: (line: string) => void;
  /** 0: the system's choice. */
  readonly port?: number;
  readonly limits?: Partial<Limits>;
  /** Called when no page has been open and no request has come for `limits.idleMs`. */
  readonly onIdle?: () => void;
}

export interface Limits {
  readonly mostBodyBytes: number;
  readonly mostBodyMs: number;
  readonly mostHeadMs: number;
  readonly idleMs: number;
}

export interface LoopbackServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** The address that signs in, once. */
  readonly url: string;
  readonly send: (event: AppEvent) => void;
  readonly close: () => Promise<void>;
}

const LIMITS: Limits = { mostBodyBytes: 32_000_000, mostBodyMs: 30_000, mostHeadMs: 10_000, idleMs: 30 * 60_000 };
const CALL = z.strictObject({ method: z.string().check(z.maxLength(100)), input: z.unknown() });
const UPLOAD = z.strictObject({
  purpose: z.enum(['workshop', 'data-folder', 'delimited', 'costs', 'rule-set']),
  name: z.string().check(z.minLength(1), z.maxLength(300)),
  batch: z.string().check(z.minLength(1), z.maxLength(80)),
});

export async function startLoopbackServer(parts: LoopbackParts): Promise<LoopbackServer> {
  const limits = { ...LIMITS, ...parts.limits };
  let idleTimer: NodeJS.Timeout | undefined;
  const touch = () => {
    clearTimeout(idleTimer);
    if (events.count() === 0) idleTimer = setTimeout(() => parts.onIdle?.(), limits.idleMs).unref();
  };
  const events = createEventStreams(touch);
  const server = createServer({
    headersTimeout: limits.mostHeadMs,
    requestTimeout: 0,
    connectionsCheckingInterval: 1_000,
    maxHeaderSize: 16_384,
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(parts.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const signIn = createSignIn(port, parts.now);
  server.on('request', (request, response) => {
    touch();
    void answer({ ...parts, limits, events, origin, signIn }, request, response).catch((thrown: unknown) => {
      parts.log(`request failed: ${thrown instanceof Error ? thrown.name : typeof thrown}`);
      response.destroy();
    });
  });
  touch();
  return {
    origin,
    url: `${origin}/?token=${signIn.token}`,
    send: events.send,
    close: async () => {
      clearTimeout(idleTimer);
      events.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Host extends LoopbackParts {
  readonly limits: Limits;
  readonly events: ReturnType<typeof createEventStreams>;
  readonly origin: string;
  readonly signIn: SignIn;
}

async function answer(host: Host, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  response.setHeader('cache-control', 'no-store');
  const { method = '', url: target = '', headers, rawHeaders } = request;
  const refusal = refusalOf({ method, target, headers, rawHeaders }, host.origin);
  if (refusal !== null) return end(response, refusal.status, refusal.reason);
  const { pathname, searchParams } = new URL(target, host.origin);
  const token = searchParams.get('token');
  if (method === 'GET' && pathname === '/' && token !== null) return exchange(host, token, request, response);
  if (!host.signIn.isSignedIn(headers.cookie))
    return end(response, 401, 'Start Accord again and use the address it gives.');
  if (method === 'POST') return post(host, pathname, searchParams, request, response);
  if (pathname === '/events') {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    return host.events.add(response);
  }
  const file = await findBundleFile(host.bundleFolder, pathname);
  if (file === null) return end(response, 404, 'There is no such file.');
  response.writeHead(200, { 'content-type': file.mediaType });
  createReadStream(file.path).pipe(response);
}

async function post(
  host: Host,
  pathname: string,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (pathname === '/upload') {
    const upload = z.safeParse(UPLOAD, Object.fromEntries(query));
    if (!upload.success) return end(response, 400, 'Which file is it?');
    return json(response, await host.uploads.receive({ ...upload.data, body: request }));
  }
  if (pathname !== '/call') return end(response, 404, 'There is no such call.');
  const { mostBodyBytes: mostBytes, mostBodyMs: mostMs } = host.limits;
  const body = await readJsonBody(request, { mostBytes, mostMs });
  if (!body.ok) return end(response, body.status, 'The body of the call cannot be read.');
  const call = z.safeParse(CALL, body.value);
  if (!call.success) return end(response, 400, 'A call is a method and its input.');
  return json(response, await host.dispatch(call.data.method, call.data.input));
}

function exchange(host: Host, token: string, request: IncomingMessage, response: ServerResponse): void {
  const exchanged = host.signIn.exchange(token);
  if (exchanged === 'tooMany') {
    end(response, 429, 'Too many wrong addresses; wait a minute.');
    return;
  }
  if (exchanged !== 'wrong') {
    response.writeHead(303, { location: '/', 'set-cookie': exchanged.cookie });
    response.end();
    return;
  }
  // The address was used before, by this browser: the page reloads rather than scolds.
  if (host.signIn.isSignedIn(request.headers.cookie)) {
    response.writeHead(303, { location: '/' });
    response.end();
    return;
  }
  host.log('a wrong or used token was tried');
  end(response, 401, 'This address was used before. Start Accord again and use the address it gives.');
}

const json = (response: ServerResponse, value: unknown): void =>
  send(response, 200, 'application/json; charset=utf-8', JSON.stringify(value));

function end(response: ServerResponse, status: number, text: string): void {
  // The unread rest of a refused body must not be taken for the next request.
  if (status !== 404) response.setHeader('connection', 'close');
  send(response, status, 'text/plain; charset=utf-8', `${text}\n`);
}

function send(response: ServerResponse, status: number, mediaType: string, text: string): void {
  const body = Buffer.from(text);
  response.writeHead(status, { 'content-type': mediaType, 'content-length': body.length });
  response.end(body);
}
