/** The bench's history as a data folder: activities and stages day by day, as systems export them, not lead by lead. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { itemAt, numberAt } from '../../core/at.ts';
import { DAY_MS, type History } from '../../core/history/history.ts';
import { cellOf } from '../../core/history/naming.ts';
import { STAGE_NAMES } from '../../core/rule-set/rule-set.ts';
import { instantText } from '../../core/time/instant.ts';

const SECOND_MS = 1000;
/** Ten million instants are written: `toISOString` for each would be half of the time. All are of whole seconds. */
const TIMES_OF_DAY: readonly string[] = Array.from({ length: DAY_MS / SECOND_MS }, (_, second) =>
  instantText(second * SECOND_MS).slice(10),
);
let dayText = { day: Number.NaN, text: '' };

function timeText(atMs: number): string {
  const day = Math.floor(atMs / DAY_MS);
  if (dayText.day !== day) dayText = { day, text: instantText(atMs).slice(0, 10) };
  return dayText.text + (TIMES_OF_DAY[(atMs - day * DAY_MS) / SECOND_MS] ?? '');
}

/** No cell of the bench needs quotes but one job title's, which has a comma. */
export function writeBenchFolder(folder: string, { leads, activities, stages }: History): void {
  const attributes = leads.attributes.filter(({ name }) => name !== 'created');
  writeLines(join(folder, 'leads.csv'), function* () {
    yield ['id', 'created', ...attributes.map(({ name }) => name)].join(',');
    for (let lead = 0; lead < leads.count; lead += 1) {
      const cells = attributes.map((column) => quoted(cellOf(column, lead) ?? ''));
      yield [itemAt(leads.ids, lead), instantText(numberAt(leads.createdAtMs, lead)), ...cells].join(',');
    }
  });
  writeLines(join(folder, 'activities.csv'), function* () {
    const { type, properties } = activities;
    yield ['lead', 'at', 'type', ...properties.map(({ name }) => name)].join(',');
    yield* activityLines({ leads, activities }, (row, start) => {
      let line = `${start},${cellOf(type, row) ?? ''}`;
      for (const column of properties) line += `,${cellOf(column, row) ?? ''}`;
      return line;
    });
  });
  writeLines(join(folder, 'stages.csv'), function* () {
    yield 'lead,at,stage,amount,reason';
    const leadOfRow = leadsOf(stages.offsets, stages.count);
    for (const row of byDay(stages.atMs)) {
      const amount = numberAt(stages.amount, row);
      const start = `${leads.ids[numberAt(leadOfRow, row)] ?? ''},${instantText(numberAt(stages.atMs, row))}`;
      const stage = itemAt(STAGE_NAMES, numberAt(stages.stage, row));
      yield `${start},${stage},${Number.isNaN(amount) ? '' : amount},${cellOf(stages.reason, row) ?? ''}`;
    }
  });
}

/** Two exports as another system writes them, with headings of its own; of ten million activities the second is a gigabyte. */
export function writeBenchExports(folder: string, { leads, activities }: History): void {
  writeLines(join(folder, 'contacts.csv'), function* () {
    yield 'Contact,Since';
    for (let lead = 0; lead < leads.count; lead += 1)
      yield `${itemAt(leads.ids, lead)},${instantText(numberAt(leads.createdAtMs, lead))}`;
  });
  const { type, properties } = activities;
  const agents = Array.from({ length: 300 }, (_, index) => `Mozilla/5.0 (X11; Linux x86_64; rv:${index}) Firefox`);
  writeLines(join(folder, 'events.csv'), function* () {
    yield ['Who', 'When', 'What', ...properties.map(({ name }) => name), 'Agent'].join(',');
    yield* activityLines({ leads, activities }, (row, start) => {
      let line = `${start},${cellOf(type, row) ?? ''}`;
      for (const column of properties) line += `,${cellOf(column, row) ?? ''}`;
      return `${line},${agents[row % agents.length] ?? ''}`;
    });
  });
}

/** Day by day; `start` is the lead and the instant of the row. */
function* activityLines(
  { leads, activities }: Pick<History, 'leads' | 'activities'>,
  lineOf: (row: number, start: string) => string,
): Iterable<string> {
  const { atMs, offsets, count } = activities;
  const leadOfRow = leadsOf(offsets, count);
  for (const row of byDay(atMs))
    yield lineOf(row, `${leads.ids[numberAt(leadOfRow, row)] ?? ''},${timeText(atMs[row] ?? 0)}`);
}

const quoted = (cell: string): string => (cell.includes(',') ? `"${cell}"` : cell);

function leadsOf(offsets: Int32Array, count: number): Int32Array {
  const leadOfRow = new Int32Array(count);
  for (let lead = 0; lead + 1 < offsets.length; lead += 1) leadOfRow.fill(lead, offsets[lead], offsets[lead + 1]);
  return leadOfRow;
}

/** Rows ordered by the day of their instant; within a day as they came, so that a lead's rows keep their order. */
function byDay(atMs: Float64Array): Int32Array {
  const dayOf = (row: number): number => Math.floor((atMs[row] ?? 0) / DAY_MS);
  let firstDay = Number.POSITIVE_INFINITY;
  let lastDay = 0;
  for (let row = 0; row < atMs.length; row += 1) {
    firstDay = Math.min(firstDay, dayOf(row));
    lastDay = Math.max(lastDay, dayOf(row));
  }
  const next = new Int32Array(Math.max(0, lastDay - firstDay) + 2);
  for (let row = 0; row < atMs.length; row += 1) {
    const slot = dayOf(row) - firstDay + 1;
    next[slot] = (next[slot] ?? 0) + 1;
  }
  for (let day = 1; day < next.length; day += 1) next[day] = (next[day] ?? 0) + (next[day - 1] ?? 0);
  const rows = new Int32Array(atMs.length);
  for (let row = 0; row < atMs.length; row += 1) {
    const day = dayOf(row) - firstDay;
    const place = next[day] ?? 0;
    rows[place] = row;
    next[day] = place + 1;
  }
  return rows;
}

const LINES_PER_WRITE = 20_000;

function writeLines(path: string, lines: () => Iterable<string>): void {
  const file = openSync(path, 'w');
  let waiting: string[] = [];
  const flush = (): void => {
    if (waiting.length > 0) writeSync(file, `${waiting.join('\n')}\n`);
    waiting = [];
  };
  for (const line of lines()) {
    waiting.push(line);
    if (waiting.length === LINES_PER_WRITE) flush();
  }
  flush();
  closeSync(file);
}
