import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ballotCards, ballotPage } from '../../../services/panel/ballot/ballot-page.ts';

const NASTY = '</script><script>alert(1)</script>&"\'';

const page = ballotPage({
  nonce: 'a'.repeat(32),
  secret: 'b'.repeat(64),
  panelName: NASTY,
  team: 'sales',
  person: NASTY,
  answersName: 'answers.json',
  cards: ballotCards([
    {
      position: 0,
      lead: 'ana@example.org',
      facts: {
        ageDays: 1,
        attributes: [
          { attribute: 'job_title', kind: 'text', cell: NASTY },
          { attribute: 'country', kind: 'text', cell: null },
        ],
        acts: [
          { type: 'pricing_page', times: 3, firstDaysBefore: 9, lastDaysBefore: 0 },
          { type: 'demo', times: 1, firstDaysBefore: 1, lastDaysBefore: 1 },
        ],
      },
    },
  ]),
});
const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/gu)].map(([, script = '']) => script);

describe('the page of a ballot', () => {
  it('runs one script and one style, known to its policy by hash, and may ask nobody for anything', () => {
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/u.exec(page) ?? [];
    const hash = createHash('sha256')
      .update(scripts[0] ?? '')
      .digest('base64');
    expect(scripts).toHaveLength(1);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src 'sha256-${hash}'`);
    expect(policy).not.toContain('unsafe');
    expect(page).not.toMatch(/https?:|src=|href=/u);
  });

  it('shows what is known as text, whatever it is', () => {
    expect(page.split('alert(1)').length - 1).toBe(5);
    expect(page).not.toContain('<script>alert');
    const [, data = '{}'] = /id="ballot">(.*)<\/script>/u.exec(page) ?? [];
    expect(JSON.parse(data)).toMatchObject({
      cards: [
        {
          facts: [
            ['job title', NASTY],
            ['country', null],
          ],
          acts: ['pricing page: 3 times, from 9 days before to less than a day before', 'demo: once, 1 day before'],
        },
      ],
    });
  });

  it('does not say which lead it is', () => {
    expect(page).not.toContain('ana@example.org');
  });
});
