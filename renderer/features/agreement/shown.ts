import type { AgreementState, AgreementVersion } from '../../../api/agreement.ts';
import type { AgreementDocument, VersionState } from '../../../api/core-types.ts';

/** What of the agreement is on screen: the draft, or a version. */
export type Shown =
  | {
      readonly kind: 'draft';
      /** The number that it gets once it is proposed. */
      readonly number: number;
      readonly replaces: number | null;
      readonly document: AgreementDocument;
    }
  | {
      readonly kind: 'version';
      readonly number: number;
      readonly version: AgreementVersion;
      readonly document: AgreementDocument;
    };

/** What a version is worth; one that another program changed is worth nothing, whoever signed it. */
export const worthOf = (
  { alterations }: Pick<AgreementState, 'alterations'>,
  { number, state }: AgreementVersion,
): VersionState | 'altered' =>
  alterations.some((one) => one.number === number && one.part !== 'chain') ? 'altered' : state;

export const nextNumber = ({ versions, alterations }: AgreementState): number =>
  Math.max(0, ...versions.map(({ number }) => number), ...alterations.map(({ number }) => number)) + 1;

/** `picked`: null: the draft; without one the version that waits for signatures, or is in force, or else the newest that can be read. */
export function shownOf(state: AgreementState, draft: AgreementDocument | null, picked: number | null): Shown | null {
  if (draft !== null && picked === null)
    return { kind: 'draft', number: nextNumber(state), replaces: state.draft?.replaces ?? null, document: draft };
  const readable = state.versions.filter(({ document }) => document !== null);
  const version =
    [picked, state.signable, state.inForce]
      .map((wanted) => readable.find(({ number }) => number === wanted))
      .find((found) => found !== undefined) ?? readable[0];
  return version === undefined || version.document === null
    ? null
    : { kind: 'version', number: version.number, version, document: version.document };
}

/** What a version, or the draft, is told against: what it began from, else the version before. */
export function formerOf(
  { versions }: AgreementState,
  shown: Pick<Shown, 'number'>,
  replaces: number | null,
): AgreementVersion | null {
  const earlier = versions.filter(({ number, document }) => number < shown.number && document !== null);
  return earlier.find(({ number }) => number === replaces) ?? earlier[0] ?? null;
}
