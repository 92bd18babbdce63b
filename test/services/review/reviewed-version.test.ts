import { describe, expect, it } from 'vitest';
import { closeWorkshop } from '../../../db/open-workshop.ts';
import { readReviewedVersion, reviewedPeriod } from '../../../services/review/reviewed-version.ts';
import { proposeVersion, seatBoth, signByBoth } from '../../db/signed-workshop.ts';
import { newWorkshop } from '../../db/temp-workshop.ts';

/** Valid from 1 December 2026 to the end of June 2027 in Warsaw; signed long before. */
function signedVersion() {
  const workshop = newWorkshop();
  const seats = seatBoth(workshop);
  proposeVersion(workshop, '');
  signByBoth(workshop, 1, seats);
  const signed = readReviewedVersion(workshop);
  closeWorkshop(workshop);
  if (signed === null) throw new Error('both have signed');
  return signed;
}

describe('what is reviewed', () => {
  it('begins with the first day that was signed and ends with the last: nobody promised more', () => {
    expect(reviewedPeriod(signedVersion(), null)).toEqual({
      fromMs: Date.parse('2026-12-01T00:00:00+01:00'),
      toMs: Date.parse('2027-07-01T00:00:00+02:00'),
    });
  });

  it('is all that the history holds from the moment that was asked for', () => {
    const fromMs = Date.parse('2027-09-01T00:00:00Z');
    expect(reviewedPeriod(signedVersion(), fromMs)).toEqual({ fromMs, toMs: 8.64e15 });
  });
});
