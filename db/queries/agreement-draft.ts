/** The agreement that is being written: each edit is a step of the workshop, and undone as all others are. */
import type { ReadableWorkshop, WritableWorkshop } from '../workshop.ts';
import { type StepWords, takeStep } from './steps.ts';

export interface StoredDraft {
  /** An agreement document, as JSON. */
  readonly document: string;
  /** Number of the version that it began from; null: from a scenario. */
  readonly replaces: number | null;
}

/** Null: nobody writes one. */
export function readAgreementDraft({ database }: ReadableWorkshop): StoredDraft | null {
  return (
    database
      .prepare<[], StoredDraft>(
        'SELECT document, replaces FROM agreement_draft WHERE id = (SELECT agreement_draft_id FROM workshop)',
      )
      .get() ?? null
  );
}

/** Null: the draft is put away. */
export function writeAgreementDraft(workshop: WritableWorkshop, draft: StoredDraft | null, words: StepWords): void {
  const { database } = workshop;
  const key = words.coalesce === undefined ? {} : { coalesce: `agreement:${words.coalesce}` };
  takeStep(workshop, { ...words, ...key }, () => {
    const id =
      draft === null
        ? null
        : database
            .prepare('INSERT INTO agreement_draft (document, replaces) VALUES (?, ?)')
            .run(draft.document, draft.replaces).lastInsertRowid;
    database.prepare('UPDATE workshop SET agreement_draft_id = ?').run(id);
  });
  forgetDrafts(workshop);
}

/** Those that no step leads to. */
function forgetDrafts({ database }: WritableWorkshop): void {
  database.exec(
    `DELETE FROM agreement_draft WHERE id IS NOT (SELECT agreement_draft_id FROM workshop)
      AND id NOT IN (SELECT json_extract(state, '$.draft') FROM workshop_step WHERE json_extract(state, '$.draft') IS NOT NULL)`,
  );
}
