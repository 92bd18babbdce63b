import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppEvent } from '../../../api/bridge.ts';
import { closeWorkshop, createWorkshop, openWorkshop, type Workshop } from '../../../db/open-workshop.ts';
import { readSettings, writeSettings } from '../../../db/queries/settings.ts';
import { createOpenWorkshop } from '../../../services/workshop/open-workshop.ts';

let folder: string;
let path: string;
let events: AppEvent[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-open-'));
  path = join(folder, 'Spring.accord');
  events = [];
  closeWorkshop(opened(createWorkshop(path)));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function opened<W extends Workshop>(
  result:
    | { readonly ok: true; readonly value: W }
    | { readonly ok: false; readonly error: { readonly detail: string } },
): W {
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}

function holding(workshop: Workshop | null) {
  const open = createOpenWorkshop((event) => events.push(event));
  open.replace(workshop);
  return open;
}

describe('the open workshop', () => {
  it('is none at first', () => {
    expect(holding(null).readable()).toMatchObject({ ok: false, error: { kind: 'noWorkshop' } });
  });

  it('opened for reading only is read, and refuses every change', () => {
    const workshop = opened(openWorkshop(path, { readOnly: true }));
    const open = holding(workshop);
    expect(open.readable()).toEqual({ ok: true, value: workshop });
    expect(open.store('workshop', () => 'changed')).toMatchObject({ ok: false, error: { kind: 'readOnly' } });
    expect(events).toEqual([]);
    closeWorkshop(workshop);
  });

  it('tells of a change once it is stored', () => {
    const workshop = opened(openWorkshop(path));
    expect(
      holding(workshop).store('workshop', (writable) => writeSettings(writable, { capacityPerWeek: 9 })),
    ).toMatchObject({ ok: true });
    expect([readSettings(workshop).capacityPerWeek, events]).toEqual([9, [{ kind: 'changed', what: 'workshop' }]]);
    closeWorkshop(workshop);
  });

  it('keeps nothing of a change that fails half-way, and tells nobody', () => {
    const workshop = opened(openWorkshop(path));
    const open = holding(workshop);
    const change = () =>
      open.store('workshop', (writable) => {
        writeSettings(writable, { capacityPerWeek: 9 });
        throw new Error('a bug');
      });
    expect(change).toThrow('a bug');
    expect([readSettings(workshop).capacityPerWeek, events]).toEqual([null, []]);
    closeWorkshop(workshop);
  });
});
