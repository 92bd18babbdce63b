/** What a judge sees of a lead: what was known of it at one moment, without score, level or outcome, and without its name. */
import { numberAt } from '../at.ts';
import { type Column, type ColumnKind, DAY_MS, type History } from '../history/history.ts';
import { cellOf } from '../history/naming.ts';
import { readInstant } from '../time/instant.ts';
import type { CardMoment } from './candidates.ts';

export interface CardFacts {
  /** Days, a day begun not counted, from its making to the moment. */
  readonly ageDays: number;
  readonly attributes: readonly CardAttribute[];
  /** By type, what was done last first. */
  readonly acts: readonly CardAct[];
}

export interface CardAttribute {
  readonly attribute: string;
  readonly kind: ColumnKind;
  /** As in the file; null where it is missing. */
  readonly cell: string | null;
}

export interface CardAct {
  readonly type: string;
  readonly times: number;
  /** Days, a day begun not counted, before the moment. */
  readonly firstDaysBefore: number;
  readonly lastDaysBefore: number;
}

/** A date that lies after the moment was not known then, and is missing. */
export function cardFacts(history: History, shown: readonly Column[], lead: number, moment: CardMoment): CardFacts {
  return {
    ageDays: wholeDays(moment.atMs - numberAt(history.leads.createdAtMs, lead)),
    attributes: shown.map((column) => ({
      attribute: column.name,
      kind: column.kind,
      cell: isLater(column, lead, moment, history.timeZone) ? null : cellOf(column, lead),
    })),
    acts: actsBefore(history, lead, moment),
  };
}

const wholeDays = (elapsedMs: number): number => Math.max(0, Math.floor(elapsedMs / DAY_MS));

const isBefore = (atMs: number, moment: CardMoment): boolean =>
  atMs < moment.atMs || (moment.isIncluded && atMs === moment.atMs);

function isLater(column: Column, lead: number, moment: CardMoment, timeZone: string): boolean {
  const cell = column.kind === 'date' ? cellOf(column, lead) : null;
  const atMs = cell === null ? null : readInstant(cell, timeZone);
  return atMs !== null && !isBefore(atMs, moment);
}

function actsBefore({ activities }: History, lead: number, moment: CardMoment): readonly CardAct[] {
  const byType = new Map<string, { times: number; firstMs: number; lastMs: number }>();
  const end = numberAt(activities.offsets, lead + 1);
  for (let row = numberAt(activities.offsets, lead); row < end; row += 1) {
    const atMs = numberAt(activities.atMs, row);
    const type = cellOf(activities.type, row);
    if (type === null || !isBefore(atMs, moment)) continue;
    const known = byType.get(type);
    byType.set(type, { times: (known?.times ?? 0) + 1, firstMs: known?.firstMs ?? atMs, lastMs: atMs });
  }
  return [...byType]
    .sort(([, one], [, other]) => other.lastMs - one.lastMs || other.times - one.times)
    .map(([type, { times, firstMs, lastMs }]) => ({
      type,
      times,
      firstDaysBefore: wholeDays(moment.atMs - firstMs),
      lastDaysBefore: wholeDays(moment.atMs - lastMs),
    }));
}
