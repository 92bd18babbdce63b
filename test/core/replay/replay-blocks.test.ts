import { describe, expect, it } from 'vitest';
import { createClimbLog } from '../../../core/replay/climbs.ts';
import { compileReplay } from '../../../core/replay/compile.ts';
import { replay, replayLead } from '../../../core/replay/replay.ts';
import { benchHistory } from '../../bench/bench-history.ts';
import { standardRuleSet } from '../../bench/standard-rule-set.ts';

describe('a history with too many activities to hold all of its awards', () => {
  it('is replayed a block of leads at a time, to the same answers', () => {
    const history = benchHistory(215_000);
    expect(history.activities.count).toBeGreaterThan(2_000_000);
    const ruleSet = standardRuleSet();
    const compiled = compileReplay(history, ruleSet, { horizon: 'outcome' });
    const climbs = createClimbLog(0);
    const { now, nowByDimension, levels } = replay(compiled, ruleSet, true, undefined, climbs);
    const highest = new Map(climbs.leads.map((lead, index) => [lead, climbs.totals[index]]));
    // Of every block some: 977 shares no factor with the size of a block.
    for (let lead = 0; lead < history.leads.count; lead += 977) {
      const { looks: _looks, ...alone } = replayLead(compiled, ruleSet, lead);
      expect({
        now: now[lead],
        nowByDimension: nowByDimension.map((values) => values[lead]),
        levels: levels.map(({ peak, reachedAtMs }) => ({ peak: peak[lead], reachedAtMs: reachedAtMs[lead] })),
      }).toEqual(alone);
      expect(highest.get(lead) ?? Number.NaN).toBe(levels[0]?.peak[lead]);
    }
  });
});
