import { describe, expect, it } from 'vitest';
import { demoHistory } from '../../../core/demo/demo-history.ts';
import { draftRuleSet, starterRuleSet } from '../../../core/demo/demo-rule-set.ts';
import { levelMeasures } from '../../../core/measures/level-measures.ts';
import { swapCounts } from '../../../core/measures/swap-set.ts';
import { compileReplay } from '../../../core/replay/compile.ts';
import { replay } from '../../../core/replay/replay.ts';
import { parseRuleSet } from '../../../core/rule-set/parse-rule-set.ts';
import { historyNames, ruleSetWarnings } from '../../../core/rule-set/rule-set-warnings.ts';

const LEADS = 4_000;
const demo = demoHistory({ leads: LEADS, seed: 20_260 });
if (demo === null) throw new Error('nobody asked to stop');
const { history } = demo;

describe.each([
  ['starter', starterRuleSet()],
  ['draft', draftRuleSet()],
])('the %s rule set of the demo', (_, ruleSet) => {
  it('given the parser then it is a rule set, complete as it stands', () => {
    expect(parseRuleSet(JSON.parse(JSON.stringify(ruleSet)))).toEqual({ ok: true, value: ruleSet });
  });

  it('given the demo history then it names nothing that the history lacks', () =>
    expect(ruleSetWarnings(ruleSet, historyNames(history), [])).toEqual([]));

  it('given the demo history then a fifth or so of the leads reach the MQL, and about a third of them convert', () => {
    const result = replay(compileReplay(history, ruleSet, { horizon: 'outcome' }), ruleSet);
    const { reached, rate } = levelMeasures(result, 0, 'mql');
    expect(reached / LEADS).toBeGreaterThan(0.17);
    expect(reached / LEADS).toBeLessThan(0.3);
    expect(rate).toBeGreaterThan(0.25);
    expect(rate).toBeLessThan(0.42);
  });
});

describe('the scenario on the table of the demo', () => {
  it('given the starter as baseline then there is something to talk about', () => {
    const [scenario, baseline] = [draftRuleSet(), starterRuleSet()].map((ruleSet) =>
      replay(compileReplay(history, ruleSet, { horizon: 'outcome' }), ruleSet),
    );
    if (scenario === undefined || baseline === undefined) throw new Error('two replays');
    const { gained, lost, kept } = swapCounts(scenario, 0, baseline, 0);
    expect(Math.min(gained.leads, lost.leads, kept.leads)).toBeGreaterThan(50);
  });
});
