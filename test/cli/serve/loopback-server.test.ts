import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LoopbackServer, startLoopbackServer } from '../../../cli/serve/loopback-server.ts';
import { createUploads, type Uploads } from '../../../cli/serve/uploads.ts';
import { createFileTokens, type FileTokens } from '../../../services/file-tokens.ts';
import { CONTENT_SECURITY_POLICY } from '../../../services/security/content-security-policy.ts';
import { request, sendRaw } from './raw-request.ts';

const MOST_BODY = 1_000;
const MOST_UPLOAD = 2_000;

let folder: string;
let server: LoopbackServer;
let port: number;
let tokens: FileTokens;
let nowMs: number;
let calls: unknown[];
let log: string[];
let idle: number;
let uploads: Uploads;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'accord-serve-'));
  writeFileSync(join(folder, 'index.html'), '<p>Accord</p>');
  tokens = createFileTokens();
  nowMs = 0;
  calls = [];
  log = [];
  idle = 0;
  uploads = createUploads({ workshopsFolder: join(folder, 'workshops'), tokens, mostBytes: MOST_UPLOAD });
  server = await startLoopbackServer({
    dispatch: async (method, input) => {
      calls.push([method, input]);
      return { ok: true, value: 'done' };
    },
    uploads,
    bundleFolder: folder,
    now: () => nowMs,
    log: (line) => log.push(line),
    limits: { mostBodyBytes: MOST_BODY, mostBodyMs: 300, mostHeadMs: 300, idleMs: 200 },
    onIdle: () => {
      idle += 1;
    },
  });
  port = Number(new URL(server.origin).port);
});
afterEach(async () => {
  await server.close();
  await uploads.close();
  rmSync(folder, { recursive: true, force: true });
});

const host = () => `127.0.0.1:${port}`;
const token = () => new URL(server.url).searchParams.get('token') ?? '';
const fromBar = () => ({ Host: host(), 'Sec-Fetch-Site': 'none', Connection: 'close' });
const signIn = async (): Promise<string> => {
  const { headers } = await sendRaw(port, request(`GET /?token=${token()}`, fromBar()));
  return headers.get('set-cookie')?.split(';')[0] ?? '';
};
const fromPage = (cookie: string) => ({
  Host: host(),
  Cookie: cookie,
  Origin: server.origin,
  'Sec-Fetch-Site': 'same-origin',
  'X-Accord': '1',
  'Content-Type': 'application/json',
  Connection: 'close',
});
const CALL = JSON.stringify({ method: 'workshop.state', input: {} });
const call = (headers: Readonly<Record<string, string | undefined>>, body = CALL) =>
  sendRaw(port, request('POST /call', { 'Content-Length': String(Buffer.byteLength(body)), ...headers }, body));

describe('guard 1: where the server listens', () => {
  it('is not reached by another address of this machine', async () => {
    const other =
      Object.values(networkInterfaces())
        .flat()
        .find((address) => address?.family === 'IPv4' && !address.internal)?.address ?? '127.0.0.2';
    const reached = new Promise((resolve) => {
      const socket = connect(port, other, () => resolve('connected'));
      socket.on('error', () => resolve('refused'));
    });
    expect(await reached).toBe('refused');
  });
});

describe('guard 2: the Host and the target', () => {
  it.each([
    ['a name', () => ({ Host: `localhost:${port}` })],
    ['a name with a dot', () => ({ Host: `LOCALHOST.:${port}` })],
    ['another loopback address', () => ({ Host: `127.0.0.2:${port}` })],
    ['IPv6', () => ({ Host: `[::1]:${port}` })],
    ['no port', () => ({ Host: '127.0.0.1' })],
    ['a rebound name', () => ({ Host: `evil.test:${port}` })],
    ['no Host, as in HTTP/1.0', () => ({ Host: undefined })],
  ])('%s is refused', async (_, headers) => {
    const text = request('GET /', { ...fromBar(), ...headers() });
    const { status } = await sendRaw(port, headers().Host === undefined ? text.replace('HTTP/1.1', 'HTTP/1.0') : text);
    expect(status).toBe(403);
  });

  it('a second Host is refused, whichever comes first', async () => {
    for (const hosts of [
      [host(), 'evil.test'],
      ['evil.test', host()],
    ]) {
      const text = `GET / HTTP/1.1\r\nHost: ${hosts[0]}\r\nHost: ${hosts[1]}\r\nConnection: close\r\n\r\n`;
      expect([400, 403]).toContain((await sendRaw(port, text)).status);
    }
  });

  it.each(['http://evil.test/', '//evil.test/', '*'])('the target %s is refused', async (target) => {
    const { status } = await sendRaw(port, request(`GET ${target}`, fromBar()));
    expect(status).toBe(400);
  });
});

describe('guard 3: where a request comes from', () => {
  it.each([
    ['another site', 'https://evil.test'],
    ['another port', 'http://127.0.0.1:1'],
    ['a sandboxed frame', 'null'],
    ['nobody says where', undefined],
  ])('a call from %s is refused', async (_, origin) => {
    const cookie = await signIn();
    expect((await call({ ...fromPage(cookie), Origin: origin })).status).toBe(403);
    expect(calls).toEqual([]);
  });

  it.each(['cross-site', 'same-site', 'none', undefined])(
    'a call whose Sec-Fetch-Site is %s is refused',
    async (site) => {
      const cookie = await signIn();
      expect((await call({ ...fromPage(cookie), 'Sec-Fetch-Site': site })).status).toBe(403);
      expect(calls).toEqual([]);
    },
  );

  it.each([
    ['/events', 'cross-site'],
    ['/events', 'none'],
    ['/assets/main.js', 'cross-site'],
    ['/', 'cross-site'],
  ])('%s asked for from %s is refused, cookie or not', async (path, site) => {
    const cookie = await signIn();
    expect(
      (await sendRaw(port, request(`GET ${path}`, { ...fromBar(), Cookie: cookie, 'Sec-Fetch-Site': site }))).status,
    ).toBe(403);
  });
});

describe('guard 4: signing in', () => {
  it('the token becomes a cookie that no script reads and no other site sends, and a clean address', async () => {
    const { status, headers } = await sendRaw(port, request(`GET /?token=${token()}`, fromBar()));
    expect([status, headers.get('location')]).toEqual([303, '/']);
    expect(headers.get('set-cookie')).toMatch(
      new RegExp(`^accord-${port}=[0-9a-f]{64}; HttpOnly; SameSite=Strict; Path=/$`),
    );
  });

  it('the cookie opens the start page', async () => {
    const { status, body } = await sendRaw(port, request('GET /', { ...fromBar(), Cookie: await signIn() }));
    expect([status, body.includes('<p>Accord</p>')]).toEqual([200, true]);
  });

  it('the token works once', async () => {
    await signIn();
    expect((await sendRaw(port, request(`GET /?token=${token()}`, fromBar()))).status).toBe(401);
  });

  it('after five wrong tokens within a minute even the right one has to wait', async () => {
    for (let attempt = 0; attempt < 5; attempt++) {
      expect((await sendRaw(port, request('GET /?token=wrong', fromBar()))).status).toBe(401);
    }
    expect((await sendRaw(port, request(`GET /?token=${token()}`, fromBar()))).status).toBe(429);
    nowMs += 60_001;
    expect((await sendRaw(port, request(`GET /?token=${token()}`, fromBar()))).status).toBe(303);
  });

  it.each([
    'GET /',
    'GET /index.html',
    'GET /events',
    'POST /call',
    'POST /upload?purpose=delimited&name=a.csv&batch=1',
  ])('%s without the cookie is refused', async (line) => {
    const site = line === 'GET /' ? 'none' : 'same-origin';
    const { status } = await sendRaw(
      port,
      request(line, { ...fromPage('other=1'), 'Sec-Fetch-Site': site, 'Content-Length': '0' }),
    );
    expect([status, calls]).toEqual([401, []]);
  });

  it('another port’s cookie, or a wrong value, is no cookie', async () => {
    const cookie = await signIn();
    const [, value = ''] = cookie.split('=');
    for (const wrong of [`accord-1=${value}`, `accord-${port}=${'0'.repeat(64)}`, `accord-${port}=`]) {
      expect((await call(fromPage(wrong))).status).toBe(401);
    }
  });
});

describe('guard 5: what no form can send', () => {
  it('a call without X-Accord is refused', async () => {
    expect((await call({ ...fromPage(await signIn()), 'X-Accord': undefined })).status).toBe(403);
    expect(calls).toEqual([]);
  });

  it('a preflight is refused, and no answer allows another origin', async () => {
    const { status, headers } = await sendRaw(
      port,
      request('OPTIONS /call', { ...fromBar(), Origin: 'https://evil.test', 'Access-Control-Request-Method': 'POST' }),
    );
    expect([status, [...headers.keys()].filter((name) => name.startsWith('access-control'))]).toEqual([403, []]);
  });

  it.each(['PUT', 'DELETE', 'HEAD', 'TRACE'])('%s is refused', async (method) => {
    expect((await sendRaw(port, request(`${method} /`, fromBar()))).status).toBe(405);
  });
});

describe('guard 6: the body of a call', () => {
  it('a right one is dispatched', async () => {
    const { status, body } = await call(fromPage(await signIn()));
    expect([status, JSON.parse(body), calls]).toEqual([200, { ok: true, value: 'done' }, [['workshop.state', {}]]]);
  });

  it.each([
    ['a form', 'application/x-www-form-urlencoded', 415],
    ['plain text', 'text/plain', 415],
  ])('%s is refused', async (_, type, status) => {
    expect((await call({ ...fromPage(await signIn()), 'Content-Type': type })).status).toBe(status);
  });

  it.each(['', '{', '[]', 'null', '{"method":1,"input":{}}', '{"method":"a","input":{},"more":1}'])(
    '%s is refused',
    async (body) => {
      expect((await call(fromPage(await signIn()), body)).status).toBe(400);
      expect(calls).toEqual([]);
    },
  );

  it('one that says it is too large is refused before it is read', async () => {
    expect((await call({ ...fromPage(await signIn()), 'Content-Length': '1000000000' })).status).toBe(413);
  });

  it('one that turns out too large is refused', async () => {
    const text = request(
      'POST /call',
      { ...fromPage(await signIn()), 'Transfer-Encoding': 'chunked' },
      `800\r\n${'x'.repeat(0x800)}\r\n`,
    );
    expect((await sendRaw(port, text)).status).toBe(413);
  });

  it('one that never comes is given up', async () => {
    const text = request('POST /call', { ...fromPage(await signIn()), 'Content-Length': '100' }, '{');
    expect((await sendRaw(port, text)).status).toBe(408);
  });

  it('a head that never ends is given up', async () => {
    expect((await sendRaw(port, `GET / HTTP/1.1\r\nHost: ${host()}\r\n`)).status).toBe(408);
  });
});

describe('guard 6: uploads', () => {
  const upload = async (query: string, body: string) =>
    sendRaw(
      port,
      request(
        `POST /upload?${query}`,
        { ...fromPage(await signedIn()), 'Content-Length': String(Buffer.byteLength(body)) },
        body,
      ),
    );
  let cookie: string | undefined;
  const signedIn = async () => {
    cookie = cookie?.includes(`accord-${port}=`) ? cookie : await signIn();
    return cookie;
  };
  const replyOf = (
    body: string,
  ): { readonly ok: boolean; readonly value: { readonly token: string; readonly name: string } } =>
    JSON.parse(body) as { readonly ok: boolean; readonly value: { readonly token: string; readonly name: string } };

  it('a file is kept under a token, and its path stays here', async () => {
    const { body } = await upload('purpose=delimited&name=Leads.csv&batch=1', 'id\n1\n');
    const { ok, value } = replyOf(body);
    expect([ok, value.name, body.includes(tmpdir())]).toEqual([true, 'Leads.csv', false]);
    expect(tokens.pathOf(value.token)).toMatch(/Leads\.csv$/);
  });

  it('files of one data folder share a token', async () => {
    const first = replyOf((await upload('purpose=data-folder&name=leads.csv&batch=b', 'id\n')).body);
    const second = replyOf((await upload('purpose=data-folder&name=stages.csv&batch=b', 'lead\n')).body);
    expect(second.value.token).toBe(first.value.token);
    expect(readdirSync(tokens.pathOf(first.value.token) ?? '').sort()).toEqual(['leads.csv', 'stages.csv']);
  });

  it('a workshop goes to the workshops, never over another', async () => {
    await upload('purpose=workshop&name=Spring.accord&batch=1', 'one');
    await upload('purpose=workshop&name=Spring.accord&batch=2', 'two');
    expect(readdirSync(join(folder, 'workshops')).sort()).toEqual(['Spring 2.accord', 'Spring.accord']);
  });

  it.each(['../../evil.csv', '/etc/passwd', '..\\evil.csv', 'a/../../b.csv', '..'])(
    'the name %s leads nowhere',
    async (name) => {
      const { value } = replyOf((await upload(`purpose=delimited&batch=1&name=${encodeURIComponent(name)}`, 'x')).body);
      expect(tokens.pathOf(value.token)).toMatch(new RegExp(`^${tmpdir()}/accord-uploads-[^/]+/file \\d+/[^/]+$`));
    },
  );

  it('a batch’s name leads nowhere', async () => {
    const { value } = replyOf(
      (await upload(`purpose=data-folder&name=a.csv&batch=${encodeURIComponent('../..')}`, 'x')).body,
    );
    expect(tokens.pathOf(value.token)).toMatch(new RegExp(`^${tmpdir()}/accord-uploads-[^/]+/folder [^/]+$`));
  });

  it('a larger one than allowed is not kept', async () => {
    const { body } = await upload('purpose=workshop&name=Big.accord&batch=1', 'x'.repeat(MOST_UPLOAD + 1));
    expect(JSON.parse(body)).toMatchObject({ ok: false, error: { kind: 'badSource' } });
    expect(readdirSync(join(folder, 'workshops'))).toEqual([]);
  });

  it.each(['purpose=delimited&batch=1', 'purpose=shadow&name=a&batch=1', 'purpose=delimited&name=a&batch=1&path=/etc'])(
    '%s is no upload',
    async (query) => {
      expect((await upload(query, 'x')).status).toBe(400);
    },
  );
});

describe('guard 7: every answer', () => {
  it.each(['/', '/missing.js', '/events?x'])('is neither stored nor framed nor sniffed: %s', async (path) => {
    const { headers } = await sendRaw(port, request(`GET ${path}`, fromBar()));
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': CONTENT_SECURITY_POLICY,
    });
  });
});

describe('guard 8: silence', () => {
  it('no token is logged, right or wrong', async () => {
    await signIn();
    await sendRaw(port, request('GET /?token=0123456789', fromBar()));
    expect(log.join('\n')).not.toMatch(/[0-9a-f]{10}/);
    expect(log).toEqual(['a wrong or used token was tried']);
  });

  it('a server that nobody uses says so', async () => {
    await expect.poll(() => idle).toBe(1);
  });
});

describe('events', () => {
  it('reach the page that listens, as server-sent events', async () => {
    const cookie = await signIn();
    const socket = connect(port, '127.0.0.1');
    let received = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      received += String(chunk);
    });
    socket.write(request('GET /events', { Host: host(), Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' }));
    await expect.poll(() => received).toContain(':ready');
    server.send({ kind: 'changed', what: 'scenario', revision: 1 });
    await expect.poll(() => received).toContain('data: {"kind":"changed","what":"scenario","revision":1}\n\n');
    socket.destroy();
  });
});
