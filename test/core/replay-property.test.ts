import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replayReference } from '../../core/reference/replay-reference.ts';
import { compileReplay } from '../../core/replay/compile.ts';
import { replay } from '../../core/replay/replay.ts';
import type { ReplayResult } from '../../core/replay/replay-result.ts';
import { parseRuleSet } from '../../core/rule-set/parse-rule-set.ts';
import { OPERATORS, type Rule, type RuleSet } from '../../core/rule-set/rule-set.ts';
import { type CaseDemands, type ReplayCase, randomCase } from '../support/random-case.ts';
import { randomTestOf } from '../support/random-condition.ts';
import { DECAYS, RULES_BY_KIND, randomActivityRule, randomInactivityRule } from '../support/random-rule.ts';
import { randomRuleSet } from '../support/random-rule-set.ts';
import { replayDifferences } from '../support/replay-differences.ts';

/** Each feature is tried so often; the seeds are fixed, so that a failure fails again and speaks of a change in the code. */
const RUNS = 1000;
const RUNS_OF_AN_OPERATOR = 300;
const SEED = 20_250_101;

/** Cases in which taking the feature away changes the answer, at least: a property that never bites proves nothing. */
const LEAST_TELLING = 100;

interface Feature {
  readonly name: string;
  readonly demands: CaseDemands;
  readonly without: (question: ReplayCase) => ReplayCase;
}

const FEATURES: readonly Feature[] = [
  ...Object.entries(RULES_BY_KIND).map(
    ([kind, firstRule]): Feature => ({
      name: `${kind} rules`,
      demands: { ruleSet: { firstRule } },
      without: changeFirst((rule) => ({ ...rule, enabled: false })),
    }),
  ),
  ...Object.entries(DECAYS).map(
    ([decay, arbitrary]): Feature => ({
      name: `awards with decay: ${decay}`,
      demands: { ruleSet: { firstRule: fc.oneof(randomActivityRule([], arbitrary), randomInactivityRule(arbitrary)) } },
      // Without decay there is nothing to take away but the rule itself.
      without: changeFirst((rule) =>
        decay === 'none' || !('decay' in rule) ? { ...rule, enabled: false } : { ...rule, decay: { kind: 'none' } },
      ),
    }),
  ),
  {
    name: 'max of an activity rule',
    demands: { ruleSet: { firstRule: randomActivityRule(['max']) } },
    without: changeFirst((rule) => (rule.kind === 'activity' ? { ...rule, max: 1_000_000 } : rule)),
  },
  {
    name: 'every',
    demands: { ruleSet: { firstRule: randomActivityRule(['every']) } },
    without: changeFirst((rule) => (rule.kind === 'activity' ? { ...rule, every: 1 } : rule)),
  },
  {
    name: 'distinctBy',
    demands: { ruleSet: { firstRule: randomActivityRule(['distinctBy']) } },
    without: changeFirst((rule) => {
      if (rule.kind !== 'activity') return rule;
      const { distinctBy: _distinctBy, ...rest } = rule;
      return rest;
    }),
  },
  {
    name: 'withinDays',
    demands: { ruleSet: { firstRule: randomActivityRule(['withinDays', 'every']) } },
    without: changeFirst((rule) => (rule.kind === 'activity' ? { ...rule, withinDays: 36_500 } : rule)),
  },
  {
    name: 'withinDays that forgets values of distinctBy',
    demands: { ruleSet: { firstRule: randomActivityRule(['withinDays', 'every', 'distinctBy']) } },
    without: changeFirst((rule) => (rule.kind === 'activity' ? { ...rule, withinDays: 36_500 } : rule)),
  },
  {
    name: 'cooldownDays',
    demands: { ruleSet: { firstRule: randomActivityRule(['cooldownDays']) } },
    without: changeFirst((rule) => (rule.kind === 'activity' ? { ...rule, cooldownDays: 0 } : rule)),
  },
  {
    name: 'recycles that clear activity rules',
    demands: {
      history: { manyStages: true },
      ruleSet: { recycle: true, firstRule: randomActivityRule(['max']) },
      options: { maturityDays: [30, 90] },
    },
    without: changeRuleSet(withoutRecycle),
  },
  {
    name: 'recycles that clear what an activity rule remembers',
    demands: {
      history: { manyStages: true },
      ruleSet: { recycle: true, firstRule: randomActivityRule(['every', 'distinctBy', 'cooldownDays', 'withinDays']) },
      options: { maturityDays: [30, 90] },
    },
    without: changeRuleSet(withoutRecycle),
  },
  {
    name: 'recycles that restart inactivity',
    demands: {
      history: { manyStages: true },
      ruleSet: { recycle: true, firstRule: randomInactivityRule() },
      options: { maturityDays: [30, 90] },
    },
    without: changeRuleSet(withoutRecycle),
  },
  ...(['best', 'sum'] as const).map(
    (combine): Feature => ({
      name: `groups that combine by ${combine}`,
      demands: { ruleSet: { combine } },
      without: changeRuleSet((ruleSet) => ({
        ...ruleSet,
        groups: ruleSet.groups.map((group) => ({ ...group, combine: combine === 'best' ? 'sum' : 'best' })),
      })),
    }),
  ),
  {
    name: 'limits of groups',
    demands: { ruleSet: { limits: 'group' } },
    without: changeRuleSet((ruleSet) => ({
      ...ruleSet,
      groups: ruleSet.groups.map(({ min: _min, max: _max, ...group }) => group),
    })),
  },
  {
    name: 'limits of dimensions',
    demands: { ruleSet: { limits: 'dimension' } },
    without: changeRuleSet((ruleSet) => ({
      ...ruleSet,
      dimensions: ruleSet.dimensions.map(({ id, name }) => ({ id, name })),
    })),
  },
  {
    name: 'limits of the total',
    demands: { ruleSet: { limits: 'total' } },
    without: changeRuleSet((ruleSet) => ({ ...ruleSet, total: {} })),
  },
  {
    name: 'minimums of levels',
    demands: { ruleSet: { minimums: true } },
    without: changeRuleSet((ruleSet) => ({
      ...ruleSet,
      levels: ruleSet.levels.map((level) => ({ ...level, dimensions: {} })),
    })),
  },
  {
    name: 'disqualifying rules',
    demands: { ruleSet: { firstDisqualifies: true } },
    without: changeFirst((rule) => ({ ...rule, disqualifies: false })),
  },
  {
    name: 'disqualifying rules whose awards decay',
    demands: {
      ruleSet: {
        firstDisqualifies: true,
        firstRule: randomActivityRule(
          [],
          fc.oneof(DECAYS.expire, DECAYS.linear, DECAYS['half-life'], DECAYS['steps of 100 %']),
        ),
      },
    },
    without: changeFirst((rule) => ({ ...rule, disqualifies: false })),
  },
  {
    name: 'ignored activities',
    demands: { ruleSet: { ignore: true, firstRule: randomActivityRule([]) } },
    without: changeRuleSet((ruleSet) => ({ ...ruleSet, ignore: [] })),
  },
  {
    name: 'more than 32 rules',
    demands: { ruleSet: { manyRules: true } },
    without: changeRuleSet((ruleSet) => ({ ...ruleSet, rules: ruleSet.rules.slice(0, 32) })),
  },
  {
    name: 'the horizon outcome',
    demands: { options: { horizon: 'outcome' } },
    without: changeOptions({ horizon: 'handover' }),
  },
  {
    name: 'the horizon handover',
    demands: { options: { horizon: 'handover' } },
    without: changeOptions({ horizon: 'outcome' }),
  },
  {
    name: 'a window of no days',
    demands: { options: { maturityDays: [0] } },
    without: changeOptions({ maturityDays: 90 }),
  },
  {
    name: 'windows with a fraction of a day',
    demands: { options: { maturityDays: [0.5, 1 / 24, 14.5, 1.000_000_01] } },
    without: changeOptions({ maturityDays: 90 }),
  },
  {
    name: 'a given asOf',
    demands: { options: { asOf: true } },
    without: changeOptions({ asOfMs: Date.UTC(2100, 0, 1) }),
  },
  { name: 'a cohort', demands: { options: { cohort: true } }, without: changeOptions({ fromMs: 0, toMs: 0 }) },
  {
    name: 'histories without dates',
    demands: { history: { withoutDates: true } },
    without: changeRuleSet((ruleSet) => ({ ...ruleSet, rules: ruleSet.rules.slice(1) })),
  },
];

describe('the columnar engine gives what the reference engine gives, on random histories, for', () => {
  it.each(FEATURES.map((feature, index) => ({ ...feature, seed: SEED + index })))(
    '$name',
    ({ demands, without, seed }) => {
      let telling = 0;
      fc.assert(
        fc.property(randomCase(demands), (question) => {
          const expected = byReference(question);
          expect(replayDifferences(byColumns(question), expected)).toEqual([]);
          if (telling < LEAST_TELLING && replayDifferences(byReference(without(question)), expected).length > 0)
            telling += 1;
        }),
        { numRuns: RUNS, seed },
      );
      expect(telling).toBe(LEAST_TELLING);
    },
  );

  it.each(OPERATORS)('the operator %s', (op) => {
    const demands: CaseDemands = {
      ruleSet: {
        firstRule: fc.record({ kind: fc.constant('attribute' as const), points: fc.constant(7), if: randomTestOf(op) }),
      },
    };
    fc.assert(
      fc.property(randomCase(demands), (question) => {
        expect(replayDifferences(byColumns(question), byReference(question))).toEqual([]);
      }),
      { numRuns: RUNS_OF_AN_OPERATOR, seed: SEED - 1 - OPERATORS.indexOf(op) },
    );
  });
});

describe('the random rule sets', () => {
  it('are valid, and complete as they stand', () => {
    fc.assert(
      fc.property(randomRuleSet(), (ruleSet) => {
        expect(parseRuleSet(JSON.parse(JSON.stringify(ruleSet)))).toEqual({ ok: true, value: ruleSet });
      }),
      { numRuns: 300, seed: SEED },
    );
  });
});

function byReference({ history, ruleSet, options }: ReplayCase): ReplayResult {
  return replayReference(history, ruleSet, options);
}

function byColumns({ history, ruleSet, options }: ReplayCase): ReplayResult {
  return replay(compileReplay(history, ruleSet, options), ruleSet);
}

function changeFirst(change: (rule: Rule) => Rule): Feature['without'] {
  return changeRuleSet((ruleSet) => ({
    ...ruleSet,
    rules: ruleSet.rules.map((rule, index) => (index === 0 ? change(rule) : rule)),
  }));
}

function changeRuleSet(change: (ruleSet: RuleSet) => RuleSet): Feature['without'] {
  return (question) => ({ ...question, ruleSet: change(question.ruleSet) });
}

function changeOptions(options: Partial<ReplayCase['options']>): Feature['without'] {
  return (question) => ({ ...question, options: { ...question.options, ...options } });
}

function withoutRecycle({ recycle: _recycle, ...ruleSet }: RuleSet): RuleSet {
  return ruleSet;
}
