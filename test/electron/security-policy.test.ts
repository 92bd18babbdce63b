import { describe, expect, it } from 'vitest';
import {
  decideOpenExternally,
  isOwnPage,
  isPermissionGranted,
  isTrustedSender,
} from '../../electron/security-policy.ts';

describe('a page is the app’s own', () => {
  it.each(['app://bundle/', 'app://bundle/#/what-if', 'app://bundle/index.html?x=1', 'APP://bundle/'])('%s', (url) => {
    expect(isOwnPage(url)).toBe(true);
  });

  it.each([
    'app://bundle.evil/',
    'app://bundle@evil/',
    'app://evil@bundle/',
    'app://user:pass@bundle/',
    'app://bundle:80/',
    'app://evil/bundle',
    'app:bundle',
    'app:///bundle',
    'apps://bundle/',
    'file:///app://bundle/',
    'https://bundle/',
    'http://127.0.0.1/',
    'javascript:alert(1)//app://bundle/',
    'data:text/html,app://bundle/',
    'blob:app://bundle/1',
    'about:blank',
    '',
    'not an address',
  ])('but not %s', (url) => {
    expect(isOwnPage(url)).toBe(false);
  });
});

describe('a link that leads out of the app', () => {
  it('over https is shown to the user first', () => {
    expect(decideOpenExternally('https://example.org/page')).toEqual({ action: 'ask', host: 'example.org' });
  });

  it('shows the real host, whatever the address begins with', () => {
    expect(decideOpenExternally('https://example.org.evil.test/')).toEqual({
      action: 'ask',
      host: 'example.org.evil.test',
    });
    expect(decideOpenExternally('https://exаmple.org/')).toEqual({ action: 'ask', host: 'xn--exmple-4nf.org' });
  });

  it.each([
    'http://example.org/',
    'https://example.org@evil.test/',
    'https://user:pass@example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://server/share',
    'ms-msdt:/id',
    'mailto:a@example.org',
    'C:\\Windows\\System32\\calc.exe',
    '',
  ])('is refused: %s', (url) => {
    expect(decideOpenExternally(url)).toEqual({ action: 'refuse' });
  });
});

describe('a caller of the app', () => {
  const url = 'app://bundle/#/rules';

  it('is our page in the main frame', () => {
    expect(isTrustedSender({ frameUrl: url, isMainFrame: true })).toBe(true);
  });

  it.each([
    ['a frame that has gone', null, true],
    ['our page in a frame of another page', url, false],
    ['a foreign page', 'https://example.org/', true],
    ['a page whose address begins like ours', 'app://bundle.evil/', true],
  ] as const)('is not %s', (_, frameUrl, isMainFrame) => {
    expect(isTrustedSender({ frameUrl, isMainFrame })).toBe(false);
  });
});

it('grants no permission', () => {
  expect(['media', 'geolocation', 'usb', 'unknown'].map(isPermissionGranted)).toEqual([false, false, false, false]);
});
