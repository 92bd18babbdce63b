import { nameField, readList, readObject, readText } from '../rule-set/document-reader.ts';
import { type FaultList, itemPath, keyPath, shown } from '../rule-set/rule-set-faults.ts';
import { readInstant } from '../time/instant.ts';
import { zoneOf } from '../time/zone.ts';
import { readSpan, type Span, spanText, WEEKDAYS, type WorkingHours } from './working-hours.ts';

/**
 * Working hours of a JSON value; each fault with its path. Spans may use any dash and come in any order; holidays too. Refused: a
 * zone that is none, a span that ends no later than it begins (so that none runs over midnight), spans that overlap, a week
 * without any.
 */
export function parseWorkingHours(value: unknown, path: string, faults: FaultList): WorkingHours {
  const fields = readObject(value, path, faults, ['timeZone', 'week'], ['holidays']);
  const timeZone = fields === null ? '' : nameField(fields, 'timeZone');
  if (timeZone !== '' && zoneOf(timeZone) === null) {
    faults.add(
      keyPath(path, 'timeZone'),
      `There is no time zone ${shown(timeZone)}; write its IANA name, such as "Europe/Warsaw".`,
    );
  }
  const week = parseWeek(fields?.value('week'), keyPath(path, 'week'), faults);
  const holidays = fields?.has('holidays')
    ? readList(fields.value('holidays'), fields.at('holidays'), faults, true, (date, at) => readDate(date, at, faults))
    : [];
  return { timeZone, week, holidays: [...new Set(holidays)].sort() };
}

/** An ISO date as it stands; any other value is told as a fault. */
export function readDate(value: unknown, path: string, faults: FaultList): string {
  const text = readText(value, path, faults);
  if (typeof value === 'string' && (text.length !== 10 || readInstant(text, 'UTC') === null))
    faults.add(path, `This has to be a date such as "2026-12-01"; it is ${shown(value)}.`);
  return text;
}

function parseWeek(value: unknown, path: string, faults: FaultList): WorkingHours['week'] {
  const before = faults.faults.length;
  const fields = value === undefined ? null : readObject(value, path, faults, [], WEEKDAYS);
  const spansOf = (weekday: (typeof WEEKDAYS)[number]): readonly string[] => {
    if (!fields?.has(weekday)) return [];
    const at = fields.at(weekday);
    const spans = readList(fields.value(weekday), at, faults, true, (text, one) => parseSpan(text, one, faults));
    return inOrder(spans, at, faults);
  };
  const week = {
    monday: spansOf('monday'),
    tuesday: spansOf('tuesday'),
    wednesday: spansOf('wednesday'),
    thursday: spansOf('thursday'),
    friday: spansOf('friday'),
    saturday: spansOf('saturday'),
    sunday: spansOf('sunday'),
  };
  const isEmpty = WEEKDAYS.every((weekday) => week[weekday].length === 0);
  if (fields !== null && isEmpty && faults.faults.length === before)
    faults.add(path, 'Nobody works at any time; give at least one day a span such as "09:00–17:30".');
  return week;
}

function parseSpan(value: unknown, path: string, faults: FaultList): Span | null {
  const text = readText(value, path, faults);
  if (typeof value !== 'string') return null;
  const span = readSpan(text);
  if (span === null) {
    faults.add(path, `This has to be two times of day such as "09:00–17:30"; it is ${shown(value)}.`);
    return null;
  }
  if (span.toMinute > span.fromMinute) return span;
  faults.add(
    path,
    `This span ends no later than it begins (${spanText(span)}). Where work goes on over midnight, end it at 24:00 and begin the next day's at 00:00.`,
  );
  return null;
}

function inOrder(spans: readonly (Span | null)[], path: string, faults: FaultList): readonly string[] {
  const known = spans.flatMap((span, index) => (span === null ? [] : [{ span, index }]));
  known.sort((left, right) => left.span.fromMinute - right.span.fromMinute);
  for (const [place, { span, index }] of known.entries()) {
    const before = known[place - 1];
    if (before !== undefined && before.span.toMinute > span.fromMinute)
      faults.add(
        itemPath(path, index),
        `This span (${spanText(span)}) overlaps ${spanText(before.span)}; make them one, or set them apart.`,
      );
  }
  return known.map(({ span }) => spanText(span));
}
