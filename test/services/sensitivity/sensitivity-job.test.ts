/** The job's work without its thread: off the packed history, on all leads or as many as there is time for. */
import { describe, expect, it } from 'vitest';
import { demoHistory } from '../../../core/demo/demo-history.ts';
import { draftRuleSet } from '../../../core/demo/demo-rule-set.ts';
import { compileReplay } from '../../../core/replay/compile.ts';
import { DEFAULT_OPTIONS } from '../../../core/replay/replay-result.ts';
import { measuredLeads } from '../../../core/sensitivity/measured-leads.ts';
import { shapleyReplays } from '../../../core/sensitivity/shapley.ts';
import { sensitivityOf } from '../../../services/sensitivity/sensitivity-job.ts';

const made = demoHistory({ leads: 2_500, seed: 3 });
if (made === null) throw new Error('nobody stopped it');
const { history } = made;
const ruleSet = draftRuleSet();
const [level] = ruleSet.levels;
if (level === undefined) throw new Error('the demo has levels');
const question = { ruleSet, level, options: DEFAULT_OPTIONS, parts: ['heatMap'], seed: 1 } as const;
const measured = measuredLeads(compileReplay(history, ruleSet, DEFAULT_OPTIONS).facts);

const goOn = { progress: () => {}, isCancelled: () => false };
const worked = (
  asked: Parameters<typeof sensitivityOf>[1],
  control = goOn,
  limits?: Parameters<typeof sensitivityOf>[3],
) => {
  const reply = sensitivityOf(history, asked, control, limits);
  if (!reply.ok) throw new Error(reply.error.detail);
  return reply.value;
};

describe('what moves a level, as a job', () => {
  it('counts all leads of a history that is small enough, and says so', () => {
    const { leads, sqls, heatMap, tornado } = worked(question);
    expect({ leads, sqls }).toEqual({ leads: measured.leads.length, sqls: measured.sqls });
    expect(heatMap?.sample).toEqual({ leads, sqls, isAll: true });
    expect(tornado).toBeNull();
  });

  it('counts leads drawn by lot of a larger one, at the same moment and over the same weeks', () => {
    const all = worked(question).heatMap;
    const { leads, heatMap } = worked(question, goOn, { leadsMoved: 600, leadReplaysShared: 1 });
    expect(heatMap?.sample).toMatchObject({ leads: 600, isAll: false });
    const [whole, part] = [all, heatMap].map((map) => map?.rows.find(({ isPresent }) => isPresent)?.cells[3]);
    expect((part?.leads ?? 0) / 600).toBeCloseTo((whole?.leads ?? 0) / leads, 1);
    expect((part?.perWeek ?? 0) / (part?.leads ?? 0)).toBeCloseTo((whole?.perWeek ?? 0) / (whole?.leads ?? 0), 12);
  });

  it('answers the same again', () => {
    const limits = { leadsMoved: 300, leadReplaysShared: 1 };
    expect(worked(question, goOn, limits)).toEqual(worked(question, goOn, limits));
  });

  it('stops when it is cancelled, whatever it had got to', () => {
    let asked = 0;
    const control = {
      progress: () => {},
      isCancelled: () => {
        asked += 1;
        return asked > 4;
      },
    };
    expect(sensitivityOf(history, { ...question, parts: ['heatMap', 'tornado'] }, control)).toMatchObject({
      ok: false,
      error: { kind: 'cancelled' },
    });
  });

  it('takes few thousand replays for the shares of any number of rules', () => {
    expect([1, 12, 17, 40].map(shapleyReplays)).toEqual([2, 4_096, 6_402, 15_602]);
  });
});
