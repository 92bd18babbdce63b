import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readLeadHistory } from '../../../db/history/read-lead-history.ts';
import { closeWorkshop, openWorkshop } from '../../../db/open-workshop.ts';
import { createReplaySession, openReplaySession } from '../../../services/replay/replay-session.ts';
import { benchHistory } from '../../bench/bench-history.ts';
import { writeBenchWorkshop } from '../../bench/bench-workshop.ts';
import { standardRuleSet, withActivityPoints } from '../../bench/standard-rule-set.ts';

const LEADS = 3_000;
/** A prime: leads from everywhere. */
const APART = 37;

describe('one lead, while the history is not held', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-alone-'));
  const path = join(folder, 'alone.accord');
  const history = benchHistory(LEADS);
  writeBenchWorkshop(path, history);
  const opened = openWorkshop(path);
  if (!opened.ok) throw new Error(opened.error.detail);
  afterAll(() => {
    closeWorkshop(opened.value);
    rmSync(folder, { recursive: true });
  });
  const standard = standardRuleSet();
  let timesRead = 0;
  const resting = () => {
    const session = openReplaySession({
      history: () => {
        timesRead += 1;
        return history;
      },
      leadHistory: (id) => readLeadHistory(opened.value, id),
      clockMs: () => 0,
      kernelWorkerUrl: null,
      shelf: null,
      restFromActivities: 1,
    });
    session.frame({ scenario: standard, baseline: standard, level: 'mql', options: { horizon: 'outcome' } });
    session.rest();
    session.rest();
    timesRead = 0;
    return session;
  };

  it('is answered as from the whole history, and nothing else is read', () => {
    const session = resting();
    const whole = createReplaySession(history, () => 0);
    for (const ruleSet of [standard, withActivityPoints(standard, 3)]) {
      for (let lead = 0; lead < LEADS; lead += APART) {
        const id = history.leads.ids[lead] ?? '';
        expect(session.lead(ruleSet, id)).toEqual(whole.lead(ruleSet, id));
      }
    }
    expect(timesRead).toBe(0);
    session.close();
    whole.close();
  });

  it('is not there where there is none of the id', () => {
    const session = resting();
    expect(session.lead(standard, 'nobody')).toBeNull();
    session.close();
  });
});
