import { describe, expect, it } from 'vitest';
import { closeWorkshop } from '../../../db/open-workshop.ts';
import { writeAgreementDraft } from '../../../db/queries/agreement-draft.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { readTimeline } from '../../../services/timeline/read-timeline.ts';
import { proposeVersion, seatBoth, signByBoth } from '../../db/signed-workshop.ts';
import { newWorkshop } from '../../db/temp-workshop.ts';

describe('the timeline of a workshop', () => {
  it('tells once that a draft became a version, and every other step of the draft', () => {
    // Given a version that was drafted, proposed and signed, and another draft after it
    const workshop = newWorkshop();
    const seats = seatBoth(workshop);
    proposeVersion(workshop, '');
    signByBoth(workshop, 1, seats);
    inTransaction(workshop, () =>
      writeAgreementDraft(workshop, { document: '{}', replaces: 1 }, { label: 'Again', atMs: 9 }),
    );
    // When it is told what happened to the agreement
    const told = readTimeline(workshop).filter(({ kind }) => kind === 'agreement');
    closeWorkshop(workshop);
    // Then each step is told by one entry
    expect(told.map(({ what, detail }) => [what, detail['label'] ?? detail['number']])).toEqual([
      ['agreement.drafted', 'Draft'],
      ['agreement.proposed', 1],
      ['agreement.signed', 1],
      ['agreement.signed', 1],
      ['agreement.drafted', 'Again'],
    ]);
  });
});
