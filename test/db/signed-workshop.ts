/** Workshops in which versions of an agreement are proposed and signed by Ilse of marketing and Marek of sales. */
import { canonicalJson } from '../../core/agreement/canonical-json.ts';
import { agreementJson } from '../../core/agreement/serialise-agreement.ts';
import type { Result } from '../../core/result.ts';
import type { WritableWorkshop } from '../../db/open-workshop.ts';
import { writeAgreementDraft } from '../../db/queries/agreement-draft.ts';
import { addSeat } from '../../db/queries/seats.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { WorkshopFault } from '../../db/workshop-fault.ts';
import { propose, type Refusal, sign } from '../../services/agreement/agreement-steps.ts';
import { beginScenario } from '../../services/scenario/begin-scenario.ts';
import { agreementFrom, fullAgreement } from '../core/agreement/agreement-from.ts';

export interface Seats {
  readonly ilse: number;
  readonly marek: number;
}

export function seatBoth(workshop: WritableWorkshop): Seats {
  return heldOf(
    inTransaction(workshop, () => {
      const { ruleSet } = agreementFrom();
      beginScenario(workshop, ruleSet, ruleSet, 1);
      return {
        ilse: addSeat(workshop, { team: 'marketing', person: 'Ilse Brandt' }),
        marek: addSeat(workshop, { team: 'sales', person: 'Marek Nowak' }),
      };
    }),
  );
}

/** What came of it, which is null where it went well. */
export const doing = (workshop: WritableWorkshop, step: () => Refusal | null): Refusal | null =>
  heldOf(inTransaction(workshop, step));

export function proposeVersion(workshop: WritableWorkshop, reason: string, disputes = ''): void {
  const document = canonicalJson(agreementJson({ ...fullAgreement(), disputes }));
  doing(workshop, () => {
    writeAgreementDraft(workshop, { document, replaces: null }, { label: 'Draft', atMs: 2 });
    return propose(workshop, { reason, label: 'Propose', atMs: 3 });
  });
}

export function signByBoth(workshop: WritableWorkshop, number: number, { ilse, marek }: Seats): void {
  for (const seatId of [ilse, marek]) doing(workshop, () => sign(workshop, { number, seatId, atMs: 4 + number }));
}

/** By itself: processes that are killed know nothing of tests. */
function heldOf<T>(result: Result<T, WorkshopFault>): T {
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}
