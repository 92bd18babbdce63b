import { countAtMost } from '../count-at-most.ts';
import { STAGE_NAMES } from '../rule-set/rule-set.ts';
import { monthStarts } from '../time/month-starts.ts';
import type { RecordingChange, RecordingChanges } from './finding.ts';
import type { QualityData } from './quality-data.ts';
import { touchedBy } from './touched.ts';
import { differenceWeight } from './weight.ts';

/** Silence of at least so many months at an end of the history, */
const LEAST_MONTHS = 3;
/** in which so many rows were to be expected: by chance that happens once in 22,000 times (Poisson, e^−10). */
const LEAST_EXPECTED = 10;
/** A few stray rows far off do not make a history: in the silent months all rows come to at least this share of the others' a month. */
const LEAST_GOING_ON = 0.25;
const MOST_MONTHS = 120;

interface Counted {
  readonly what: RecordingChange['what'];
  readonly names: readonly string[];
  readonly atMs: Float64Array;
  /** Row → index in `names`; −1: none. */
  readonly codes: Int32Array | Uint8Array;
}

/**
 * Sources (by creation), activity types and stages that begin or end within the history: 3 months or more at its beginning or
 * end without a row, though at their share in the other months at least 10 were to be
 * expected, while all rows together went on. Null when there is none, or when it concerns no lead.
 */
export function recordingChanges(data: QualityData): RecordingChanges | null {
  const { leads, activities, stages } = data.history;
  const { source } = data.naming;
  const counted: readonly Counted[] = [
    ...(source === undefined
      ? []
      : [{ what: 'source' as const, names: source.cells, atMs: leads.createdAtMs, codes: source.codes }]),
    { what: 'type', names: activities.type.cells, atMs: activities.atMs, codes: activities.type.codes },
    { what: 'stage', names: STAGE_NAMES, atMs: stages.atMs, codes: stages.stage },
  ];
  const changes = counted
    .flatMap((one) => changesIn(one, data.history.timeZone))
    .sort((left, right) => right.expected - left.expected);
  if (changes.length === 0) return null;
  const touched = touchedBy(data, createdInSilence(data, changes));
  if (touched.leads === 0) return null;
  return { kind: 'recordingChanges', changes, touched, weight: differenceWeight(touched, data) };
}

function changesIn({ what, names, atMs, codes }: Counted, timeZone: string): readonly RecordingChange[] {
  if (atMs.length === 0) return [];
  const startsMs = monthStarts(
    atMs.reduce((a, b) => (b < a ? b : a)),
    atMs.reduce((a, b) => (b > a ? b : a)),
    timeZone,
    MOST_MONTHS,
  );
  const months = startsMs.length;
  const totals = new Int32Array(months);
  const rowsByName = names.map(() => new Int32Array(months));
  for (let row = 0; row < atMs.length; row += 1) {
    const month = countAtMost(startsMs, atMs[row] ?? 0) - 1;
    if (month < 0) continue;
    totals[month] = (totals[month] ?? 0) + 1;
    const rows = rowsByName[codes[row] ?? -1];
    if (rows !== undefined) rows[month] = (rows[month] ?? 0) + 1;
  }
  return names.flatMap((name, code) => {
    const rows = rowsByName[code] ?? new Int32Array(0);
    const first = rows.findIndex((count) => count > 0);
    const last = rows.findLastIndex((count) => count > 0);
    if (first < 0) return [];
    const sum = (counts: Int32Array, from: number, to: number): number =>
      counts.subarray(from, to).reduce((total, count) => total + count, 0);
    const all = sum(rows, first, last + 1);
    const held = sum(totals, first, last + 1);
    const share = all / held;
    const usual = (LEAST_GOING_ON * held) / (last + 1 - first);
    const change = (kind: RecordingChange['change'], month: number, from: number, to: number) => {
      const meanwhile = sum(totals, from, to);
      const expected = share * meanwhile;
      return to - from < LEAST_MONTHS || expected < LEAST_EXPECTED || meanwhile < usual * (to - from)
        ? []
        : [{ what, name, change: kind, monthMs: startsMs[month] ?? 0, rows: all, expected }];
    };
    return [...change('starts', first, 0, first), ...change('stops', last + 1, last + 1, months)];
  });
}

/** Leads that were created in the silent months of a change: what they lack nobody can tell from what was not recorded. */
const createdInSilence = ({ history }: QualityData, changes: readonly RecordingChange[]): Uint8Array =>
  Uint8Array.from(history.leads.createdAtMs, (atMs) =>
    changes.some(({ change, monthMs }) => (change === 'starts' ? atMs < monthMs : atMs >= monthMs)) ? 1 : 0,
  );
