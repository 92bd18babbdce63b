/** A workshop in which the story's agreement was signed a while ago, with the history of then and of so many weeks since. */

import type { AgreementDocument } from '../../core/agreement/agreement-document.ts';
import { canonicalJson } from '../../core/agreement/canonical-json.ts';
import { agreementJson } from '../../core/agreement/serialise-agreement.ts';
import type { History } from '../../core/history/history.ts';
import { writeHistory } from '../../db/history/write-history.ts';
import { closeWorkshop, createWorkshop } from '../../db/open-workshop.ts';
import { writeAgreementDraft } from '../../db/queries/agreement-draft.ts';
import { writeSettings } from '../../db/queries/settings.ts';
import { inTransaction } from '../../db/transaction.ts';
import { propose, sign } from '../../services/agreement/agreement-steps.ts';
import { seatBoth } from '../db/signed-workshop.ts';

export function writeSignedWorkshop(
  path: string,
  {
    agreement,
    history,
    signedMs,
    maturityDays,
  }: {
    readonly agreement: AgreementDocument;
    readonly history: History;
    readonly signedMs: number;
    readonly maturityDays: number;
  },
): void {
  const created = createWorkshop(path);
  if (!created.ok) throw new Error(created.error.detail);
  const workshop = created.value;
  const seats = seatBoth(workshop);
  const done = inTransaction(workshop, () => {
    writeSettings(workshop, { maturityDays });
    writeHistory(workshop, history);
    const document = canonicalJson(agreementJson(agreement));
    writeAgreementDraft(workshop, { document, replaces: null }, { label: 'Draft', atMs: signedMs });
    const refused = propose(workshop, { reason: '', label: 'Propose', atMs: signedMs });
    if (refused !== null) throw new Error(refused);
    for (const seatId of [seats.ilse, seats.marek]) {
      const unsigned = sign(workshop, { number: 1, seatId, atMs: signedMs });
      if (unsigned !== null) throw new Error(unsigned);
    }
  });
  if (!done.ok) throw new Error(done.error.detail);
  closeWorkshop(workshop);
}
