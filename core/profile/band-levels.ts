import { readNumber } from '../history/cell.ts';
import type { Column } from '../history/history.ts';
import type { Condition } from '../rule-set/rule-set.ts';
import { instantText, readInstant } from '../time/instant.ts';
import { requireZone } from '../time/zone.ts';
import { proposedCutPoints } from './cut-points.ts';
import { countsOfEntries, type EntryCounts } from './entry-counts.ts';
import type { LevelDraft } from './level-draft.ts';
import type { Band } from './profile.ts';
import { type CutRange, roundInstant, roundNumber } from './round-cut.ts';
import { othersLevel } from './value-levels.ts';

export interface BandLevels {
  readonly cutPoints: readonly number[];
  /** Bands in ascending order, also those that nobody is in; then cells that do not read in the column's kind. */
  readonly levels: readonly LevelDraft[];
}

/** The bands of a number or date column; `cutPoints`: ascending, null: proposed ones. */
export function bandLevels(
  column: Column,
  counts: EntryCounts,
  timeZone: string,
  cutPoints: readonly number[] | null,
): BandLevels {
  const scale = column.kind === 'date' ? dateScale(timeZone) : NUMBERS;
  const read = column.cells
    .map((cell, code) => ({ entry: code + 1, value: scale.read(cell) }))
    .filter(({ entry }) => (counts.leads[entry] ?? 0) > 0);
  const held = read
    .flatMap(({ entry, value }) => (value === null ? [] : [{ entry, value, observed: counts.observed[entry] ?? 0 }]))
    .sort((left, right) => left.value - right.value);
  const cuts = cutPoints ?? proposedCutPoints(distinct(held), scale.round);
  const unread = read.filter(({ value }) => value === null).map(({ entry }) => entry);
  const bands = bandsBetween(cuts).map((band): LevelDraft => {
    const inside = held.filter(({ value }) => isInside(value, band));
    const entries = inside.map(({ entry }) => entry);
    return {
      kind: 'band',
      value: bandText(band, scale.text),
      band,
      values: distinct(inside).length,
      condition: cuts.length === 0 && unread.length > 0 ? null : bandCondition(column.name, band, scale),
      entries,
      counts: countsOfEntries(entries, counts),
    };
  });
  const levels = held.length === 0 ? [] : bands;
  return {
    cutPoints: cuts,
    levels: unread.length === 0 ? levels : [...levels, othersLevel(unread, unread.length, counts)],
  };
}

interface Scale {
  readonly read: (cell: string) => number | null;
  readonly round: (range: CutRange) => number;
  readonly text: (value: number) => string;
  readonly below: (attribute: string, limit: number) => Condition<'attribute'>;
  readonly from: (attribute: string, limit: number) => Condition<'attribute'>;
}

const NUMBERS: Scale = {
  read: readNumber,
  round: roundNumber,
  text: String,
  below: (attribute, value) => ({ attribute, op: 'lt', value }),
  from: (attribute, value) => ({ attribute, op: 'gte', value }),
};

const dateScale = (timeZone: string): Scale => {
  const text = (atMs: number): string => dateText(atMs, timeZone);
  return {
    read: (cell) => readInstant(cell, timeZone),
    round: (range) => roundInstant(range, timeZone),
    text,
    below: (attribute, limitMs) => ({ attribute, op: 'before', value: text(limitMs) }),
    from: (attribute, limitMs) => ({ attribute, op: 'onOrAfter', value: text(limitMs) }),
  };
};

/** A date alone where that reads back as the instant. */
function dateText(atMs: number, timeZone: string): string {
  const day = instantText(atMs + requireZone(timeZone).offsetMsAt(atMs)).slice(0, 10);
  return readInstant(day, timeZone) === atMs ? day : instantText(atMs);
}

const bandsBetween = (cuts: readonly number[]): readonly Band[] =>
  [...cuts, null].map((to, index) => ({ from: cuts[index - 1] ?? null, to }));

const isInside = (value: number, { from, to }: Band): boolean =>
  (from === null || value >= from) && (to === null || value < to);

function bandText({ from, to }: Band, text: (value: number) => string): string {
  if (from === null) return to === null ? 'any' : `< ${text(to)}`;
  return to === null ? `≥ ${text(from)}` : `${text(from)} – ${text(to)}`;
}

function bandCondition(attribute: string, { from, to }: Band, scale: Scale): Condition<'attribute'> {
  if (from === null) return to === null ? { attribute, op: 'exists' } : scale.below(attribute, to);
  const lower = scale.from(attribute, from);
  return to === null ? lower : { all: [lower, scale.below(attribute, to)] };
}

/** Cells that read alike are one value. */
function distinct(
  held: readonly { readonly value: number; readonly observed: number }[],
): readonly { readonly value: number; readonly observed: number }[] {
  const observedByValue = new Map<number, number>();
  for (const { value, observed } of held) observedByValue.set(value, (observedByValue.get(value) ?? 0) + observed);
  return [...observedByValue].map(([value, observed]) => ({ value, observed }));
}
