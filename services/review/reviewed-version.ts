import type { ReviewedVersion } from '../../api/review.ts';
import { readInstant } from '../../core/time/instant.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { signedAgreement } from '../agreement/signed-agreement.ts';

/** The version in force; null: there is none. */
export function readReviewedVersion(workshop: ReadableWorkshop): ReviewedVersion | null {
  const signed = signedAgreement(workshop);
  if (signed === null) return null;
  const { number, document, signedAtMs } = signed;
  const validFromMs = readInstant(document.validFrom, document.workingHours.timeZone) ?? signedAtMs;
  return { number, document, signedAtMs, inForceFromMs: Math.max(signedAtMs, validFromMs) };
}
