import type { TimelineEntry } from '../../../api/core-types.ts';
import { ENGLISH, type MessageId } from '../../i18n/catalogue.ts';
import type { Messages, TextValues } from '../../i18n/messages.tsx';

/** An entry of the timeline in words; `quote`: what was written in it, a note or a reason. */
export interface EntryWords {
  readonly words: string;
  readonly quote: string | null;
}

export function entryWords(messages: Messages, { what, detail }: TimelineEntry): EntryWords {
  const written = detail['text'] ?? detail['reason'];
  const quote = typeof written === 'string' && written !== '' ? written : null;
  const isOfNone = (what === 'scenario.edited' || what === 'scenario.made') && (detail['scenario'] ?? null) === null;
  const id = isOfNone ? 'timeline.what.view.set' : `timeline.what.${what}`;
  return { words: isMessageId(id) ? messages.t(id, valuesOf(messages, detail)) : unknownWords(what, detail), quote };
}

const isMessageId = (id: string): id is MessageId => Object.hasOwn(ENGLISH, id);

/** Numbers twice: as they are, for the choice of words, and as `<name>Text` as they are written. */
function valuesOf({ format }: Messages, detail: TimelineEntry['detail']): TextValues {
  return Object.fromEntries(
    Object.entries(detail).flatMap(([name, value]): readonly (readonly [string, string | number])[] => {
      if (typeof value === 'number')
        return [
          [name, value],
          [`${name}Text`, format.count(value)],
        ];
      return [[name, value === null ? '' : String(value)]];
    }),
  );
}

/** A step of a newer Accord: its name, and what it calls itself. */
function unknownWords(what: string, detail: TimelineEntry['detail']): string {
  const name = what.replaceAll('.', ' ');
  const called = detail['label'] ?? detail['name'];
  return typeof called === 'string' && called !== '' ? `${name}: ${called}` : name;
}
