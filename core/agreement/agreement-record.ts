/** What the file keeps for ever about agreements: versions, signatures, and what became of them. Each carries the hash of its seal. */
import type { Team } from '../seat.ts';

export interface VersionRecord {
  /** 1, 2, 3 …, never used again. */
  readonly number: number;
  /** Id of the kept rule set, which the document holds too. */
  readonly ruleSetVersionId: number;
  /** Canonical JSON of an agreement document. */
  readonly document: string;
  /** Why it was proposed, in words. */
  readonly reason: string;
  readonly frozenAtMs: number;
  /** Hash of the version before; of the first: empty. */
  readonly before: string;
  readonly sha256: string;
}

export interface SignatureRecord {
  readonly id: number;
  readonly number: number;
  readonly seatId: number;
  readonly team: Team;
  readonly person: string;
  /** Of the version, as it was when signed. */
  readonly versionSha256: string;
  readonly signedAtMs: number;
  /** Hash of the signature before, of whatever version. */
  readonly before: string;
  readonly sha256: string;
}

/**
 * `withdrawn`: a signature was taken back. `reopened`: talks began again from this version, which stays as binding as it was.
 * `superseded`: a newer version took its place, or it was given up.
 */
export const AGREEMENT_EVENTS = ['withdrawn', 'reopened', 'superseded'] as const;
export type AgreementEventKind = (typeof AGREEMENT_EVENTS)[number];

export interface EventRecord {
  readonly id: number;
  readonly number: number;
  readonly kind: AgreementEventKind;
  /** The signature that was withdrawn; null: another kind. */
  readonly signatureId: number | null;
  /** The version that took its place; null: it was given up, or another kind. */
  readonly supersededBy: number | null;
  /** Whose step it was; null: nobody's in particular. */
  readonly team: Team | null;
  readonly person: string | null;
  readonly reason: string;
  readonly atMs: number;
  /** Hash of the event before. */
  readonly before: string;
  readonly sha256: string;
}

/** What the log of the workshop tells, apart from the chains, that was done to a version. */
export interface LoggedHappening {
  readonly number: number;
  readonly kind: 'signed' | AgreementEventKind;
  readonly person: string | null;
}

/** Each in the order in which it was kept. */
export interface AgreementRecords {
  readonly versions: readonly VersionRecord[];
  readonly signatures: readonly SignatureRecord[];
  readonly events: readonly EventRecord[];
  readonly logged: readonly LoggedHappening[];
  /** The number that was given last, whatever is left of it. */
  readonly lastNumber: number;
}
