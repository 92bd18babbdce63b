/** The agreement: its draft is edited and undone as scenarios are; its versions are kept, signed, and never changed. */
import type { AgreementState } from '../../api/agreement.ts';
import type { Reply } from '../../api/reply.ts';
import { canonicalJson } from '../../core/agreement/canonical-json.ts';
import { parseAgreement } from '../../core/agreement/parse-agreement.ts';
import { agreementJson } from '../../core/agreement/serialise-agreement.ts';
import type { WritableWorkshop } from '../../db/open-workshop.ts';
import { readAgreementDraft, writeAgreementDraft } from '../../db/queries/agreement-draft.ts';
import { readAgreementRecords } from '../../db/queries/agreements.ts';
import type { Handler } from '../dispatch.ts';
import { refuse, reply } from '../failure.ts';
import type { Changed, OpenWorkshop } from '../workshop/open-workshop.ts';
import { readAgreementState } from './agreement-state.ts';
import { propose, type Refusal, reopen, sign, supersede, withdraw } from './agreement-steps.ts';

type AgreementMethod =
  | 'agreement.get'
  | 'agreement.edit'
  | 'agreement.discard'
  | 'agreement.propose'
  | 'agreement.sign'
  | 'agreement.withdraw'
  | 'agreement.reopen'
  | 'agreement.supersede';

export function createAgreementHandlers({ open, now }: { readonly open: OpenWorkshop; readonly now: () => number }): {
  readonly [M in AgreementMethod]: Handler<M>;
} {
  const state = (): Reply<AgreementState> => {
    const workshop = open.readable();
    return workshop.ok ? reply(readAgreementState(workshop.value)) : workshop;
  };
  const change = (what: Changed, step: (workshop: WritableWorkshop) => Refusal | null): Reply<AgreementState> => {
    const stored = open.store(what, step);
    if (!stored.ok) return stored;
    return stored.value === null ? state() : refuse('cannotSign', WHY[stored.value]);
  };
  return {
    'agreement.get': async () => state(),
    'agreement.edit': async ({ document, label, coalesce }) => {
      const parsed = parseAgreement(document);
      if (!parsed.ok) {
        const [first] = parsed.error;
        return refuse('badAgreement', first?.message ?? '', first?.path ?? '');
      }
      const text = canonicalJson(agreementJson(parsed.value));
      const key = coalesce === undefined ? {} : { coalesce };
      return change('scenario', (workshop) => {
        const before = readAgreementDraft(workshop);
        const newest = readAgreementRecords(workshop).versions.at(-1)?.number ?? null;
        const replaces = before === null ? newest : before.replaces;
        writeAgreementDraft(workshop, { document: text, replaces }, { label, atMs: now(), ...key });
        return null;
      });
    },
    'agreement.discard': async ({ label }) =>
      change('scenario', (workshop) => {
        if (readAgreementDraft(workshop) === null) return 'noDraft';
        writeAgreementDraft(workshop, null, { label, atMs: now() });
        return null;
      }),
    'agreement.propose': async (words) =>
      change('scenario', (workshop) => propose(workshop, { ...words, atMs: now() })),
    'agreement.sign': async (step) => change('agreement', (workshop) => sign(workshop, { ...step, atMs: now() })),
    'agreement.withdraw': async (step) =>
      change('agreement', (workshop) => withdraw(workshop, { ...step, atMs: now() })),
    'agreement.reopen': async (step) => change('scenario', (workshop) => reopen(workshop, { ...step, atMs: now() })),
    'agreement.supersede': async (step) =>
      change('agreement', (workshop) => supersede(workshop, { ...step, atMs: now() })),
  };
}

const WHY: Readonly<Record<Refusal, string>> = {
  noDraft: 'There is no draft.',
  noReason: 'Say why, in a sentence: it is kept with the version.',
  noVersion: 'There is no such version.',
  noSeat: 'Nobody sits there any more.',
  notSignable:
    'Only the newest version that is not superseded can be signed, and only while no other program has changed it.',
  signedAlready: 'This team has signed the version already.',
  notSigned: 'This team has not signed the version.',
  superseded: 'The version is superseded; it binds nobody any more.',
  unreadable: 'The version cannot be read any more.',
};
