import { describe, expect, it } from 'vitest';
import type { Decay, Level, RuleSet } from '../../core/rule-set/rule-set.ts';
import { numberOf } from '../../renderer/components/fields/number-field.tsx';
import { withBandAdded } from '../../renderer/features/rules/editor/add-band.ts';
import { withFadeKind } from '../../renderer/features/rules/editor/fade-kinds.ts';
import { withRecycle } from '../../renderer/features/rules/editor/recycle-edits.ts';
import { fadeCurve, spanDays, tellingPoint } from '../../renderer/features/rules/fade-curve.ts';
import { rulerOf } from '../../renderer/features/rules/list/ruler-scale.ts';
import { detailOf, selectionOf } from '../../renderer/features/rules/selection.ts';

const level = (id: string, total: number): Level => ({ id, name: id, total, dimensions: {} });
const ruleSet: RuleSet = {
  format: 'accord.rule-set/1',
  name: 'Test',
  description: '',
  total: {},
  dimensions: [
    { id: 'fit', name: 'Profile', max: 60 },
    { id: 'engagement', name: 'Behaviour', max: 80 },
  ],
  groups: [],
  ignore: [],
  rules: [
    {
      id: 'level:mql',
      name: 'Odd id',
      kind: 'attribute',
      dimension: 'fit',
      enabled: true,
      disqualifies: false,
      points: 1,
      if: { all: [] },
    },
  ],
  levels: [level('hot', 80), level('mql', 50)],
};

describe('what the address selects', () => {
  it('reads back what it wrote', () => {
    expect(selectionOf(detailOf({ kind: 'level', id: 'hot' }), ruleSet)).toEqual({ kind: 'level', id: 'hot' });
    expect(selectionOf(detailOf({ kind: 'ruleSet' }), ruleSet)).toEqual({ kind: 'ruleSet' });
  });

  it('takes a rule before anything else of that name', () => {
    expect(selectionOf('level:mql', ruleSet)).toEqual({ kind: 'rule', id: 'level:mql' });
  });

  it('falls back to the rule set when the thing is gone', () => {
    expect(selectionOf('dimension:gone', ruleSet)).toEqual({ kind: 'ruleSet' });
  });
});

describe('the ruler of levels', () => {
  it('runs to the most that the dimensions allow, levels in order', () => {
    const ruler = rulerOf(ruleSet);
    expect([ruler.from, ruler.to, ruler.belowShare]).toEqual([0, 140, 50]);
    expect(ruler.parts.map((part) => [part.level.id, part.share])).toEqual([
      ['mql', 30],
      ['hot', 60],
    ]);
  });

  it('leaves room above the highest level when nothing limits the score', () => {
    expect(rulerOf({ ...ruleSet, dimensions: [{ id: 'fit', name: 'Profile' }] }).to).toBe(120);
  });

  it('reaches below nought for a level below nought', () => {
    expect(rulerOf({ ...ruleSet, levels: [level('out', -20)] }).from).toBe(-20);
  });
});

describe('the curve of fading', () => {
  it('shows three half-lives, with half left after one', () => {
    const decay: Decay = { kind: 'half-life', days: 30 };
    expect(spanDays(decay)).toBe(90);
    expect(tellingPoint(decay)).toEqual({ day: 30, share: 0.5 });
    expect(fadeCurve(decay).at(-1)).toEqual({ day: 90, share: 0.125 });
  });

  it('shows a quarter beyond the end of what ends', () => {
    expect(spanDays({ kind: 'expire', days: 40 })).toBe(50);
    expect(spanDays({ kind: 'steps', percent: 25, everyDays: 10, compound: false })).toBe(50);
  });

  it('keeps the days when the kind changes', () => {
    expect(withFadeKind({ kind: 'half-life', days: 45 }, 'steps')).toEqual({
      kind: 'steps',
      percent: 25,
      everyDays: 45,
      compound: false,
    });
    expect(withFadeKind({ kind: 'steps', percent: 25, everyDays: 45, compound: false }, 'expire')).toEqual({
      kind: 'expire',
      days: 45,
    });
  });
});

describe('a band added', () => {
  it('cuts the open upper end', () => {
    expect(
      withBandAdded([
        { to: 50, points: 1 },
        { from: 50, points: 2 },
      ]),
    ).toEqual([
      { to: 50, points: 1 },
      { from: 50, to: 100, points: 2 },
      { from: 100, points: 2 },
    ]);
  });

  it('goes on where the last band ends', () => {
    expect(withBandAdded([{ to: 50, points: 1 }])).toEqual([
      { to: 50, points: 1 },
      { from: 50, points: 1 },
    ]);
  });
});

describe('recycling', () => {
  it('begins by clearing the last dimension', () => {
    expect(withRecycle(undefined, 'on', 'rejected', true, ruleSet)).toEqual({
      on: ['rejected'],
      clear: ['engagement'],
    });
  });

  it('ends with its last stage', () => {
    expect(withRecycle({ on: ['rejected'], clear: ['engagement'] }, 'on', 'rejected', false, ruleSet)).toBeUndefined();
  });
});

describe('a number as people type it', () => {
  it.each([
    ['12', 12],
    ['1,5', 1.5],
    ['−3', -3],
    [' .5 ', 0.5],
  ])('%s is read as %s', (text, value) => {
    expect(numberOf(text)).toBe(value);
  });

  it.each(['', '1e3', 'many', '1 2', '-'])('"%s" is no number', (text) => {
    expect(numberOf(text)).toBeNull();
  });
});
