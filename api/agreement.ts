/** The agreement that two teams write and sign: its draft, its versions for ever, who signed which. */
import * as z from 'zod/mini';
import type { AgreementDocument, AgreementEventKind, Alteration, Team, VersionState } from './core-types.ts';

const label = z.string().check(z.minLength(1), z.maxLength(500));
const reason = z.string().check(z.maxLength(2_000));
const number = z.int().check(z.positive());
const seatId = z.int();

export const AGREEMENT_INPUTS = {
  /** Every hash is computed again on the way. */
  'agreement.get': z.strictObject({}),
  /** The draft becomes this document (`badAgreement` names the path of a fault); a step that can be undone, one with those of the same key before it. */
  'agreement.edit': z.strictObject({
    document: z.unknown(),
    label,
    coalesce: z.optional(z.string().check(z.maxLength(200))),
  }),
  /** Puts the draft away; can be undone. */
  'agreement.discard': z.strictObject({ label }),
  /** The draft becomes a version, never changed again. From the second on a reason is needed. A version that waits for signatures is superseded. */
  'agreement.propose': z.strictObject({ reason, label }),
  /** Of the newest version that is not superseded. With the second team's it is in force, and what was in force before is superseded. */
  'agreement.sign': z.strictObject({ number, seatId }),
  /** A seat takes back its team's signature; the team may sign the same version again while that is the newest. */
  'agreement.withdraw': z.strictObject({ number, seatId, reason }),
  /** A draft begins from the version, which stays what it is; in place of a draft that is there. */
  'agreement.reopen': z.strictObject({ number, reason, label }),
  /** The version is given up without another in its place. */
  'agreement.supersede': z.strictObject({ number, reason }),
} as const;

export interface AgreementOutputs {
  readonly 'agreement.get': AgreementState;
  readonly 'agreement.edit': AgreementState;
  readonly 'agreement.discard': AgreementState;
  readonly 'agreement.propose': AgreementState;
  readonly 'agreement.sign': AgreementState;
  readonly 'agreement.withdraw': AgreementState;
  readonly 'agreement.reopen': AgreementState;
  readonly 'agreement.supersede': AgreementState;
}

export interface AgreementState {
  readonly draft: { readonly document: AgreementDocument; readonly replaces: number | null } | null;
  /** Newest first. */
  readonly versions: readonly AgreementVersion[];
  /** Number of the version that both signed and that is as it was; null: none. */
  readonly inForce: number | null;
  /** The only version that can be signed; null: none. */
  readonly signable: number | null;
  /** What another hand has changed, by number; none: all is as it was kept. */
  readonly alterations: readonly Alteration[];
  /** Id of the first kept rule set that another hand has changed; null: none. */
  readonly alteredRuleSetVersion: number | null;
}

export interface AgreementVersion {
  readonly number: number;
  /** Null: another hand made it unreadable. */
  readonly document: AgreementDocument | null;
  readonly reason: string;
  readonly frozenAtMs: number;
  readonly ruleSetVersionId: number;
  /** In hexadecimal; its first digits are the fingerprint on paper. */
  readonly sha256: string;
  readonly state: VersionState;
  /** In the order of signing, with those that were withdrawn. */
  readonly signatures: readonly AgreementSignature[];
  /** What became of it, oldest first. */
  readonly events: readonly AgreementHappening[];
}

export interface AgreementSignature {
  readonly seatId: number;
  readonly team: Team;
  readonly person: string;
  readonly signedAtMs: number;
  readonly isWithdrawn: boolean;
}

export interface AgreementHappening {
  readonly kind: AgreementEventKind;
  /** The version that took its place; null: given up, or another kind. */
  readonly supersededBy: number | null;
  readonly team: Team | null;
  readonly person: string | null;
  readonly reason: string;
  readonly atMs: number;
}
