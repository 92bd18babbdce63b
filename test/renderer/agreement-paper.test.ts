import { describe, expect, it } from 'vitest';
import type { AgreementVersion } from '../../api/agreement.ts';
import { agreementPaper } from '../../renderer/features/agreement/paper/agreement-paper.ts';
import { paperMarkdown } from '../../renderer/features/agreement/paper/paper-markdown.ts';
import { paperPage } from '../../renderer/features/agreement/paper/paper-page.ts';
import { createMessages } from '../../renderer/i18n/messages.tsx';
import { fullAgreement } from '../core/agreement/agreement-from.ts';

const messages = createMessages('en-GB', 'Europe/Warsaw');

const signed: AgreementVersion = {
  number: 2,
  document: fullAgreement(),
  reason: 'Too many leads',
  frozenAtMs: Date.UTC(2026, 10, 20, 14),
  ruleSetVersionId: 1,
  sha256: 'ab'.repeat(32),
  state: 'inForce',
  signatures: [
    {
      seatId: 1,
      team: 'marketing',
      person: 'Ilse Brandt',
      signedAtMs: Date.UTC(2026, 10, 20, 14, 42),
      isWithdrawn: false,
    },
    { seatId: 2, team: 'sales', person: 'Marek Nowak', signedAtMs: Date.UTC(2026, 10, 20, 15), isWithdrawn: true },
  ],
  events: [],
};

const paperOf = (changes: Partial<ReturnType<typeof fullAgreement>> = {}, version: AgreementVersion | null = signed) =>
  agreementPaper(messages, {
    workshop: 'Spring',
    document: { ...fullAgreement(), ...changes },
    number: 2,
    version,
    worth: version?.state ?? null,
    judged: [],
  });

describe('an agreement on paper', () => {
  it('says who signed it and when, who withdrew, and by which hash it is known', () => {
    const text = paperMarkdown(paperOf());
    expect(text).toContain('Ilse Brandt, marketing, 20 Nov 2026, 15:42');
    expect(text).toMatch(/Marek Nowak, sales, .*\(withdrawn\)/u);
    expect(text).toContain(`SHA-256 ${'ab'.repeat(32)}`);
  });

  it('holds every promise, the hours, and the dates', () => {
    const text = paperMarkdown(paperOf());
    for (const part of [
      '**28 to 44 leads** a week',
      '**40 a week**',
      'Monday to Friday: 09:00–17:00',
      '25 Dec 2026',
      'Next review: 1 Mar 2027',
    ])
      expect(text).toContain(part);
  });

  it('says of a draft that nobody signed it', () => {
    expect(paperMarkdown(paperOf({}, null))).toContain('Not signed yet.');
  });

  it('shows as text what people wrote, whatever it looks like', () => {
    const hostile = '<img src=x onerror=alert(1)> | # `a` [b](http://c)';
    const paper = paperOf({ name: hostile, disputes: hostile, definition: `A **${hostile}** lead` });
    const page = paperPage(paper);
    expect(page).not.toContain('<img');
    expect(page).toContain('<b>&lt;img');
    expect(paperMarkdown(paper)).not.toMatch(/(?<!\\)</u);
  });

  it('as Markdown keeps every sign that people wrote, but for the pairs of asterisks that mark values', () => {
    const text = paperMarkdown(
      paperOf({
        definition: 'At **50 | more** points: 2 * 3 * 4 is *not* ~~gone~~ &lt;b&gt;',
        disputes: '1. Ask\r- Talk',
      }),
    );
    expect(text).toContain('> At **50 \\| more** points: 2 \\* 3 \\* 4 is \\*not\\* \\~\\~gone\\~\\~ \\&lt;b\\&gt;\n');
    expect(text).toContain('\n- 1\\. Ask - Talk\n');
  });

  it('is one page that asks for nothing from elsewhere', () => {
    expect(paperPage(paperOf())).not.toMatch(/<script|<link|src=|url\(/u);
  });
});
