import { describe, expect, it } from 'vitest';
import { hourOf, lifetimeHours, weightAt } from '../../../core/replay/decay.ts';
import type { Decay } from '../../../core/rule-set/rule-set.ts';

describe('a weight', () => {
  it.each<[Decay, number, number]>([
    [{ kind: 'none' }, 99_999, 1],
    [{ kind: 'expire', days: 1 }, 23, 1],
    [{ kind: 'expire', days: 1 }, 24, 0],
    [{ kind: 'linear', days: 2 }, 12, 0.75],
    [{ kind: 'linear', days: 2 }, 480, 0],
    [{ kind: 'steps', percent: 25, everyDays: 1, compound: false }, 47, 0.75],
    [{ kind: 'steps', percent: 25, everyDays: 1, compound: false }, 96, 0],
    [{ kind: 'steps', percent: 50, everyDays: 1, compound: true }, 72, 0.125],
    [{ kind: 'half-life', days: 30 }, 720, 0.5],
    [{ kind: 'expire', days: 0.001 }, 0, 1],
    [{ kind: 'expire', days: 0.001 }, 1, 0],
  ])('of %j at %d hours is %d', (decay, hours, weight) => {
    expect(weightAt(decay, hours)).toBe(weight);
  });

  it('is above 0 up to the lifetime, and 0 from there on', () => {
    const fading: readonly Decay[] = [
      { kind: 'expire', days: 3 },
      { kind: 'linear', days: 3 },
      ...[1, 7, 10, 12.5, 33.33, 99.9, 100].map(
        (percent): Decay => ({ kind: 'steps', percent, everyDays: 2, compound: false }),
      ),
      { kind: 'steps', percent: 100, everyDays: 2, compound: true },
    ];
    for (const decay of fading) {
      const lifetime = lifetimeHours(decay);
      expect(weightAt(decay, lifetime - 1)).toBeGreaterThan(0);
      expect(weightAt(decay, lifetime)).toBe(0);
    }
  });

  it('never counts as 0 for half-lives and compound steps under 100 %', () => {
    expect(lifetimeHours({ kind: 'half-life', days: 1 })).toBe(Number.POSITIVE_INFINITY);
    expect(lifetimeHours({ kind: 'steps', percent: 99, everyDays: 1, compound: true })).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('an hour', () => {
  it('is floored towards the past before 1970 too', () => {
    expect(hourOf(-1)).toBe(-1);
  });
});
