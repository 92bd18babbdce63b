/** What can be done with versions of the agreement, each within one transaction; answered is why it cannot be, or null. */
import type { EventRecord } from '../../core/agreement/agreement-record.ts';
import { canonicalJson } from '../../core/agreement/canonical-json.ts';
import { agreementJson } from '../../core/agreement/serialise-agreement.ts';
import { standingSignatures, versionState } from '../../core/agreement/version-state.ts';
import { serialiseRuleSet } from '../../core/rule-set/serialise-rule-set.ts';
import type { WritableWorkshop } from '../../db/open-workshop.ts';
import { writeAgreementDraft } from '../../db/queries/agreement-draft.ts';
import { keepAgreement, keepAgreementEvent, keepSignature, readAgreementRecords } from '../../db/queries/agreements.ts';
import { logStep } from '../../db/queries/log.ts';
import { listSeats, readSpeaker, type Speaker, type StoredSeat } from '../../db/queries/seats.ts';
import { saveVersion } from '../../db/queries/versions.ts';
import { alterationsOf, readAgreementState, signableUnaltered } from './agreement-state.ts';

export type Refusal =
  | 'noDraft'
  | 'noReason'
  | 'noVersion'
  | 'noSeat'
  | 'notSignable'
  | 'signedAlready'
  | 'notSigned'
  | 'superseded'
  | 'unreadable';

interface Words {
  readonly reason: string;
  readonly label: string;
  readonly atMs: number;
}

export function propose(workshop: WritableWorkshop, { reason, label, atMs }: Words): Refusal | null {
  const { draft } = readAgreementState(workshop);
  if (draft === null) return 'noDraft';
  const { versions, lastNumber } = readAgreementRecords(workshop);
  const why = reason.trim();
  if (lastNumber > 0 && why === '') return 'noReason';
  const { ruleSet, name } = draft.document;
  const ruleSetVersionId = saveVersion(workshop, {
    name: `${name} ${lastNumber + 1}`,
    document: serialiseRuleSet(ruleSet),
    savedAtMs: atMs,
  });
  const document = canonicalJson(agreementJson(draft.document));
  const number = keepAgreement(workshop, { ruleSetVersionId, document, reason: why, frozenAtMs: atMs });
  logStep(workshop, { atMs, kind: 'agreement.proposed', detail: { number, reason: why } });
  for (const { number: earlier } of versions) {
    const state = versionState(readAgreementRecords(workshop), earlier);
    if (state === 'open' || state === 'withdrawn')
      happen(workshop, 'superseded', { number: earlier, reason: '', supersededBy: number, atMs });
  }
  writeAgreementDraft(workshop, null, { label, atMs });
  return null;
}

export function sign(
  workshop: WritableWorkshop,
  { number, seatId, atMs }: { readonly number: number; readonly seatId: number; readonly atMs: number },
): Refusal | null {
  const records = readAgreementRecords(workshop);
  const version = records.versions.find((one) => one.number === number);
  if (version === undefined) return 'noVersion';
  const seat = seatOf(workshop, seatId);
  if (seat === undefined) return 'noSeat';
  if (signableUnaltered(records, alterationsOf(workshop, records)) !== number) return 'notSignable';
  const { team, person } = seat;
  if (standingSignatures(records, number).some((signature) => signature.team === team)) return 'signedAlready';
  keepSignature(workshop, { number, seatId, team, person, versionSha256: version.sha256, signedAtMs: atMs });
  logStep(workshop, { atMs, kind: 'agreement.signed', detail: { number }, seat: team, person });
  if (versionState(readAgreementRecords(workshop), number) !== 'inForce') return null;
  for (const { number: earlier } of records.versions) {
    if (earlier < number && versionState(records, earlier) !== 'superseded')
      happen(workshop, 'superseded', { number: earlier, reason: '', supersededBy: number, atMs }, seat);
  }
  return null;
}

export function withdraw(
  workshop: WritableWorkshop,
  step: { readonly number: number; readonly seatId: number; readonly reason: string; readonly atMs: number },
): Refusal | null {
  const { number, reason, atMs } = step;
  const records = readAgreementRecords(workshop);
  const seat = seatOf(workshop, step.seatId);
  if (seat === undefined) return 'noSeat';
  if (reason.trim() === '') return 'noReason';
  const signature = standingSignatures(records, number).find(({ team }) => team === seat.team);
  if (signature === undefined) return 'notSigned';
  if (versionState(records, number) === 'superseded') return 'superseded';
  const { team, person } = seat;
  const happened = { number, team, person, reason: reason.trim(), atMs };
  keepAgreementEvent(workshop, { ...happened, kind: 'withdrawn', signatureId: signature.id, supersededBy: null });
  logStep(workshop, {
    atMs,
    kind: 'signature.withdrawn',
    detail: { number, reason: reason.trim() },
    seat: team,
    person,
  });
  return null;
}

export function reopen(
  workshop: WritableWorkshop,
  { number, ...words }: Words & { readonly number: number },
): Refusal | null {
  const { reason, label, atMs } = words;
  const { versions, draft } = readAgreementState(workshop);
  const version = versions.find((one) => one.number === number);
  if (version === undefined) return 'noVersion';
  if (version.document === null) return 'unreadable';
  const document = canonicalJson(agreementJson(version.document));
  // Asked for twice, by two windows or a double click: it lies open already.
  if (draft?.replaces === number && canonicalJson(agreementJson(draft.document)) === document) return null;
  happen(workshop, 'reopened', { number, reason: reason.trim(), supersededBy: null, atMs });
  writeAgreementDraft(workshop, { document, replaces: number }, { label, atMs });
  return null;
}

export function supersede(
  workshop: WritableWorkshop,
  { number, reason, atMs }: { readonly number: number; readonly reason: string; readonly atMs: number },
): Refusal | null {
  const records = readAgreementRecords(workshop);
  if (!records.versions.some((one) => one.number === number)) return 'noVersion';
  if (reason.trim() === '') return 'noReason';
  if (versionState(records, number) === 'superseded') return 'superseded';
  happen(workshop, 'superseded', { number, reason: reason.trim(), supersededBy: null, atMs });
  return null;
}

const seatOf = (workshop: WritableWorkshop, id: number): StoredSeat | undefined =>
  listSeats(workshop).find((seat) => seat.id === id);

/** `by`: whose step it is; absent: of the seat that speaks. */
function happen(
  workshop: WritableWorkshop,
  kind: 'reopened' | 'superseded',
  event: Pick<EventRecord, 'number' | 'reason' | 'supersededBy' | 'atMs'>,
  by: Speaker | null = readSpeaker(workshop),
): void {
  const [team, person] = [by?.team ?? null, by?.person ?? null];
  keepAgreementEvent(workshop, { ...event, team, person, kind, signatureId: null });
  const { number, reason, supersededBy, atMs } = event;
  logStep(workshop, { atMs, kind: `agreement.${kind}`, detail: { number, reason, supersededBy }, seat: team, person });
}
