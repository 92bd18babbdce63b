/** What a version is worth, from its signatures and what became of it. */
import type { Team } from '../seat.ts';
import type { AgreementRecords, SignatureRecord } from './agreement-record.ts';

/**
 * `open`: proposed, a signature is missing. `inForce`: both teams signed. `withdrawn`: a signature was taken back, and the team has
 * not signed again. `superseded`: a newer one took its place, or it was given up.
 */
export type VersionState = 'open' | 'inForce' | 'withdrawn' | 'superseded';

export function versionState(records: AgreementRecords, number: number): VersionState {
  const events = records.events.filter((event) => event.number === number);
  if (events.some(({ kind }) => kind === 'superseded')) return 'superseded';
  const teams = new Set(standingSignatures(records, number).map(({ team }) => team));
  if (teams.size === BOTH.length) return 'inForce';
  const isWithdrawn = records.signatures.some((one) => one.number === number && !teams.has(one.team));
  return isWithdrawn ? 'withdrawn' : 'open';
}

/** Those that were not withdrawn: one a team at most. */
export function standingSignatures(
  { signatures, events }: AgreementRecords,
  number: number,
): readonly SignatureRecord[] {
  const withdrawn = new Set(events.map(({ signatureId }) => signatureId));
  return signatures.filter((signature) => signature.number === number && !withdrawn.has(signature.id));
}

/** The newest that is not superseded: an older one was left behind when it was proposed, or signed. */
export const signableNumber = (records: AgreementRecords): number | null =>
  records.versions.findLast(({ number }) => versionState(records, number) !== 'superseded')?.number ?? null;

const BOTH: readonly Team[] = ['marketing', 'sales'];
