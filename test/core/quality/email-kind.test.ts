import { describe, expect, it } from 'vitest';
import { emailDomain, emailKind } from '../../../core/quality/email-kind.ts';
import { ownTimeMs } from '../../support/own-time.ts';

describe('the kind of an e-mail address', () => {
  it.each([
    ['anna.nowak@varda-pumps.com', 'business'],
    ["o'neill@firma.example", 'business'],
    ['zoë@exämple.de', 'business'],
    ['Anna@GMail.com ', 'free'],
    ['anna+news@wp.pl', 'free'],
    ['anna@mail.ru', 'free'],
    ['anna@libero.it', 'free'],
    ['anna@yahoo.ro', 'free'],
    ['anna@mailinator.com', 'disposable'],
    ['anna@box.mailinator.com', 'disposable'],
    ['info@varda-pumps.com', 'role'],
    ['biuro@varda.pl', 'role'],
    ['info@gmail.com', 'role'],
    ['sales+spring@varda.com', 'role'],
    ['anna', 'malformed'],
    ['anna@', 'malformed'],
    ['anna@@varda.com', 'malformed'],
    ['anna @varda.com', 'malformed'],
    ['anna@varda', 'malformed'],
    ['anna@varda..com', 'malformed'],
    ['.anna@varda.com', 'malformed'],
    ['anna@-varda.com', 'malformed'],
    ['anna@varda.c', 'malformed'],
    ['', 'malformed'],
    [`${'a'.repeat(65)}@varda.com`, 'malformed'],
  ])('given %j then it is %s', (text, kind) => {
    expect(emailKind(text)).toBe(kind);
  });

  it('given an address then its domain is in lower case, and a malformed one has none', () => {
    expect(emailDomain(' Anna@Varda-Pumps.COM')).toBe('varda-pumps.com');
    expect(emailDomain('anna@varda')).toBeNull();
  });

  it('given a very long text then it is refused at once', () => {
    const startMs = ownTimeMs();
    expect(emailKind(`${'a.'.repeat(50_000)}@${'b.'.repeat(50_000)}`)).toBe('malformed');
    expect(ownTimeMs() - startMs).toBeLessThan(200);
  });
});
