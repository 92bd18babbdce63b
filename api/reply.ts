/** The envelope of every answer, safe for structured clone and JSON alike. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

/** `kind` chooses the words on screen (message catalogue, `failure.<kind>`); `detail` is shown beneath, `path` names the place. */
export interface Failure {
  readonly kind: FailureKind;
  readonly detail: string;
  readonly path?: string;
}

export const FAILURE_KINDS = [
  'unknownMethod',
  'badInput',
  'noWorkshop',
  'readOnly',
  'notFound',
  'cancelled',
  'superseded',
  'badRuleSet',
  'badAgreement',
  'badSource',
  'badMapping',
  'notAWorkshop',
  'newerWorkshop',
  'damagedWorkshop',
  'alreadyOpen',
  'diskFull',
  'notWritable',
  'seatTaken',
  'seatUsed',
  'cannotSign',
  'blind',
  'judged',
  'badBallot',
  'unexpected',
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];
