import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../api/core-types.ts';
import { draftRuleSet, starterRuleSet } from '../../core/demo/demo-rule-set.ts';
import { parseRuleSet } from '../../core/rule-set/parse-rule-set.ts';
import { createMessages } from '../../renderer/i18n/messages.tsx';
import { changesOf } from '../../renderer/levers/changes-of.ts';
import { backToBaseline, isChanged, type Lever, scaleFor } from '../../renderer/levers/lever.ts';
import { allToBaseline, isAnyLeverChanged, leversOf } from '../../renderer/levers/levers-of.ts';
import { remembered } from '../../renderer/levers/remembered.ts';

const messages = createMessages('en-GB', 'UTC');
const starter = starterRuleSet();
const draft = draftRuleSet();

const leversFor = (ruleSet: RuleSet, baseline: RuleSet): readonly Lever[] =>
  leversOf(ruleSet, baseline, 'mql', messages).flatMap((group) => group.levers);

const leverOf = (ruleSet: RuleSet, baseline: RuleSet, name: string): Lever => {
  const lever = leversFor(ruleSet, baseline).find(({ fullLabel }) => fullLabel === name);
  if (lever === undefined) throw new Error(`no lever is called ${name}`);
  return lever;
};

describe('levers', () => {
  it('of a rule set against itself are all unchanged', () => {
    expect(leversFor(draft, draft).filter(isChanged)).toEqual([]);
    expect(changesOf(draft, draft, messages)).toEqual([]);
  });

  it('put only their own number, and give back the baseline’s', () => {
    const lever = leverOf(draft, draft, 'Pricing page');
    const moved = lever.apply(draft, 33);
    expect(changesOf(moved, draft, messages)).toEqual(['Pricing page: 8 → 33']);
    expect(backToBaseline(leverOf(moved, draft, 'Pricing page'), moved)).toEqual(draft);
  });

  it('take a limit away and put it back', () => {
    const free = leverOf(draft, draft, 'Behaviour, limit').apply(draft, null);
    expect(free.dimensions.find(({ id }) => id === 'engagement')).not.toHaveProperty('max');
    expect(backToBaseline(leverOf(free, draft, 'Behaviour, limit'), free)).toEqual(draft);
  });

  it('never put a limit below the least of its dimension', () => {
    const dimensions = draft.dimensions.map((dimension) => ({ ...dimension, min: 10 }));
    const bounded: RuleSet = { ...draft, dimensions };
    const moved = leverOf(bounded, bounded, 'Profile, limit').apply(bounded, 3);
    expect(moved.dimensions[0]?.max).toBe(10);
  });

  it('always leave a rule set that can be stored, wherever they are put', () => {
    for (const lever of leversFor(draft, starter)) {
      for (const value of [lever.low, lever.high, ...(lever.noneAt === null ? [] : [null])]) {
        const result = parseRuleSet(lever.apply(draft, value));
        expect(result.ok, `${lever.fullLabel} at ${value}`).toBe(true);
      }
    }
  });

  it('switch a rule off, which is a change in words', () => {
    const off = leverOf(draft, draft, 'Webinar').toggle?.apply(draft, false) ?? draft;
    expect(changesOf(off, draft, messages)).toEqual(['Webinar: switched off']);
  });
});

describe('one half-life for a dimension', () => {
  const name = 'Behaviour, half-life, days';

  it('is one lever and one change, with what most rules had before as its baseline', () => {
    expect(leverOf(draft, starter, name)).toMatchObject({ value: 60, baseline: null });
    expect(changesOf(draft, starter, messages).filter((change) => change.includes('half-life'))).toEqual([
      'Behaviour, half-life, days: none → 60',
      'Newsletter click, half-life, days: 90 → 60',
    ]);
  });

  it('is not offered where the rules differ', () => {
    expect(leversFor(starter, starter).some(({ fullLabel }) => fullLabel === name)).toBe(false);
  });
});

describe('all back', () => {
  it('brings every level and every rule that the baseline knows to its figures', () => {
    const back = allToBaseline(draft, starter, messages);
    expect(changesOf(back, starter, messages)).toEqual([]);
  });

  it('leaves what the baseline does not know', () => {
    const [first] = draft.rules;
    if (first === undefined) throw new Error('the demo has no rules');
    const own = { ...first, id: 'own', name: 'Own rule' };
    const back = allToBaseline({ ...draft, rules: [...draft.rules, own] }, starter, messages);
    expect(changesOf(back, starter, messages)).toEqual(['New rule: Own rule']);
    expect(isAnyLeverChanged(back, starter, messages)).toBe(false);
  });

  it('has something to do where only a lever of a level that is not on screen was moved', () => {
    const levels = draft.levels.map((level) => (level.id === 'mql' ? level : { ...level, total: level.total + 1 }));
    expect(isAnyLeverChanged({ ...draft, levels }, draft, messages)).toBe(true);
    expect(isAnyLeverChanged(draft, draft, messages)).toBe(false);
  });
});

describe('changes that no lever shows', () => {
  it('are told by the rule that looks for something else', () => {
    const rules = draft.rules.map((rule) => (rule.kind === 'activity' ? { ...rule, every: 2 } : rule));
    expect(changesOf({ ...draft, rules }, draft, messages)).toContain(
      'Pricing page: what it looks for or how it counts',
    );
  });

  it('tell of rules left out and levels added', () => {
    const [level] = draft.levels;
    if (level === undefined) throw new Error('the demo has no levels');
    const changed = {
      ...draft,
      rules: draft.rules.slice(1),
      levels: [...draft.levels, { ...level, id: 'x', name: 'X' }],
    };
    expect(changesOf(changed, draft, messages)).toEqual(['Rule left out: 100–2,500 staff', 'New level: X']);
  });
});

describe('the scale of a slider', () => {
  it('holds every figure, in steps that a hand can find', () => {
    expect(scaleFor([8, 5], 50)).toEqual({ low: 0, high: 50, step: 1 });
    expect(scaleFor([-40, -10], 50)).toEqual({ low: -50, high: 0, step: 1 });
    expect(scaleFor([4_300, null], 100)).toEqual({ low: 0, high: 5_000, step: 20 });
    expect(scaleFor([0, undefined], 50)).toEqual({ low: 0, high: 50, step: 1 });
  });
});

describe('what is remembered of a rule', () => {
  it('is kept while rule and baseline are the same objects, and worked out anew when either is another', () => {
    const worked: string[] = [];
    const pair = remembered((one: { readonly name: string }, other: { readonly name: string } | undefined) => {
      worked.push(`${one.name} ${other?.name ?? 'nothing'}`);
      return [one, other];
    });
    const [rule, baseline] = [{ name: 'rule' }, { name: 'baseline' }];
    expect(pair(rule, baseline)).toBe(pair(rule, baseline));
    pair(rule, undefined);
    pair({ ...rule }, baseline);
    pair(rule, baseline);
    expect(worked).toEqual(['rule baseline', 'rule nothing', 'rule baseline', 'rule baseline']);
  });

  it('of an edited rule set is only what the edit left alone', () => {
    const before = leversFor(draft, draft);
    const moved = leverOf(draft, draft, 'Pricing page').apply(draft, 33);
    const after = leversFor(moved, draft);
    const kept = after.filter((lever) => lever.id.startsWith('rule:') && before.includes(lever));
    expect(kept.length).toBeGreaterThan(20);
    expect(kept.map(({ fullLabel }) => fullLabel)).not.toContain('Pricing page');
    expect(leversFor(draft, draft).map(({ value }) => value)).toEqual(before.map(({ value }) => value));
  });
});
