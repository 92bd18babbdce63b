/** Whether what was kept still is what was kept: every hash computed again. */

import type {
  AgreementRecords,
  EventRecord,
  LoggedHappening,
  SignatureRecord,
  VersionRecord,
} from './agreement-record.ts';
import { eventSeal, signatureSeal, versionSeal } from './agreement-seals.ts';
import { canonicalJson } from './canonical-json.ts';

/**
 * `document`: the version's own row (text, reason, moment). `rules`: the kept rule set is not the one in the document. `chain`:
 * the version before it is not the one that it followed. `missing`: the version is gone. `signature`, `event`: a signature, or
 * what became of the version, was changed or is gone.
 */
export type AlteredPart = 'missing' | 'document' | 'chain' | 'rules' | 'signature' | 'event';

export interface Alteration {
  readonly number: number;
  readonly part: AlteredPart;
  /** Of a signature: whose. */
  readonly person: string | null;
}

export interface VerifiedWith {
  /** In hexadecimal. */
  readonly sha256: (text: string) => string;
  /** Text of the kept rule set; null: there is none of that id. */
  readonly ruleSetOf: (versionId: number) => string | null;
}

/** None: everything fits. Otherwise by number, each version's own faults first. */
export function findAlterations(records: AgreementRecords, by: VerifiedWith): readonly Alteration[] {
  const found = [...versionAlterations(records, by), ...lineAlterations(records, by), ...goneAlterations(records)];
  return found.sort((one, other) => one.number - other.number);
}

function versionAlterations({ versions, lastNumber }: AgreementRecords, by: VerifiedWith): readonly Alteration[] {
  const byNumber = new Map(versions.map((version) => [version.number, version]));
  const found: Alteration[] = [];
  const last = Math.max(lastNumber, ...byNumber.keys());
  for (let number = 1; number <= last; number++) {
    const part = alteredPart(byNumber.get(number), byNumber.get(number - 1)?.sha256 ?? '', by);
    if (part !== null) found.push({ number, part, person: null });
  }
  return found;
}

function alteredPart(version: VersionRecord | undefined, before: string, by: VerifiedWith): AlteredPart | null {
  if (version === undefined) return 'missing';
  const json = parsed(version.document);
  if (json === undefined || by.sha256(versionSeal(version)) !== version.sha256) return 'document';
  if (version.before !== before) return 'chain';
  const ruleSet = parsed(by.ruleSetOf(version.ruleSetVersionId) ?? '');
  const promised = typeof json === 'object' && json !== null && 'ruleSet' in json ? json.ruleSet : undefined;
  if (ruleSet === undefined || promised === undefined) return 'rules';
  return canonicalJson(ruleSet) === canonicalJson(promised) ? null : 'rules';
}

function lineAlterations({ versions, signatures, events }: AgreementRecords, by: VerifiedWith): readonly Alteration[] {
  const found: Alteration[] = [];
  const hashes = new Map(versions.map(({ number, sha256 }) => [number, sha256]));
  let before = '';
  for (const signature of signatures) {
    const fits =
      signature.before === before &&
      signature.versionSha256 === hashes.get(signature.number) &&
      by.sha256(signatureSeal(signature)) === signature.sha256;
    if (!fits) found.push({ number: signature.number, part: 'signature', person: signature.person });
    before = signature.sha256;
  }
  before = '';
  for (const event of events) {
    const fits =
      event.before === before &&
      by.sha256(eventSeal(event)) === event.sha256 &&
      (event.kind !== 'withdrawn' || signatures.some((one) => isWithdrawnBy(one, event)));
    if (!fits) found.push({ number: event.number, part: 'event', person: null });
    before = event.sha256;
  }
  return found;
}

/** Ids of signatures are in no seal. */
const isWithdrawnBy = ({ id, number, team }: SignatureRecord, event: EventRecord): boolean =>
  id === event.signatureId && number === event.number && team === event.team;

/** A chain does not tell that its last links are gone; the log does, which told of each as it was kept. */
function goneAlterations({ signatures, events, logged }: AgreementRecords): readonly Alteration[] {
  const keyOf = ({ number, kind, person }: LoggedHappening): string => JSON.stringify([number, kind, person]);
  const left = new Map<string, number>();
  for (const kept of [...signatures.map((one) => ({ ...one, kind: 'signed' }) as const), ...events])
    left.set(keyOf(kept), (left.get(keyOf(kept)) ?? 0) + 1);
  return logged.flatMap((happening): readonly Alteration[] => {
    const key = keyOf(happening);
    const of = left.get(key) ?? 0;
    left.set(key, of - 1);
    if (of > 0) return [];
    const { number, kind, person } = happening;
    return [kind === 'signed' ? { number, part: 'signature', person } : { number, part: 'event', person: null }];
  });
}

/** Undefined: the text is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
