/** What the timeline of a workshop is told from: steps that stand, with who spoke, and the log. */
import { describe, expect, it } from 'vitest';
import { closeWorkshop, type WritableWorkshop } from '../../db/open-workshop.ts';
import { listLog, logStep } from '../../db/queries/log.ts';
import { setRuleSetRemoved } from '../../db/queries/rule-sets.ts';
import { appendStep, createScenario, setBaseline, undoStep } from '../../db/queries/scenario.ts';
import { addSeat, listSeats, removeSeat, renameSeat, writeSpeakingSeat } from '../../db/queries/seats.ts';
import { listTakenSteps } from '../../db/queries/taken-steps.ts';
import { saveVersion } from '../../db/queries/versions.ts';
import { writeView } from '../../db/queries/view.ts';
import { inTransaction } from '../../db/transaction.ts';
import { expectValue, newWorkshop } from './temp-workshop.ts';

function begun(): WritableWorkshop {
  const workshop = newWorkshop();
  within(workshop, () => {
    const baselineVersionId = saveVersion(workshop, { name: 'v1', document: '{}', savedAtMs: 1 });
    saveVersion(workshop, { name: 'v2', document: '{}', savedAtMs: 1 });
    createScenario(workshop, { name: 'Draft', document: '{"name":"Draft"}', baselineVersionId, atMs: 1 });
  });
  return workshop;
}

const within = <T>(workshop: WritableWorkshop, work: () => T): T => expectValue(inTransaction(workshop, work));

const edit = (workshop: WritableWorkshop, label: string, atMs: number, coalesce?: string) =>
  within(workshop, () =>
    appendStep(workshop, {
      document: JSON.stringify({ name: 'Draft', atMs }),
      label,
      atMs,
      ...(coalesce === undefined ? {} : { coalesce }),
    }),
  );

describe('the steps that were taken', () => {
  it('say what each did and in which words; how the workshop began is none', () => {
    const workshop = begun();
    edit(workshop, 'MQL at 45', 2);
    within(workshop, () =>
      createScenario(workshop, {
        name: 'B',
        document: '{"name":"B"}',
        baselineVersionId: 1,
        label: 'Branch: B',
        atMs: 3,
      }),
    );
    within(workshop, () => setRuleSetRemoved(workshop, { id: 1, isRemoved: true, label: 'Remove: Draft', atMs: 4 }));
    within(workshop, () => setRuleSetRemoved(workshop, { id: 1, isRemoved: false, label: 'Back: Draft', atMs: 5 }));
    within(workshop, () => setBaseline(workshop, 2, { label: 'Compared with v2', atMs: 6 }));
    within(workshop, () =>
      writeView(workshop, { document: null, capacityPerWeek: 12 }, { label: 'Capacity', atMs: 7 }),
    );
    expect(listTakenSteps(workshop).map(({ kind, label, scenario, atMs }) => [atMs, kind, label, scenario])).toEqual([
      [2, 'scenario.edited', 'MQL at 45', 'Draft'],
      [3, 'scenario.made', 'Branch: B', 'B'],
      [4, 'scenario.removed', 'Remove: Draft', null],
      [5, 'scenario.putBack', 'Back: Draft', null],
      [6, 'baseline.chosen', 'Compared with v2', null],
      [7, 'view.set', 'Capacity', null],
    ]);
    closeWorkshop(workshop);
  });

  it('carry who spoke, under the name of then; what was undone is not among them', () => {
    const workshop = begun();
    const marek = addSeat(workshop, { team: 'sales', person: 'Merek' });
    edit(workshop, 'Nobody’s', 2);
    writeSpeakingSeat(workshop, marek);
    edit(workshop, 'His', 3);
    renameSeat(workshop, marek, 'Marek');
    edit(workshop, 'Undone', 4);
    within(workshop, () => undoStep(workshop));
    expect(listTakenSteps(workshop)).toMatchObject([
      { label: 'Nobody’s', team: null, person: null },
      { label: 'His', team: 'sales', person: 'Merek' },
    ]);
    closeWorkshop(workshop);
  });

  it('of two who speak are two steps, even on the same lever', () => {
    const workshop = begun();
    edit(workshop, 'hers', 2, 'mql');
    writeSpeakingSeat(workshop, addSeat(workshop, { team: 'sales', person: 'Marek' }));
    edit(workshop, 'his', 3, 'mql');
    edit(workshop, 'his last', 4, 'mql');
    expect(listTakenSteps(workshop).map(({ label }) => label)).toEqual(['hers', 'his last']);
    closeWorkshop(workshop);
  });

  it('stay in the log once they can be undone no more, so that none is lost and none told twice', () => {
    const workshop = begun();
    writeSpeakingSeat(workshop, addSeat(workshop, { team: 'marketing', person: 'Ilse' }));
    const labels = Array.from({ length: 510 }, (_, index) => `step ${index}`);
    for (const [index, label] of labels.entries()) edit(workshop, label, index + 2);
    const logged = [...listLog(workshop)].reverse();
    const taken = listTakenSteps(workshop);
    expect(logged.length).toBeGreaterThan(5);
    expect(logged[0]).toMatchObject({ atMs: 2, kind: 'scenario.edited', team: 'marketing', person: 'Ilse' });
    const told = [...logged.map(({ detail }) => JSON.parse(detail) as { label: string; scenario: string }), ...taken];
    expect(told.map(({ label }) => label)).toEqual(labels);
    expect(new Set(told.map(({ scenario }) => scenario))).toEqual(new Set(['Draft']));
    closeWorkshop(workshop);
  });
});

describe('a logged step', () => {
  it('is of the seat that speaks, unless it says whose it is', () => {
    const workshop = newWorkshop();
    logStep(workshop, { atMs: 1, kind: 'a' });
    writeSpeakingSeat(workshop, addSeat(workshop, { team: 'sales', person: 'Marek' }));
    logStep(workshop, { atMs: 2, kind: 'b', detail: { id: 3 } });
    logStep(workshop, { atMs: 3, kind: 'c', seat: 'marketing', person: 'Ilse' });
    logStep(workshop, { atMs: 4, kind: 'd', seat: null });
    expect(listLog(workshop).map(({ kind, team, person, detail }) => [kind, team, person, detail])).toEqual([
      ['d', null, null, '{}'],
      ['c', 'marketing', 'Ilse', '{}'],
      ['b', 'sales', 'Marek', '{"id":3}'],
      ['a', null, null, '{}'],
    ]);
    closeWorkshop(workshop);
  });
});

describe('a seat that something was said with', () => {
  it.each([
    [`INSERT INTO note (subject, subject_key, seat_id, text, at_ms) VALUES ('workshop', '', 1, 'x', 1)`],
    [`INSERT INTO judgement (panel_id, lead_id, seat_id, verdict, at_ms) VALUES (1, 'a', 1, 'yes', 1)`],
    ['INSERT INTO panel_done VALUES (1, 1, 1, 1)'],
    [`INSERT INTO ballot VALUES ('${'c'.repeat(32)}', '${'a'.repeat(64)}', 1, 1, 1, '${'a'.repeat(64)}', 1, NULL)`],
  ])('is used: %s', (statement) => {
    const workshop = newWorkshop();
    addSeat(workshop, { team: 'sales', person: 'Marek' });
    workshop.database.exec(`INSERT INTO panel (id, name, seed, created_at_ms) VALUES (1, 'First', 1, 1);
      INSERT INTO panel_lead (panel_id, position, lead_id) VALUES (1, 0, 'a')`);
    expect(listSeats(workshop)[0]?.isUsed).toBe(false);
    workshop.database.exec(statement);
    expect(listSeats(workshop)[0]?.isUsed).toBe(true);
    expect(() => renameSeat(workshop, 1, 'Else')).toThrow('stays as it was');
    expect(() => removeSeat(workshop, 1)).toThrow(/FOREIGN KEY/);
    closeWorkshop(workshop);
  });

  it('stays as it was, whoever writes to the file', () => {
    const workshop = newWorkshop();
    const id = addSeat(workshop, { team: 'sales', person: 'Marek' });
    workshop.database.exec(
      `INSERT INTO note (subject, subject_key, seat_id, text, at_ms) VALUES ('workshop', '', ${id}, 'x', 1)`,
    );
    expect(() => renameSeat(workshop, id, 'Else')).toThrow('stays as it was');
    expect(() => workshop.database.exec('DELETE FROM seat')).toThrow(/FOREIGN KEY/);
    expect(listSeats(workshop)).toEqual([{ id, team: 'sales', person: 'Marek', isUsed: true }]);
    closeWorkshop(workshop);
  });
});
