/** The version in force, for all that is worked out from what both teams signed. */
import type { AgreementDocument } from '../../core/agreement/agreement-document.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { readAgreementState } from './agreement-state.ts';

export interface SignedAgreement {
  readonly number: number;
  readonly document: AgreementDocument;
  readonly sha256: string;
  readonly ruleSetVersionId: number;
  /** When the second team signed. */
  readonly signedAtMs: number;
}

/** Signed by both teams, neither withdrawn nor superseded, and as it was when they signed. Null: there is none. */
export function signedAgreement(workshop: ReadableWorkshop): SignedAgreement | null {
  const { inForce, versions } = readAgreementState(workshop);
  const version = versions.find(({ number }) => number === inForce);
  if (version === undefined || version.document === null) return null;
  const { number, document, sha256, ruleSetVersionId, signatures } = version;
  const standing = signatures.filter(({ isWithdrawn }) => !isWithdrawn);
  const signedAtMs = Math.max(...standing.map((signature) => signature.signedAtMs));
  return { number, document, sha256, ruleSetVersionId, signedAtMs };
}
