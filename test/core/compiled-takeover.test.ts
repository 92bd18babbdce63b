import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replayReference } from '../../core/reference/replay-reference.ts';
import { compileReplay, isCompiledFor } from '../../core/replay/compile.ts';
import { replay } from '../../core/replay/replay.ts';
import type { Rule, RuleSet } from '../../core/rule-set/rule-set.ts';
import { randomCase } from '../support/random-case.ts';
import { replayDifferences } from '../support/replay-differences.ts';

/** The seeds are fixed, so that a failure fails again and speaks of a change in the code. */
const RUNS = 1000;

describe('what was compiled for one rule set', () => {
  const edited = fc.record({
    question: randomCase(),
    edits: fc.array(fc.noBias(fc.nat(11)), { maxLength: 7, size: 'max' }),
  });

  it('is taken over by the next one, and gives what the reference engine gives', () => {
    fc.assert(
      fc.property(edited, ({ question: { history, ruleSet, options }, edits }) => {
        const next = editRules(ruleSet, edits);
        const first = compileReplay(history, ruleSet, options);
        const second = compileReplay(history, next, options, first);
        const expected = replayReference(history, next, options);
        expect(replayDifferences(replay(second, next), expected)).toEqual([]);
        if (isCompiledFor(first, next)) expect(replayDifferences(replay(first, next), expected)).toEqual([]);
      }),
      { numRuns: RUNS, seed: 20_250_001 },
    );
  });

  it('still answers for that one after the next one took it over', () => {
    fc.assert(
      fc.property(edited, ({ question: { history, ruleSet, options }, edits }) => {
        const next = editRules(ruleSet, edits);
        const first = compileReplay(history, ruleSet, options);
        replay(compileReplay(history, next, options, first), next);
        expect(replayDifferences(replay(first, ruleSet), replayReference(history, ruleSet, options))).toEqual([]);
      }),
      { numRuns: RUNS, seed: 20_250_002 },
    );
  });
});

/** The rule set after some hands on its levers: an edit for each rule in turn, by its number. */
function editRules(ruleSet: RuleSet, edits: readonly number[]): RuleSet {
  const rules = ruleSet.rules.map((rule, index) => editRule(rule, edits[index + 1] ?? 0));
  switch (edits[0]) {
    case 1:
      return {
        ...ruleSet,
        rules,
        total: { max: 15 },
        levels: ruleSet.levels.map((level) => ({ ...level, total: level.total - 5 })),
      };
    case 2:
      return { ...ruleSet, rules: rules.slice(1) };
    case 3:
      return { ...ruleSet, rules: rules.toReversed() };
    case 4:
      return { ...ruleSet, rules, ignore: [{ type: ['page_view'] }] };
    case 5:
      return {
        ...ruleSet,
        rules,
        recycle: { on: ['mql', 'recycled'], clear: ruleSet.dimensions.map((dimension) => dimension.id) },
      };
    case 6:
      return withoutRecycle({ ...ruleSet, rules });
    default:
      return { ...ruleSet, rules };
  }
}

function editRule(rule: Rule, edit: number): Rule {
  if (edit === 1) return { ...rule, enabled: !rule.enabled };
  if (edit === 2) return { ...rule, disqualifies: !rule.disqualifies };
  if (edit === 3 && rule.kind !== 'bands') return { ...rule, points: 7.5 - rule.points };
  if (edit === 4 && rule.kind !== 'attribute' && rule.kind !== 'bands') return { ...rule, max: 2 };
  if (edit === 5 && 'decay' in rule) return { ...rule, decay: { kind: 'half-life', days: 2 } };
  if (edit === 6 && 'decay' in rule) return { ...rule, decay: { kind: 'expire', days: 3 } };
  if (edit === 7 && 'on' in rule) return { ...rule, on: { type: ['page_view'] } };
  if (edit === 8 && rule.kind === 'activity') return { ...rule, every: 2, withinDays: 5, cooldownDays: 1 };
  if (edit === 9 && rule.kind === 'inactivity') return { ...rule, afterDays: 3 };
  if (edit === 10) return { ...rule, if: { attribute: 'customer', op: 'is', value: true } };
  if (edit === 11 && rule.kind === 'bands') return { ...rule, bands: [{ from: 5, points: 3 }] };
  return rule;
}

function withoutRecycle({ recycle: _recycle, ...ruleSet }: RuleSet): RuleSet {
  return ruleSet;
}
