/** Versions of the agreement, their signatures, and what became of them: added in chains of hashes, never changed. */
import { createHash } from 'node:crypto';
import type {
  AgreementRecords,
  EventRecord,
  LoggedHappening,
  SignatureRecord,
  VersionRecord,
} from '../../core/agreement/agreement-record.ts';
import { eventSeal, signatureSeal, versionSeal } from '../../core/agreement/agreement-seals.ts';
import { requireTransaction } from '../transaction.ts';
import type { ReadableWorkshop, WritableWorkshop } from '../workshop.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export function readAgreementRecords({ database }: ReadableWorkshop): AgreementRecords {
  const versions = database
    .prepare<[], VersionRecord>(
      `SELECT id AS number, version_id AS ruleSetVersionId, document, reason, created_at_ms AS frozenAtMs,
        before_sha256 AS before, sha256 FROM agreement ORDER BY id`,
    )
    .all();
  const signatures = database
    .prepare<[], SignatureRecord>(
      `SELECT id, agreement_id AS number, seat_id AS seatId, team, person, agreement_sha256 AS versionSha256,
        signed_at_ms AS signedAtMs, before_sha256 AS before, sha256 FROM signature ORDER BY id`,
    )
    .all();
  const events = database
    .prepare<[], EventRecord>(
      `SELECT id, agreement_id AS number, kind, signature_id AS signatureId, superseded_by AS supersededBy, team, person, reason, at_ms AS atMs,
        before_sha256 AS before, sha256 FROM agreement_event ORDER BY id`,
    )
    .all();
  const logged = database
    .prepare<[], LoggedHappening>(
      `SELECT json_extract(detail, '$.number') AS number, substr(kind, instr(kind, '.') + 1) AS kind, person FROM log
        WHERE kind IN ('agreement.signed', 'signature.withdrawn', 'agreement.reopened', 'agreement.superseded')
        ORDER BY id`,
    )
    .all();
  const lastNumber =
    database.prepare<[], { seq: number }>(`SELECT seq FROM sqlite_sequence WHERE name = 'agreement'`).get()?.seq ?? 0;
  return { versions, signatures, events, logged, lastNumber };
}

/** Answers the version's number. `document` is canonical JSON. */
export function keepAgreement(
  workshop: WritableWorkshop,
  version: Pick<VersionRecord, 'ruleSetVersionId' | 'document' | 'reason' | 'frozenAtMs'>,
): number {
  requireTransaction(workshop);
  const { versions, lastNumber } = readAgreementRecords(workshop);
  const sealed = { number: lastNumber + 1, ...version, before: versions.at(-1)?.sha256 ?? '' };
  workshop.database
    .prepare(
      `INSERT INTO agreement (id, version_id, document, reason, created_at_ms, before_sha256, sha256)
        VALUES (CAST(? AS INTEGER), ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      sealed.number,
      sealed.ruleSetVersionId,
      sealed.document,
      sealed.reason,
      sealed.frozenAtMs,
      sealed.before,
      sha256(versionSeal(sealed)),
    );
  return sealed.number;
}

/** Of a team that has signed the version: throws. */
export function keepSignature(
  workshop: WritableWorkshop,
  signature: Omit<SignatureRecord, 'id' | 'before' | 'sha256'>,
): void {
  requireTransaction(workshop);
  const sealed = { ...signature, before: readAgreementRecords(workshop).signatures.at(-1)?.sha256 ?? '' };
  workshop.database
    .prepare(
      `INSERT INTO signature (agreement_id, seat_id, team, person, agreement_sha256, signed_at_ms, before_sha256, sha256)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      sealed.number,
      sealed.seatId,
      sealed.team,
      sealed.person,
      sealed.versionSha256,
      sealed.signedAtMs,
      sealed.before,
      sha256(signatureSeal(sealed)),
    );
}

export function keepAgreementEvent(
  workshop: WritableWorkshop,
  event: Omit<EventRecord, 'id' | 'before' | 'sha256'>,
): void {
  requireTransaction(workshop);
  const sealed = { ...event, before: readAgreementRecords(workshop).events.at(-1)?.sha256 ?? '' };
  workshop.database
    .prepare(
      `INSERT INTO agreement_event (agreement_id, kind, signature_id, superseded_by, team, person, reason, at_ms, before_sha256, sha256)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      sealed.number,
      sealed.kind,
      sealed.signatureId,
      sealed.supersededBy,
      sealed.team,
      sealed.person,
      sealed.reason,
      sealed.atMs,
      sealed.before,
      sha256(eventSeal(sealed)),
    );
}
