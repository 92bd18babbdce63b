import { describe, expect, it } from 'vitest';
import { closeWorkshop, type WritableWorkshop } from '../../../db/open-workshop.ts';
import { listPanels } from '../../../db/queries/panel.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { createPanelQuestions } from '../../../services/panel/panel-questions.ts';
import type { ReplayClient } from '../../../services/replay/replay-client.ts';
import { beginScenario } from '../../../services/scenario/begin-scenario.ts';
import { createOpenWorkshop } from '../../../services/workshop/open-workshop.ts';
import { newWorkshop } from '../../db/temp-workshop.ts';
import { ruleSetFrom } from '../../support/rule-set-from.ts';

const ruleSet = ruleSetFrom({});

function begunWorkshop(): WritableWorkshop {
  const workshop = newWorkshop();
  inTransaction(workshop, () => beginScenario(workshop, ruleSet, ruleSet, 1));
  return workshop;
}

/** Draws in the first workshop; `meanwhile` happens while the history is asked. */
async function drawn(workshop: WritableWorkshop, meanwhile: (open: ReturnType<typeof createOpenWorkshop>) => void) {
  const open = createOpenWorkshop(() => {});
  open.replace(workshop);
  const client = {
    ask: async () => {
      meanwhile(open);
      const facts = { ageDays: 0, attributes: [], acts: [] };
      return { ok: true, value: { leads: [{ lead: 'L1', facts }], leftOut: [], computedInMs: 0 } };
    },
  } as unknown as ReplayClient;
  const source = { path: workshop.path, version: 1, maturityDays: null };
  const replayable = () => ({ ok: true, value: { source, scenario: ruleSet, baseline: ruleSet } }) as const;
  const questions = createPanelQuestions({ open, client, replayable, now: () => 1 });
  return questions['panel.draw']({
    name: 'Panel 1',
    seed: 1,
    size: 20,
    level: 'mql',
    options: { horizon: 'outcome' },
    key: 'panel',
  });
}

describe('drawing a panel', () => {
  it('keeps the leads in their workshop', async () => {
    const workshop = begunWorkshop();
    expect(await drawn(workshop, () => {})).toMatchObject({ ok: true, value: { leads: 1 } });
    expect(listPanels(workshop)).toHaveLength(1);
    closeWorkshop(workshop);
  });

  it('puts nothing into another workshop that was opened meanwhile', async () => {
    const [workshop, other] = [begunWorkshop(), begunWorkshop()];
    const reply = await drawn(workshop, (open) => {
      closeWorkshop(workshop);
      open.replace(other);
    });
    expect(reply).toMatchObject({ ok: false, error: { kind: 'superseded' } });
    expect(listPanels(other)).toEqual([]);
    closeWorkshop(other);
  });

  it('keeps no lead of a history that was changed meanwhile: it may have been erased', async () => {
    const workshop = begunWorkshop();
    const reply = await drawn(workshop, () => {
      workshop.database.exec('UPDATE history SET version = version + 1');
    });
    expect(reply).toMatchObject({ ok: false, error: { kind: 'superseded' } });
    expect(listPanels(workshop)).toEqual([]);
    closeWorkshop(workshop);
  });
});
