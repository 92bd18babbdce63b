import { describe, expect, it } from 'vitest';
import { closeWorkshop, openWorkshop, type WritableWorkshop } from '../../db/open-workshop.ts';
import {
  appendStep,
  createScenario,
  readScenario,
  redoStep,
  setBaseline,
  undoStep,
} from '../../db/queries/scenario.ts';
import { saveVersion } from '../../db/queries/versions.ts';
import { inTransaction } from '../../db/transaction.ts';
import { expectValue, newWorkshop } from './temp-workshop.ts';

function workshopWithScenario(): WritableWorkshop {
  const workshop = newWorkshop();
  expectValue(
    inTransaction(workshop, () => {
      const baselineVersionId = saveVersion(workshop, { name: 'start', document: '0', savedAtMs: 1 });
      createScenario(workshop, { name: 'ours', document: '0', baselineVersionId, atMs: 1 });
    }),
  );
  return workshop;
}

const edit = (workshop: WritableWorkshop, document: number, coalesce?: string) =>
  expectValue(
    inTransaction(workshop, () =>
      appendStep(workshop, {
        document: String(document),
        label: `to ${document}`,
        atMs: document,
        ...(coalesce === undefined ? {} : { coalesce }),
      }),
    ),
  );

const undo = (workshop: WritableWorkshop) => expectValue(inTransaction(workshop, () => undoStep(workshop)));
const redo = (workshop: WritableWorkshop) => expectValue(inTransaction(workshop, () => redoStep(workshop)));

/** Document, what undo takes back, what redo brings back. */
function stateOf(workshop: WritableWorkshop): readonly (string | null | undefined)[] {
  const scenario = readScenario(workshop);
  return [scenario?.document, scenario?.undo, scenario?.redo];
}

describe('the scenario', () => {
  it('is not there in a new workshop', () => {
    const workshop = newWorkshop();
    expect(readScenario(workshop)).toBeNull();
    closeWorkshop(workshop);
  });

  it('starts with nothing to undo or redo', () => {
    const workshop = workshopWithScenario();
    expect(stateOf(workshop)).toEqual(['0', null, null]);
    expect([undo(workshop), redo(workshop)]).toEqual([false, false]);
    closeWorkshop(workshop);
  });

  it('is undone and redone step by step, also after it was closed', () => {
    const workshop = workshopWithScenario();
    edit(workshop, 1);
    edit(workshop, 2);
    expect(stateOf(workshop)).toEqual(['2', 'to 2', null]);
    closeWorkshop(workshop);
    const again = expectValue(openWorkshop(workshop.path));
    expect(undo(again)).toBe(true);
    expect(stateOf(again)).toEqual(['1', 'to 1', 'to 2']);
    expect(undo(again)).toBe(true);
    expect(stateOf(again)).toEqual(['0', null, 'to 1']);
    expect(redo(again)).toBe(true);
    expect(stateOf(again)).toEqual(['1', 'to 1', 'to 2']);
    closeWorkshop(again);
  });

  it('given an edit after an undo, then what was undone is gone', () => {
    const workshop = workshopWithScenario();
    edit(workshop, 1);
    edit(workshop, 2);
    undo(workshop);
    edit(workshop, 3);
    expect(stateOf(workshop)).toEqual(['3', 'to 3', null]);
    undo(workshop);
    expect(stateOf(workshop)).toEqual(['1', 'to 1', 'to 3']);
    closeWorkshop(workshop);
  });

  it('given steps of one key in a row, then they are one step', () => {
    const workshop = workshopWithScenario();
    edit(workshop, 1, 'slider a');
    edit(workshop, 2, 'slider a');
    edit(workshop, 3, 'slider b');
    edit(workshop, 4, 'slider a');
    expect(stateOf(workshop)).toEqual(['4', 'to 4', null]);
    undo(workshop);
    expect(stateOf(workshop)).toEqual(['3', 'to 3', 'to 4']);
    undo(workshop);
    expect(stateOf(workshop)).toEqual(['2', 'to 2', 'to 3']);
    undo(workshop);
    expect(stateOf(workshop)).toEqual(['0', null, 'to 2']);
    closeWorkshop(workshop);
  });

  it('given an undo between steps of one key, then the edit is a step of its own', () => {
    const workshop = workshopWithScenario();
    edit(workshop, 1, 'slider');
    edit(workshop, 2);
    undo(workshop);
    edit(workshop, 3, 'slider');
    undo(workshop);
    expect(stateOf(workshop)).toEqual(['1', 'to 1', 'to 3']);
    closeWorkshop(workshop);
  });

  it('keeps the newest 500 steps', () => {
    const workshop = workshopWithScenario();
    for (let step = 1; step <= 510; step++) edit(workshop, step);
    let undone = 0;
    while (undo(workshop)) undone++;
    expect(undone).toBe(500);
    expect(stateOf(workshop)).toEqual(['10', null, 'to 11']);
    closeWorkshop(workshop);
  });

  it('is compared with the version chosen, which must exist', () => {
    const workshop = workshopWithScenario();
    const other = saveVersion(workshop, { name: 'other', document: '1', savedAtMs: 2 });
    const compare = (version: number) =>
      inTransaction(workshop, () => setBaseline(workshop, version, { label: 'compare', atMs: 3 }));
    expectValue(compare(other));
    expect(readScenario(workshop)?.baselineVersionId).toBe(other);
    expect(() => compare(other + 1)).toThrow(/FOREIGN KEY/);
    expect(undo(workshop)).toBe(true);
    expect(readScenario(workshop)?.baselineVersionId).not.toBe(other);
    closeWorkshop(workshop);
  });
});
