import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeWorkshop, type WritableWorkshop } from '../../db/open-workshop.ts';
import { redoStep, undoStep } from '../../db/queries/scenario.ts';
import { writeSpeakingSeat } from '../../db/queries/seats.ts';
import { readAgreementState } from '../../services/agreement/agreement-state.ts';
import { reopen, sign, supersede, withdraw } from '../../services/agreement/agreement-steps.ts';
import { doing, proposeVersion, type Seats, seatBoth } from './signed-workshop.ts';
import { newWorkshop } from './temp-workshop.ts';

const number = fc.integer({ min: 1, max: 4 });
const who = fc.constantFrom<keyof Seats>('ilse', 'marek');
const step = fc.oneof(
  fc.record({ kind: fc.constant('propose' as const), reason: fc.constantFrom('', 'why') }),
  fc.record({ kind: fc.constant('sign' as const), number, who }),
  fc.record({ kind: fc.constant('sign' as const), number, who }),
  fc.record({ kind: fc.constant('withdraw' as const), number, who }),
  fc.record({ kind: fc.constantFrom('reopen' as const, 'supersede' as const), number }),
  fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }),
  fc.record({ kind: fc.constant('speak' as const), who }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function take(workshop: WritableWorkshop, seats: Seats, one: Step, atMs: number): void {
  const words = { reason: 'because', label: 'Step', atMs };
  if (one.kind === 'propose') {
    proposeVersion(workshop, one.reason);
    return;
  }
  doing(workshop, () => {
    switch (one.kind) {
      case 'sign':
        return sign(workshop, { number: one.number, seatId: seats[one.who], atMs });
      case 'withdraw':
        return withdraw(workshop, { number: one.number, seatId: seats[one.who], reason: 'because', atMs });
      case 'reopen':
        return reopen(workshop, { number: one.number, ...words });
      case 'supersede':
        return supersede(workshop, { number: one.number, reason: 'because', atMs });
      case 'undo':
        undoStep(workshop);
        return null;
      case 'redo':
        redoStep(workshop);
        return null;
      case 'speak':
        writeSpeakingSeat(workshop, seats[one.who]);
        return null;
    }
  });
}

describe('the agreement, whatever is done in whichever order', () => {
  it('is never called altered, has one version in force at most, which both have signed, and changes none', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const workshop = newWorkshop();
        const seats = seatBoth(workshop);
        const hashes = new Map<number, string>();
        for (const [index, one] of steps.entries()) {
          take(workshop, seats, one, 10 + index);
          const { versions, inForce, alterations, signable } = readAgreementState(workshop);
          expect(alterations).toEqual([]);
          const standing = versions.filter(({ state }) => state === 'inForce');
          expect(standing.map((version) => version.number)).toEqual(inForce === null ? [] : [inForce]);
          for (const { signatures } of standing)
            expect(new Set(signatures.flatMap(({ team, isWithdrawn }) => (isWithdrawn ? [] : [team]))).size).toBe(2);
          const open = versions.filter(({ state }) => state === 'open').map((version) => version.number);
          expect(open.length).toBeLessThanOrEqual(1);
          if (open.length === 1) expect(signable).toBe(open[0]);
          for (const version of versions) {
            expect(hashes.get(version.number) ?? version.sha256).toBe(version.sha256);
            hashes.set(version.number, version.sha256);
          }
        }
        closeWorkshop(workshop);
      }),
      { numRuns: 15 },
    );
  });
});
