/** The view: which part of the history every question looks at, and what sales can follow up. One for the workshop. */
import type { ReadableWorkshop, WritableWorkshop } from '../workshop.ts';
import { readSettings } from './settings.ts';
import { type StepWords, takeStep } from './steps.ts';

export interface StoredView {
  /** As JSON; null: nobody has moved it. */
  readonly document: string | null;
  readonly capacityPerWeek: number | null;
}

export function readView(workshop: ReadableWorkshop): StoredView {
  const document = workshop.database.prepare<[], { view: string | null }>('SELECT view FROM workshop').get()?.view;
  return { document: document ?? null, capacityPerWeek: readSettings(workshop).capacityPerWeek };
}

/** One step; the view that is there already is none. */
export function writeView(
  workshop: WritableWorkshop,
  { document, capacityPerWeek }: StoredView,
  words: StepWords,
): void {
  const present = readView(workshop);
  if (present.document === document && present.capacityPerWeek === capacityPerWeek) return;
  const { coalesce, ...others } = words;
  const key = coalesce === undefined ? {} : { coalesce: `view:${coalesce}` };
  takeStep(workshop, { ...others, ...key }, () => {
    workshop.database.prepare('UPDATE workshop SET view = ?, capacity_per_week = ?').run(document, capacityPerWeek);
  });
}
