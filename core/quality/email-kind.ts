/** What an e-mail address says about the lead behind it. */
import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';
import { FREE_MAIL_DOMAINS } from './free-mail-domains.ts';

export type EmailKind = 'free' | 'disposable' | 'role' | 'malformed' | 'business';

/**
 * The kind of an address. Where several would fit, the first of: malformed, disposable (the community's list of
 * disposable-email-domains, CC0), role (a mailbox of a function, RFC 2142 and the like), free (a provider for everybody),
 * business (all others).
 */
export function emailKind(text: string): EmailKind {
  const address = read(text);
  if (address === null) return 'malformed';
  if (isDisposable(address.domain)) return 'disposable';
  if (ROLES.has(address.mailbox)) return 'role';
  return FREE_MAIL_DOMAINS.has(address.domain) ? 'free' : 'business';
}

/** The domain of an address in lower case; null when the text is no address. */
export const emailDomain = (text: string): string | null => read(text)?.domain ?? null;

/** The mailbox without its +tag, and the domain; null when no mail could arrive. */
function read(text: string): { readonly mailbox: string; readonly domain: string } | null {
  const match = ADDRESS.exec(text.trim().toLowerCase());
  if (match === null) return null;
  const [, mailbox = '', domain = ''] = match;
  return { mailbox: mailbox.replace(/\+.*$/u, ''), domain };
}

/**
 * Of RFC 5321 what is seen in practice: an unquoted mailbox of at most 64 characters without a dot at its ends or two in a
 * row, and a domain of at least two labels that end in letters (or punycode). Letters of any script (RFC 6531).
 */
const ADDRESS =
  /^((?=.{1,64}@)[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*)@((?=.{1,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+(?:\p{L}{2,63}|xn--[a-z0-9-]{1,59}))$/u;

/** The domain itself or one above it: services give out subdomains. */
function isDisposable(domain: string): boolean {
  disposable ??= disposableEmailBlocklistSet();
  let rest = domain;
  while (rest.includes('.')) {
    if (disposable.has(rest)) return true;
    rest = rest.slice(rest.indexOf('.') + 1);
  }
  return false;
}

/** Made when first asked for. */
let disposable: ReadonlySet<string> | undefined;

/** Mailboxes of functions: RFC 2142, and the usual ones in the five languages of the app. */
const ROLES: ReadonlySet<string> = new Set(
  [
    'info marketing sales support noc security abuse hostmaster postmaster usenet news webmaster www uucp ftp',
    'admin administrator accounts accounting billing booking bookings careers contact contacts contactus customerservice',
    'enquiries enquiry feedback finance hello help helpdesk hr inquiries invoice invoices it jobs mail office orders',
    'newsletter no-reply noreply press privacy purchasing reception recruitment reservations secretary service shop team',
    'test welcome',
    'kontakt biuro sekretariat handel zamowienia buchhaltung einkauf vertrieb bestellung',
    'amministrazione commerciale vendite acquisti segreteria contatti informazioni ordini',
    'vanzari comenzi secretariat contabilitate achizitii',
    'zakaz prodazhi buh',
  ].flatMap((line) => line.split(' ')),
);
