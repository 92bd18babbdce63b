import type { TimelineEntry } from '../../../api/core-types.ts';
import type { Formats } from '../../i18n/formats.ts';

export interface DayOfEntries {
  /** In words, in the workshop's time zone. */
  readonly day: string;
  readonly entries: readonly TimelineEntry[];
}

/** Entries that follow each other, day by day, in the order in which they come. */
export function daysOf(entries: readonly TimelineEntry[], { date }: Pick<Formats, 'date'>): readonly DayOfEntries[] {
  const days: { day: string; entries: TimelineEntry[] }[] = [];
  for (const entry of entries) {
    const day = date(entry.atMs);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
