/** Against the demo, replayed by the plain kernel: what a bar or a cell says is what simulate says with these values. */
import { describe, expect, it } from 'vitest';
import { demoHistory } from '../../../core/demo/demo-history.ts';
import { draftRuleSet } from '../../../core/demo/demo-rule-set.ts';
import { cohortCalendar } from '../../../core/measures/by-time.ts';
import { levelMeasures } from '../../../core/measures/level-measures.ts';
import { compileReplay } from '../../../core/replay/compile.ts';
import { replay } from '../../../core/replay/replay.ts';
import { DEFAULT_OPTIONS, type LevelMeasures } from '../../../core/replay/replay-result.ts';
import { comparePlainly, rulesAlone } from '../../../core/rule-effects/alone.ts';
import { replaceLevel } from '../../../core/rule-set/edit-levels.ts';
import { setRuleEnabled } from '../../../core/rule-set/edit-rules.ts';
import type { Level, RuleSet } from '../../../core/rule-set/rule-set.ts';
import { heatMap, withHalfLives, withHalfLivesTimes } from '../../../core/sensitivity/heat-map.ts';
import { leversOf } from '../../../core/sensitivity/levers.ts';
import { measuredLeads, peaksOf } from '../../../core/sensitivity/measured-leads.ts';
import type { LevelRanking } from '../../../core/sensitivity/ranking.ts';
import { ruleShares } from '../../../core/sensitivity/rule-shares.ts';
import { tornado } from '../../../core/sensitivity/tornado.ts';

const goOn = () => true;
const made = demoHistory({ leads: 1_000, seed: 11 });
if (made === null) throw new Error('nobody stopped it');
const { history } = made;
const draft = draftRuleSet();
const compiled = compileReplay(history, draft, DEFAULT_OPTIONS);
const measured = measuredLeads(compiled.facts);
const { weeks } = cohortCalendar(history, compiled.facts);

function levelIn(ruleSet: RuleSet): Level {
  const [level] = ruleSet.levels;
  if (level === undefined) throw new Error('the demo has levels');
  return level;
}
const rankingOf = (ruleSet: RuleSet): LevelRanking => ({
  measured,
  weeks,
  ruleSet,
  level: levelIn(ruleSet),
  peaksBy: (moved) => peaksOf(measured, replay(compiled, moved, false).levels[0]?.peak ?? new Float64Array(0)),
});
const simulated = (ruleSet: RuleSet): LevelMeasures =>
  levelMeasures(replay(compiled, ruleSet, false), 0, levelIn(ruleSet).id);
const barsOf = (ruleSet: RuleSet) => tornado(rankingOf(ruleSet), goOn)?.bars ?? [];
const bars = barsOf(draft);
const cellsIn = ({ reached, observed, converted }: LevelMeasures) => ({ leads: reached, observed, converted });

describe('one lever at a time', () => {
  it('has the measures of the rules with that lever alone moved', () => {
    for (const { lever, lower, higher } of leversOf(draft, levelIn(draft)))
      for (const [move, end] of [
        [lower, 'lower'],
        [higher, 'higher'],
      ] as const) {
        if (move === null) continue;
        const bar = bars.find((one) => JSON.stringify(one.lever) === JSON.stringify(lever));
        expect(bar?.[end]?.atThreshold.cell).toMatchObject(cellsIn(simulated(move.ruleSet)));
      }
  });

  it('switched off is what the rule decides by itself', () => {
    const ids = draft.rules.map(({ id }) => id);
    const before = simulated(draft);
    for (const { ruleId, brings, keepsBack } of rulesAlone(
      draft,
      ids,
      comparePlainly(compiled, draft, levelIn(draft).id),
    )) {
      const bar = bars.find(({ lever }) => lever.kind === 'off' && lever.ruleId === ruleId);
      expect(bar?.lower?.atThreshold.cell.leads).toBe(before.reached - brings.leads + keepsBack.leads);
      expect(bar?.lower?.atThreshold.cell.converted).toBe(before.converted - brings.converted + keepsBack.converted);
    }
  });

  it('at the same volume holds about as many leads, and the threshold cannot move anything', () => {
    const before = simulated(draft).reached;
    for (const { lever, lower, higher } of bars)
      for (const end of [lower, higher]) {
        if (end === null) continue;
        if (lever.kind === 'threshold') expect(end.atVolume).toBeNull();
        else expect(Math.abs((end.atVolume?.cell.leads ?? 0) - before)).toBeLessThanOrEqual(before * 0.05);
      }
  });

  it('at the same volume has the measures of the rules cut at the threshold that it names', () => {
    const [first] = draft.rules;
    const off = setRuleEnabled(draft, first?.id ?? '', false);
    const cut = bars.find(({ lever }) => lever.kind === 'off' && lever.ruleId === first?.id)?.lower?.atVolume;
    const level = { ...levelIn(off), total: cut?.threshold ?? 0 };
    expect(cut?.cell).toMatchObject(cellsIn(simulated(replaceLevel(off, level.id, level))));
  });

  it('shows by which values it was moved', () => {
    const named = (name: string) => bars.find(({ lever }) => lever.kind === 'points' && lever.name === name);
    expect(named('Pricing page')).toMatchObject({ present: [8], lower: { values: [6] }, higher: { values: [10] } });
    expect(bars.find(({ lever }) => lever.kind === 'threshold')).toMatchObject({
      present: [52],
      lower: { values: [47] },
      higher: { values: [57] },
    });
  });

  it('that changes nothing differs by exactly nothing', () => {
    const limit = bars.find(({ lever }) => lever.kind === 'limit' && lever.of === 'total');
    expect(limit?.higher?.atThreshold.rateDifference).toEqual({ difference: 0, interval: [0, 0] });
  });

  it('moves no rule that is off', () => {
    const id = draft.rules[0]?.id;
    const without = barsOf(setRuleEnabled(draft, id ?? '', false));
    expect(without.some(({ lever }) => 'ruleId' in lever && lever.ruleId === id)).toBe(false);
  });

  it('ends when it is told to', () => {
    expect(tornado(rankingOf(draft), (done) => done < 3)).toBeNull();
  });
});

describe('threshold by half-life', () => {
  it('has in each cell the measures of the rules with these values', () => {
    const map = heatMap(rankingOf(draft), goOn);
    for (const { factor, cells } of map?.rows ?? [])
      for (const [column, cell] of cells.entries()) {
        const total = map?.thresholds[column] ?? 0;
        const moved = withHalfLivesTimes(replaceLevel(draft, levelIn(draft).id, { ...levelIn(draft), total }), factor);
        expect(cell).toMatchObject(cellsIn(simulated(moved)));
      }
  });

  it('has the present rules in the middle of one row', () => {
    const map = heatMap(rankingOf(draft), goOn);
    const present = map?.rows.filter(({ isPresent }) => isPresent) ?? [];
    expect(present).toHaveLength(1);
    expect(present[0]?.cells[3]).toMatchObject(cellsIn(simulated(draft)));
    expect(present[0]?.days).toEqual([60, 60]);
  });

  it('gives rules that never fade a half-life where no rule has one', () => {
    const lasting = withHalfLivesTimes(draft, null);
    const map = heatMap(rankingOf(lasting), goOn);
    expect(map?.way).toBe('given');
    expect(map?.rows.map(({ days }) => days?.[0] ?? null)).toEqual([14, 30, 60, 90, 180, null]);
    expect(map?.rows[1]?.cells[3]).toMatchObject(cellsIn(simulated(withHalfLives(lasting, 30))));
    expect(map?.rows.at(-1)?.isPresent).toBe(true);
  });
});

describe('what rules are worth', () => {
  const some = draft.rules.slice(0, 5).map(({ id }) => id);
  const small: RuleSet = { ...draft, rules: draft.rules.map((rule) => ({ ...rule, enabled: some.includes(rule.id) })) };
  const level = { ...levelIn(small), total: 20, dimensions: {} };
  const shares = ruleShares(rankingOf(replaceLevel(small, level.id, level)), { seed: 3, onStep: goOn });

  it('sums up to what all of them catch less what leads drawn by lot would hold', () => {
    const { reached, converted, sqls } = simulated(replaceLevel(small, level.id, level));
    expect(shares?.volume).toBe(reached);
    expect(shares?.sqls.all).toBeCloseTo(converted, 9);
    expect(shares?.sqls.none).toBeCloseTo((reached * sqls) / measured.leads.length, 9);
    const sum = shares?.sqls.shares.reduce((total, { share }) => total + share, 0);
    expect(sum).toBeCloseTo((shares?.sqls.all ?? 0) - (shares?.sqls.none ?? 0), 9);
    expect(shares?.auc.none).toBe(0.5);
  });

  it('is told of groups as of their rules together', () => {
    const sum = shares?.sqls.groups.reduce((total, { share }) => total + share, 0);
    expect(sum).toBeCloseTo((shares?.sqls.all ?? 0) - (shares?.sqls.none ?? 0), 9);
    expect(shares?.groups.reduce((total, { rules }) => total + rules, 0)).toBe(5);
  });
});
