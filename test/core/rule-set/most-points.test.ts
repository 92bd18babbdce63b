import { describe, expect, it } from 'vitest';
import { unreachableLevels } from '../../../core/rule-set/most-points.ts';
import { ruleSetFrom } from '../../support/rule-set-from.ts';

const attribute = (id: string, points: number, place: object = {}) => ({
  id,
  name: id,
  kind: 'attribute',
  dimension: 'fit',
  points,
  if: { attribute: 'country', op: 'exists' },
  ...place,
});
const level = (total: number, dimensions: object = {}) => [{ id: 'mql', name: 'MQL', total, dimensions }];

describe('levels out of reach', () => {
  it.each<readonly [what: string, parts: Readonly<Record<string, unknown>>, lacking: object | null]>([
    ['rules add up', { rules: [attribute('a', 30), attribute('b', 20)], levels: level(50) }, null],
    [
      'one point is lacking',
      { rules: [attribute('a', 30), attribute('b', 20)], levels: level(51) },
      { asked: 51, most: 50 },
    ],
    ['what takes away does not count', { rules: [attribute('a', 30), attribute('b', -20)], levels: level(30) }, null],
    [
      'a rule switched off gives nothing',
      { rules: [attribute('a', 30, { enabled: false })], levels: level(30) },
      { most: 0 },
    ],
    [
      'a group holds its rules',
      {
        groups: [{ id: 'g', name: 'G', dimension: 'fit', max: 25 }],
        rules: [attribute('a', 30, { group: 'g' }), attribute('b', 20)],
        levels: level(50),
      },
      { asked: 50, most: 45 },
    ],
    [
      'the best of a group counts',
      {
        groups: [{ id: 'g', name: 'G', dimension: 'fit', combine: 'best' }],
        rules: [attribute('a', 30, { group: 'g' }), attribute('b', 20, { group: 'g' })],
        levels: level(31),
      },
      { asked: 31, most: 30 },
    ],
    [
      'the total is held',
      { total: { max: 40 }, rules: [attribute('a', 90)], levels: level(50) },
      { asked: 50, most: 40 },
    ],
    [
      'a minimum is asked of another dimension',
      { rules: [attribute('a', 90)], levels: level(50, { engagement: 10 }) },
      { dimension: 'engagement', asked: 10, most: 0 },
    ],
    [
      'an activity counts up to its most',
      { rules: [attribute('a', 5, { kind: 'activity', if: undefined, on: {}, max: 9 })], levels: level(46) },
      { asked: 46, most: 45 },
    ],
    [
      'an activity without a most has no end',
      { rules: [attribute('a', 5, { kind: 'activity', if: undefined, on: {} })], levels: level(1_000_000) },
      null,
    ],
  ])('%s', (_what, parts, lacking) => {
    const found = unreachableLevels(ruleSetFrom(parts));
    if (lacking === null) expect(found).toEqual([]);
    else expect(found).toMatchObject([{ level: 'mql', ...lacking }]);
  });
});
