import { describe, expect, it } from 'vitest';
import { closeWorkshop, type WritableWorkshop } from '../../db/open-workshop.ts';
import { listLog } from '../../db/queries/log.ts';
import { undoStep } from '../../db/queries/scenario.ts';
import { writeSpeakingSeat } from '../../db/queries/seats.ts';
import { readAgreementState } from '../../services/agreement/agreement-state.ts';
import { reopen, sign, supersede, withdraw } from '../../services/agreement/agreement-steps.ts';
import { signedAgreement } from '../../services/agreement/signed-agreement.ts';
import { doing, proposeVersion, type Seats, seatBoth, signByBoth } from './signed-workshop.ts';
import { newWorkshop } from './temp-workshop.ts';

function withVersions(count: number): { readonly workshop: WritableWorkshop; readonly seats: Seats } {
  const workshop = newWorkshop();
  const seats = seatBoth(workshop);
  for (let number = 1; number <= count; number++) {
    proposeVersion(workshop, number === 1 ? '' : `reason ${number}`);
    signByBoth(workshop, number, seats);
  }
  return { workshop, seats };
}

const states = (workshop: WritableWorkshop) => readAgreementState(workshop).versions.map(({ state }) => state);

describe('a version of the agreement', () => {
  it('is in force once both teams have signed, and not before', () => {
    const { workshop, seats } = withVersions(0);
    proposeVersion(workshop, '');
    expect(states(workshop)).toEqual(['open']);
    doing(workshop, () => sign(workshop, { number: 1, seatId: seats.ilse, atMs: 5 }));
    expect(signedAgreement(workshop)).toBeNull();
    doing(workshop, () => sign(workshop, { number: 1, seatId: seats.marek, atMs: 6 }));
    expect(signedAgreement(workshop)).toMatchObject({ number: 1, signedAtMs: 6 });
    closeWorkshop(workshop);
  });

  it('supersedes the one in force when it is signed by both, not when it is proposed', () => {
    const { workshop, seats } = withVersions(1);
    proposeVersion(workshop, 'too many leads');
    expect(states(workshop)).toEqual(['open', 'inForce']);
    signByBoth(workshop, 2, seats);
    expect(states(workshop)).toEqual(['inForce', 'superseded']);
    expect(readAgreementState(workshop).versions[1]?.events).toMatchObject([{ kind: 'superseded', supersededBy: 2 }]);
    closeWorkshop(workshop);
  });

  it('supersedes it by the hand of who signed last, whoever speaks', () => {
    const { workshop, seats } = withVersions(1);
    proposeVersion(workshop, 'too many leads');
    doing(workshop, () => {
      writeSpeakingSeat(workshop, seats.ilse);
      return null;
    });
    signByBoth(workshop, 2, seats);
    expect(readAgreementState(workshop).versions[1]?.events).toMatchObject([{ team: 'sales', person: 'Marek Nowak' }]);
    expect(listLog(workshop, 0, 1)).toMatchObject([{ kind: 'agreement.superseded', team: 'sales' }]);
    expect(readAgreementState(workshop).alterations).toEqual([]);
    closeWorkshop(workshop);
  });

  it('supersedes one that waited for signatures when it is proposed', () => {
    const { workshop } = withVersions(0);
    proposeVersion(workshop, '');
    proposeVersion(workshop, 'forgot the phone');
    expect(states(workshop)).toEqual(['open', 'superseded']);
    closeWorkshop(workshop);
  });

  it('is signed once by a team, whoever of the team', () => {
    const { workshop, seats } = withVersions(1);
    expect(doing(workshop, () => sign(workshop, { number: 1, seatId: seats.ilse, atMs: 9 }))).toBe('signedAlready');
    expect(() =>
      workshop.database.exec(`INSERT INTO signature (agreement_id, seat_id, team, person, agreement_sha256, signed_at_ms)
        SELECT agreement_id, seat_id, team, person, agreement_sha256, signed_at_ms FROM signature LIMIT 1`),
    ).toThrow('the team has signed this version');
    closeWorkshop(workshop);
  });

  it('is not in force any more when a signature is withdrawn, and is again when that team signs again', () => {
    const { workshop, seats } = withVersions(1);
    expect(doing(workshop, () => withdraw(workshop, { number: 1, seatId: seats.marek, reason: ' ', atMs: 9 }))).toBe(
      'noReason',
    );
    doing(workshop, () => withdraw(workshop, { number: 1, seatId: seats.marek, reason: 'too many', atMs: 9 }));
    expect(states(workshop)).toEqual(['withdrawn']);
    expect(signedAgreement(workshop)).toBeNull();
    doing(workshop, () => sign(workshop, { number: 1, seatId: seats.marek, atMs: 10 }));
    expect(signedAgreement(workshop)).toMatchObject({ number: 1, signedAtMs: 10 });
    expect(readAgreementState(workshop)).toMatchObject({ alterations: [], alteredRuleSetVersion: null });
    closeWorkshop(workshop);
  });

  it('begins a draft when it is opened again, and stays in force meanwhile', () => {
    const { workshop } = withVersions(1);
    doing(workshop, () => reopen(workshop, { number: 1, reason: 'winter', label: 'Open again', atMs: 9 }));
    const { draft, inForce, versions } = readAgreementState(workshop);
    expect(draft).toEqual({ document: versions[0]?.document, replaces: 1 });
    expect(inForce).toBe(1);
    closeWorkshop(workshop);
  });

  it('is opened again once, though it is asked for twice', () => {
    const { workshop } = withVersions(1);
    for (const atMs of [9, 10])
      doing(workshop, () => reopen(workshop, { number: 1, reason: 'winter', label: 'Open again', atMs }));
    expect(readAgreementState(workshop).versions[0]?.events).toMatchObject([{ kind: 'reopened', atMs: 9 }]);
    closeWorkshop(workshop);
  });

  it('can be given up without another in its place', () => {
    const { workshop, seats } = withVersions(1);
    doing(workshop, () => supersede(workshop, { number: 1, reason: 'the product ended', atMs: 9 }));
    expect(states(workshop)).toEqual(['superseded']);
    expect(doing(workshop, () => sign(workshop, { number: 1, seatId: seats.ilse, atMs: 9 }))).toBe('notSignable');
    closeWorkshop(workshop);
  });

  it('leaves the one in force to be signed again when a newer one was given up', () => {
    const { workshop, seats } = withVersions(1);
    proposeVersion(workshop, 'for spring');
    doing(workshop, () => supersede(workshop, { number: 2, reason: 'it is warm', atMs: 9 }));
    doing(workshop, () => withdraw(workshop, { number: 1, seatId: seats.ilse, reason: 'a slip', atMs: 10 }));
    expect(doing(workshop, () => sign(workshop, { number: 1, seatId: seats.ilse, atMs: 11 }))).toBeNull();
    expect(signedAgreement(workshop)).toMatchObject({ number: 1, signedAtMs: 11 });
    closeWorkshop(workshop);
  });

  it('needs a reason from the second on', () => {
    const { workshop } = withVersions(1);
    proposeVersion(workshop, ' ');
    expect(states(workshop)).toHaveLength(1);
    closeWorkshop(workshop);
  });

  it('stays when the step that proposed it is undone: the draft comes back beside it', () => {
    const { workshop } = withVersions(0);
    proposeVersion(workshop, '');
    expect(readAgreementState(workshop).draft).toBeNull();
    doing(workshop, () => (undoStep(workshop) ? null : 'noDraft'));
    expect(readAgreementState(workshop).draft).not.toBeNull();
    expect(states(workshop)).toEqual(['open']);
    closeWorkshop(workshop);
  });
});

/** Changed as another program would, which knows of the guards. */
function alter(workshop: WritableWorkshop, statement: string): void {
  const { database } = workshop;
  const triggers = database
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
    .all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
  database.pragma('foreign_keys = OFF');
  database.exec(statement);
}

describe('what another program changed', () => {
  it.each([
    [
      'a promise',
      `UPDATE agreement SET document = replace(document, '"most":44', '"most":45') WHERE id = 2`,
      2,
      'document',
    ],
    ['a space', `UPDATE agreement SET document = document || ' ' WHERE id = 2`, 2, 'document'],
    [
      'a text that is no JSON any more',
      `PRAGMA ignore_check_constraints = ON; UPDATE agreement SET document = substr(document, 2) WHERE id = 2`,
      2,
      'document',
    ],
    ['the reason', `UPDATE agreement SET reason = 'reason 9' WHERE id = 2`, 2, 'document'],
    ['the moment', `UPDATE agreement SET created_at_ms = 4 WHERE id = 1`, 1, 'document'],
    [
      'a version with a hash that fits',
      `UPDATE agreement SET sha256 = '${'0'.repeat(64)}' WHERE id = 3`,
      3,
      'document',
    ],
    ['a version that is gone', 'DELETE FROM agreement WHERE id = 2', 2, 'missing'],
    ['the last version, gone', 'DELETE FROM agreement WHERE id = 3', 3, 'missing'],
    ['who signed', `UPDATE signature SET person = 'Marek Novak' WHERE id = 4`, 2, 'signature'],
    ['when it was signed', 'UPDATE signature SET signed_at_ms = 1 WHERE id = 1', 1, 'signature'],
    ['a signature that is gone', 'DELETE FROM signature WHERE id = 3', 2, 'signature'],
    ['the last signature, gone', 'DELETE FROM signature WHERE id = 6', 3, 'signature'],
    ['the last that became of one, gone', 'DELETE FROM agreement_event WHERE id = 2', 2, 'event'],
    ['all that became of any, gone', 'DELETE FROM agreement_event', 1, 'event'],
    ['what became of it', `UPDATE agreement_event SET superseded_by = 3 WHERE agreement_id = 1`, 1, 'event'],
    [
      'the kept rules',
      `UPDATE rule_set_version SET document = replace(document, '50', '51') WHERE id = (SELECT version_id FROM agreement WHERE id = 2)`,
      2,
      'rules',
    ],
  ])('%s is named, and all is shown that can be', (_, statement, number, part) => {
    const { workshop } = withVersions(3);
    expect(readAgreementState(workshop).alterations).toEqual([]);
    alter(workshop, statement);
    const { alterations, versions } = readAgreementState(workshop);
    expect(alterations[0]).toMatchObject({ number, part });
    expect(versions.length).toBeGreaterThanOrEqual(2);
    closeWorkshop(workshop);
  });

  it('is named with the version that a signature was moved away to', () => {
    const { workshop } = withVersions(3);
    alter(workshop, 'UPDATE signature SET agreement_id = 3 WHERE id = 1');
    expect(readAgreementState(workshop).alterations).toEqual(
      [1, 3].map((number) => ({ number, part: 'signature', person: 'Ilse Brandt' })),
    );
    closeWorkshop(workshop);
  });

  it('does not come back into force when what withdrew it is taken out, and the next version can be signed', () => {
    const { workshop, seats } = withVersions(1);
    doing(workshop, () => withdraw(workshop, { number: 1, seatId: seats.marek, reason: 'too many', atMs: 9 }));
    alter(workshop, 'DELETE FROM agreement_event');
    expect(signedAgreement(workshop)).toBeNull();
    proposeVersion(workshop, 'a withdrawal was taken out by another program');
    signByBoth(workshop, 2, seats);
    expect(signedAgreement(workshop)?.number).toBe(2);
    expect(readAgreementState(workshop).alterations).toEqual([{ number: 1, part: 'event', person: null }]);
    closeWorkshop(workshop);
  });

  it('does not come back into force when the withdrawn signature gets another number', () => {
    const { workshop, seats } = withVersions(1);
    doing(workshop, () => withdraw(workshop, { number: 1, seatId: seats.marek, reason: 'too many', atMs: 9 }));
    alter(workshop, 'UPDATE signature SET id = 9 WHERE id = 2');
    expect(signedAgreement(workshop)).toBeNull();
    expect(readAgreementState(workshop).alterations).toEqual([{ number: 1, part: 'event', person: null }]);
    closeWorkshop(workshop);
  });

  it('is not in force, and nothing can be signed on it', () => {
    const { workshop, seats } = withVersions(1);
    alter(workshop, `UPDATE agreement SET document = replace(document, '"most":44', '"most":45')`);
    expect(signedAgreement(workshop)).toBeNull();
    doing(workshop, () => withdraw(workshop, { number: 1, seatId: seats.ilse, reason: 'altered', atMs: 9 }));
    expect(doing(workshop, () => sign(workshop, { number: 1, seatId: seats.ilse, atMs: 9 }))).toBe('notSignable');
    closeWorkshop(workshop);
  });

  it('leaves a new version to be signed, which both can do at once', () => {
    const { workshop, seats } = withVersions(1);
    alter(workshop, `UPDATE agreement SET document = replace(document, '"most":44', '"most":45')`);
    proposeVersion(workshop, 'the first was changed by another program');
    signByBoth(workshop, 2, seats);
    expect(signedAgreement(workshop)?.number).toBe(2);
    expect(readAgreementState(workshop).alterations).toMatchObject([{ number: 1, part: 'document' }]);
    closeWorkshop(workshop);
  });
});
