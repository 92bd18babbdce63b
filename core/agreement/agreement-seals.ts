/** What exactly is hashed: a change of any of it is a change of the hash. */
import type { EventRecord, SignatureRecord, VersionRecord } from './agreement-record.ts';
import { canonicalJson } from './canonical-json.ts';

/** `document` is sealed as text: even a space more in it is another version. */
export const versionSeal = ({ sha256: _, ...version }: Sealed<VersionRecord>): string =>
  canonicalJson({ format: 'accord.agreement-version/1', ...version });

/** Without its id: the hash is part of the row that first gets one, and the signature before says where it stands. */
export const signatureSeal = ({ sha256: _, id: _id, ...signature }: Unnumbered<SignatureRecord>): string =>
  canonicalJson({ format: 'accord.signature/1', ...signature });

export const eventSeal = ({ sha256: _, id: _id, ...event }: Unnumbered<EventRecord>): string =>
  canonicalJson({ format: 'accord.agreement-event/1', ...event });

export type Sealed<T extends { readonly sha256: string }> = Omit<T, 'sha256'> & { readonly sha256?: string };
export type Unnumbered<T extends { readonly sha256: string; readonly id: number }> = Omit<T, 'sha256' | 'id'> & {
  readonly sha256?: string;
  readonly id?: number;
};
