/** The agreement as the screens see it, with every hash computed again. */
import type { AgreementState, AgreementVersion } from '../../api/agreement.ts';
import type { AgreementDocument } from '../../core/agreement/agreement-document.ts';
import type { AgreementRecords, VersionRecord } from '../../core/agreement/agreement-record.ts';
import { parseAgreement } from '../../core/agreement/parse-agreement.ts';
import { type Alteration, findAlterations } from '../../core/agreement/verify-agreements.ts';
import { signableNumber, standingSignatures, versionState } from '../../core/agreement/version-state.ts';
import type { ReadableWorkshop } from '../../db/open-workshop.ts';
import { readAgreementDraft } from '../../db/queries/agreement-draft.ts';
import { readAgreementRecords, sha256 } from '../../db/queries/agreements.ts';
import { findAlteredVersion, readVersion } from '../../db/queries/versions.ts';

export function readAgreementState(workshop: ReadableWorkshop): AgreementState {
  const records = readAgreementRecords(workshop);
  const alterations = alterationsOf(workshop, records);
  const draft = readAgreementDraft(workshop);
  const document = draft === null ? null : storedAgreement(draft.document);
  return {
    draft: draft === null || document === null ? null : { document, replaces: draft.replaces },
    versions: records.versions.map((version) => shownVersion(records, version)).reverse(),
    inForce: numberInForce(records, alterations),
    signable: signableUnaltered(records, alterations),
    alterations,
    alteredRuleSetVersion: findAlteredVersion(workshop),
  };
}

export const alterationsOf = (workshop: ReadableWorkshop, records: AgreementRecords): readonly Alteration[] =>
  findAlterations(records, { sha256, ruleSetOf: (id) => readVersion(workshop, id)?.document ?? null });

/** Null: none, or it is not what was signed any more. */
function numberInForce(records: AgreementRecords, alterations: readonly Alteration[]): number | null {
  const version = records.versions.findLast(({ number }) => versionState(records, number) === 'inForce');
  return version === undefined || isAltered(alterations, version.number) ? null : version.number;
}

/** Nothing is signed on what another hand changed. */
export function signableUnaltered(records: AgreementRecords, alterations: readonly Alteration[]): number | null {
  const number = signableNumber(records);
  return number === null || isAltered(alterations, number) ? null : number;
}

/** Null: unreadable. */
export function storedAgreement(text: string): AgreementDocument | null {
  try {
    const parsed = parseAgreement(JSON.parse(text) as unknown);
    return parsed.ok ? parsed.value : null;
  } catch {
    return null;
  }
}

/** A broken link to the version before is that version's loss: this one is whole in itself. */
const isAltered = (alterations: readonly Alteration[], number: number): boolean =>
  alterations.some((one) => one.number === number && one.part !== 'chain');

function shownVersion(records: AgreementRecords, version: VersionRecord): AgreementVersion {
  const { number, document, reason, frozenAtMs, ruleSetVersionId, sha256: hash } = version;
  const standing = new Set(standingSignatures(records, number).map(({ id }) => id));
  return {
    number,
    document: storedAgreement(document),
    reason,
    frozenAtMs,
    ruleSetVersionId,
    sha256: hash,
    state: versionState(records, number),
    signatures: records.signatures
      .filter((signature) => signature.number === number)
      .map(({ id, seatId, team, person, signedAtMs }) => {
        return { seatId, team, person, signedAtMs, isWithdrawn: !standing.has(id) };
      }),
    events: records.events
      .filter((event) => event.number === number)
      .map(({ kind, team, person, reason: why, supersededBy, atMs }) => {
        return { kind, team, person, reason: why, supersededBy, atMs };
      }),
  };
}
