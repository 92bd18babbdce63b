import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAppProtocol } from '../../electron/app-protocol.ts';
import { CONTENT_SECURITY_POLICY } from '../../services/security/content-security-policy.ts';

let folder: string;
let respond: (request: Request) => Promise<Response>;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-bundle-'));
  const bundle = join(folder, 'bundle');
  mkdirSync(join(bundle, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.html'), 'secret');
  writeFileSync(join(bundle, 'index.html'), '<p>Accord</p>');
  writeFileSync(join(bundle, 'assets/main.js'), 'export {};');
  writeFileSync(join(bundle, 'assets/notes.docx'), 'x');
  symlinkSync(join(folder, 'secret.html'), join(bundle, 'link.html'));
  symlinkSync(folder, join(bundle, 'up'));
  respond = createAppProtocol(bundle);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const get = (url: string) => respond(new Request(url));

describe('app://bundle answers', () => {
  it('its start page', async () => {
    const response = await get('app://bundle/');
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<p>Accord</p>',
    ]);
  });

  it('a script with its media type', async () => {
    const response = await get('app://bundle/assets/main.js?v=1#x');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
  });
});

describe('app://bundle answers nothing outside of it', () => {
  it.each([
    'app://bundle/../secret.html',
    'app://bundle/%2e%2e/secret.html',
    'app://bundle/assets/%2e%2e/%2e%2e/secret.html',
    'app://bundle/..%2fsecret.html',
    'app://bundle/..%5csecret.html',
    'app://bundle/%5c..%5csecret.html',
    'app://bundle/index.html%00.js',
    'app://bundle/%',
    'app://bundle//etc/passwd',
    'app://bundle//secret.html',
    'app://evil/index.html',
    'app://bundle.evil/index.html',
    'app://user@bundle/index.html',
    'app://bundle/link.html',
    'app://bundle/up/secret.html',
    'app://bundle/assets',
    'app://bundle/assets/',
    'app://bundle/assets/notes.docx',
    'app://bundle/missing.js',
  ])('%s', async (url) => {
    // Some of these no Request can hold; the handler sees the address as given.
    const response = await respond({ method: 'GET', url } as Request);
    expect([response.status, await response.text()]).toEqual([404, 'There is no such file.']);
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD'])('and takes no %s', async (method) => {
    expect((await respond(new Request('app://bundle/', { method }))).status).toBe(405);
  });
});

it.each(['app://bundle/', 'app://bundle/missing.js', 'app://evil/'])(
  'every answer carries the policy: %s',
  async (url) => {
    const { headers } = await get(url);
    expect(headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
  },
);
