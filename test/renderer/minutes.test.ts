import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../../api/core-types.ts';
import { timelineKindOf } from '../../core/timeline/timeline-entry.ts';
import { entryWords } from '../../renderer/features/timeline/entry-words.ts';
import { type MeetingToTell, minutesOf } from '../../renderer/features/timeline/minutes/minutes.ts';
import { minutesMarkdown } from '../../renderer/features/timeline/minutes/minutes-markdown.ts';
import { minutesPage } from '../../renderer/features/timeline/minutes/minutes-page.ts';
import { createMessages } from '../../renderer/i18n/messages.tsx';

const messages = createMessages('en-GB', 'Europe/Berlin');

const entry = (what: string, parts: Partial<TimelineEntry> = {}): TimelineEntry => ({
  id: `${what} ${JSON.stringify(parts)}`,
  atMs: Date.UTC(2026, 10, 20, 13, 5),
  kind: timelineKindOf(what),
  what,
  team: null,
  person: null,
  detail: {},
  ...parts,
});
const by = (team: 'marketing' | 'sales', person: string) => ({ team, person });
const words = (what: string, detail: TimelineEntry['detail']) => entryWords(messages, entry(what, { detail }));

describe('an entry of the timeline in words', () => {
  it.each<readonly [string, TimelineEntry['detail'], string]>([
    ['demo.made', { leads: 5000 }, 'A demo history of 5\u202f000 leads was made'],
    [
      'history.imported',
      { files: 'leads.csv', leads: 1200, activities: 1, stages: 0, rejected: 0 },
      'leads.csv imported: 1\u202f200 leads, 1 activities, 0 stages',
    ],
    [
      'history.imported',
      { files: 'leads.csv', leads: 2, activities: 3, stages: 4, rejected: 1 },
      'leads.csv imported: 2 leads, 3 activities, 4 stages, 1 row rejected',
    ],
    ['scenario.edited', { label: 'MQL at 45', scenario: 'Joint draft' }, 'Joint draft: MQL at 45'],
    ['scenario.edited', { label: 'MQL at 45', scenario: null }, 'MQL at 45'],
    ['seat.added', { team: 'sales', person: 'Marek' }, 'Marek sits down for sales'],
    ['panel.judged', { panel: 'First', leads: 20, round: 1 }, 'First: 20 leads judged'],
    ['panel.judged', { panel: 'First', leads: 6, round: 2 }, 'First: 6 leads judged again'],
    ['agreement.signed', { number: 4 }, 'Version 4 of the agreement is signed'],
  ])('%s %o', (what, detail, told) => {
    expect(words(what, detail)).toEqual({ words: told, quote: null });
  });

  it('quotes a note and a reason', () => {
    expect(words('note.lead', { about: 'L1', key: 'L1', text: 'Call her.' })).toEqual({
      words: 'Note on lead L1',
      quote: 'Call her.',
    });
    expect(words('agreement.proposed', { number: 2, reason: 'Too many' })).toMatchObject({ quote: 'Too many' });
    expect(words('agreement.proposed', { number: 1, reason: '' })).toMatchObject({ quote: null });
  });

  it('of a newer Accord tells what the step calls itself', () => {
    expect(words('review.compared', { label: 'Spring' }).words).toBe('review compared: Spring');
    expect(words('review.compared', {}).words).toBe('review compared');
  });
});

const MEETING: MeetingToTell = {
  workshop: 'Varda & Pumps',
  timeZone: 'Europe/Berlin',
  day: null,
  seats: [by('marketing', 'Ilse Brandt'), by('sales', 'Marek Nowak')],
  entries: [
    entry('workshop.begun', { atMs: Date.UTC(2026, 10, 19, 23, 30) }),
    entry('scenario.edited', { ...by('marketing', 'Radu'), detail: { scenario: 'B', label: 'MQL at 45' } }),
    entry('note.workshop', {
      ...by('sales', 'Marek Nowak'),
      detail: { text: '1. <b>Fewer</b> | *now*\n# not a heading' },
    }),
    entry('agreement.drafted', { detail: { label: 'Validity' } }),
    entry('agreement.signed', { ...by('sales', 'Marek Nowak'), detail: { number: 4 } }),
  ],
};

describe('the minutes of a meeting', () => {
  it('tell who was there, those who spoke and have left too; what was agreed; the notes; and what happened by day', () => {
    const { title, facts, sections } = minutesOf(messages, MEETING);
    expect(title).toBe('Minutes of Varda & Pumps');
    expect(facts).toEqual(['From 20 Nov 2026 to 20 Nov 2026', 'All times are of the time zone Europe/Berlin']);
    const told = sections.map(({ heading, parts }) => [
      heading,
      parts.map((part) => [part.heading, part.lines.map((line) => line.words)]),
    ]);
    expect(told).toEqual([
      [
        'Seats at the table',
        [
          ['Marketing', ['Ilse Brandt', 'Radu']],
          ['Sales', ['Marek Nowak']],
        ],
      ],
      ['What was agreed', [[null, ['Version 4 of the agreement is signed']]]],
      ['Notes', [[null, ['Note']]]],
      [
        'What happened',
        [
          [
            '20 Nov 2026',
            ['The workshop was begun', 'B: MQL at 45', 'Validity', 'Version 4 of the agreement is signed'],
          ],
        ],
      ],
    ]);
  });

  it('tell the day of each note only where there are several', () => {
    const noted = (day: string | null) =>
      minutesOf(messages, { ...MEETING, day }).sections[2]?.parts[0]?.lines.map(({ at }) => at);
    expect(noted(null)).toEqual(['20 Nov 2026, 14:05']);
    expect(noted('20 Nov 2026')).toEqual(['14:05']);
  });

  it('of a meeting in which nothing was said or agreed say so', () => {
    const markdown = minutesMarkdown(minutesOf(messages, { ...MEETING, seats: [], entries: [], day: '20 Nov 2026' }));
    expect(markdown).toContain('Meeting of 20 Nov 2026.');
    for (const none of [
      'Nobody was written down',
      'Nothing was agreed or signed',
      'No notes were left',
      'Nothing happened',
    ])
      expect(markdown).toContain(none);
  });

  it('as Markdown take nothing that people wrote for marks', () => {
    const markdown = minutesMarkdown(minutesOf(messages, MEETING));
    expect(markdown).toContain('# Minutes of Varda \\& Pumps\n');
    expect(markdown).toContain(
      '- 20 Nov 2026, 14:05, Marek Nowak: Note\n  > 1\\. \\<b\\>Fewer\\</b\\> \\| \\*now\\*\n  > \\# not a heading',
    );
    expect(markdown).toContain('### Sales\n\n- Marek Nowak');
    expect(markdown).not.toMatch(/null|undefined|\n{3}/u);
  });

  it('as a page hold no mark of what people wrote, run nothing and load nothing', () => {
    const page = minutesPage(minutesOf(messages, MEETING), ['Time', 'Who', 'What']);
    expect(page).toContain('<title>Minutes of Varda &amp; Pumps</title>');
    expect(page).toContain('<blockquote>1. &lt;b&gt;Fewer&lt;/b&gt; | *now*\n# not a heading</blockquote>');
    expect(page).toContain('<i class="sales"></i>Marek Nowak');
    expect(page).not.toMatch(/<script|<b>|src=|href=|url\(/u);
  });
});
