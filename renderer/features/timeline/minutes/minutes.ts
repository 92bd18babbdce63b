/** The minutes of a meeting: who was there, what was agreed, the notes, and what happened when. */
import type { Team, TimelineEntry } from '../../../../api/core-types.ts';
import type { SeatAtTable } from '../../../../api/seats.ts';
import { TEAMS } from '../../../../core/seat.ts';
import type { Messages } from '../../../i18n/messages.tsx';
import { daysOf } from '../days.ts';
import { type EntryWords, entryWords } from '../entry-words.ts';

export interface Minutes {
  readonly title: string;
  readonly facts: readonly string[];
  readonly sections: readonly MinutesSection[];
}

export interface MinutesSection {
  readonly heading: string;
  /** Where there is nothing to tell. */
  readonly empty: string;
  readonly parts: readonly MinutesPart[];
}

/** Lines under a heading of their own, a day or a team; null: there is only one. */
export interface MinutesPart {
  readonly heading: string | null;
  readonly lines: readonly MinutesLine[];
}

export interface MinutesLine extends EntryWords {
  /** Null: of no moment. */
  readonly at: string | null;
  readonly team: Team | null;
  /** Null: nobody in particular. */
  readonly who: string | null;
}

export interface MeetingToTell {
  readonly workshop: string;
  readonly timeZone: string;
  /** Null: the whole workshop. */
  readonly day: string | null;
  readonly seats: readonly Pick<SeatAtTable, 'team' | 'person'>[];
  /** Oldest first; of that day only. */
  readonly entries: readonly TimelineEntry[];
}

export function minutesOf(messages: Messages, meeting: MeetingToTell): Minutes {
  const { t } = messages;
  const { workshop, day, entries, timeZone } = meeting;
  const at = day === null ? messages.format.dateTime : messages.format.time;
  const lines = (some: readonly TimelineEntry[], told = at) => some.map((entry) => lineOf(messages, entry, told));
  const ofKind = (kind: TimelineEntry['kind']) => lines(entries.filter((entry) => entry.kind === kind));
  const whole = (some: readonly MinutesLine[]) => (some.length === 0 ? [] : [{ heading: null, lines: some }]);
  return {
    title: t('timeline.minutes.file', { workshop }),
    facts: [
      ...(day === null ? periodOf(messages, entries) : [t('timeline.minutes.onDay', { day })]),
      t('timeline.minutes.zone', { zone: timeZone }),
    ],
    sections: [
      {
        heading: t('timeline.minutes.seats'),
        empty: t('timeline.minutes.noSeats'),
        parts: peopleOf(messages, meeting),
      },
      {
        heading: t('timeline.minutes.decisions'),
        empty: t('timeline.minutes.noDecisions'),
        parts: whole(lines(entries.filter(({ kind, what }) => kind === 'agreement' && what !== 'agreement.drafted'))),
      },
      { heading: t('timeline.minutes.notes'), empty: t('timeline.minutes.noNotes'), parts: whole(ofKind('note')) },
      {
        heading: t('timeline.minutes.steps'),
        empty: t('timeline.minutes.noSteps'),
        parts: daysOf(
          entries.filter(({ kind }) => kind !== 'note' && kind !== 'seat'),
          messages.format,
        ).map((one) => ({ heading: one.day, lines: lines(one.entries, messages.format.time) })),
      },
    ],
  };
}

const lineOf = (messages: Messages, entry: TimelineEntry, at: (atMs: number) => string): MinutesLine => ({
  at: at(entry.atMs),
  team: entry.team,
  who: entry.person,
  ...entryWords(messages, entry),
});

function periodOf({ t, format }: Messages, entries: readonly TimelineEntry[]): readonly string[] {
  const [first] = entries;
  const last = entries.at(-1);
  if (first === undefined || last === undefined) return [];
  return [t('timeline.minutes.fromTo', { from: format.date(first.atMs), to: format.date(last.atMs) })];
}

/** Who sits at the table, and who spoke and has left it since. */
function peopleOf({ t }: Messages, { seats, entries }: MeetingToTell): readonly MinutesPart[] {
  return TEAMS.flatMap((team) => {
    const spoke = entries.flatMap((entry) => (entry.team === team && entry.person !== null ? [entry.person] : []));
    const people = new Set([...seats.filter((seat) => seat.team === team).map(({ person }) => person), ...spoke]);
    if (people.size === 0) return [];
    const lines = [...people].map((words) => ({ at: null, team, who: null, words, quote: null }));
    return [{ heading: t(`seats.team.${team}`), lines }];
  });
}
