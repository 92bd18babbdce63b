import { describe, expect, it } from 'vitest';
import { historyVersion } from '../../../db/history/read-history.ts';
import { writeHistory } from '../../../db/history/write-history.ts';
import { closeWorkshop, type WritableWorkshop } from '../../../db/open-workshop.ts';
import { listPanels } from '../../../db/queries/panel.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { createPanelQuestions } from '../../../services/panel/panel-questions.ts';
import { createReplayClient, type ReplayClient } from '../../../services/replay/replay-client.ts';
import { beginScenario } from '../../../services/scenario/begin-scenario.ts';
import { createOpenWorkshop, type OpenWorkshop } from '../../../services/workshop/open-workshop.ts';
import { newWorkshop } from '../../db/temp-workshop.ts';
import { historyOf } from '../../support/history-of.ts';
import { ruleSetFrom } from '../../support/rule-set-from.ts';

const WORKER = new URL('../../../services/jobs/replay-worker.ts', import.meta.url);
const ruleSet = ruleSetFrom({});

function begunWorkshop(): WritableWorkshop {
  const workshop = newWorkshop();
  const history = historyOf({ leads: [{ id: 'L1', created: '2026-01-01' }] });
  inTransaction(workshop, () => {
    beginScenario(workshop, ruleSet, ruleSet, 1);
    writeHistory(workshop, history);
  });
  return workshop;
}

/** Draws in the first workshop; `meanwhile` happens while the history is asked. */
async function drawn(workshop: WritableWorkshop, meanwhile: (open: OpenWorkshop) => void) {
  const open = createOpenWorkshop(() => {});
  open.replace(workshop);
  const worker = createReplayClient(WORKER);
  const client: ReplayClient = {
    ...worker,
    ask: async (...question) => {
      const answer = await worker.ask(...question);
      meanwhile(open);
      return answer;
    },
  };
  const source = { path: workshop.path, version: historyVersion(workshop), maturityDays: null };
  const replayable = () => ({ ok: true, value: { source, scenario: ruleSet, baseline: ruleSet } }) as const;
  const questions = createPanelQuestions({ open, client, replayable, now: () => 1 });
  const reply = await questions['panel.draw']({
    name: 'Panel 1',
    seed: 1,
    size: 20,
    level: 'mql',
    options: { horizon: 'outcome' },
    key: 'panel',
  });
  await worker.close();
  return reply;
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
