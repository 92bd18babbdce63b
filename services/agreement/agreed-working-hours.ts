import type { WorkingHours } from '../../core/working-time/working-hours.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { readAgreementDraft } from '../../db/queries/agreement-draft.ts';
import { storedAgreement } from './agreement-state.ts';
import { signedAgreement } from './signed-agreement.ts';

/** Those of the agreement in force, else of the one that is being drafted; null: nobody has agreed on any. */
export function agreedWorkingHours(workshop: ReadableWorkshop): WorkingHours | null {
  const signed = signedAgreement(workshop);
  if (signed !== null) return signed.document.workingHours;
  const draft = readAgreementDraft(workshop);
  return draft === null ? null : (storedAgreement(draft.document)?.workingHours ?? null);
}
