import { describe, expect, it } from 'vitest';
import {
  addMember,
  joined,
  negated,
  removeMember,
  replaceMember,
  setJoint,
} from '../../../core/rule-set/edit-condition.ts';
import { withOperator, withValues } from '../../../core/rule-set/edit-operator.ts';
import type { Condition, Test } from '../../../core/rule-set/rule-set.ts';

const test = (attribute: string): Test<'attribute'> => ({ attribute, op: 'exists' });
const a = test('a');
const b = test('b');
const c = test('c');

describe('the members of a condition', () => {
  it('reads a lone test as a list of one', () => {
    expect(joined(a)).toEqual({ joint: 'all', members: [a] });
  });

  it('starts with the first test', () => {
    expect(addMember<'attribute'>(undefined, 'all', a)).toEqual(a);
  });

  it('joins a second test by the joint that was asked for', () => {
    expect(addMember<'attribute'>(a, 'any', b)).toEqual({ any: [a, b] });
  });

  it('puts a list of the other joint into a new one', () => {
    expect(addMember<'attribute'>({ any: [a, b] }, 'all', c)).toEqual({ all: [{ any: [a, b] }, c] });
  });

  it('fills an empty list', () => {
    expect(addMember<'attribute'>({ all: [] }, 'any', a)).toEqual(a);
  });

  it('makes a lone test of a list when one of two goes', () => {
    expect(removeMember<'attribute'>({ all: [a, b] }, 0)).toEqual(b);
  });

  it('is gone with its last member', () => {
    expect(removeMember<'attribute'>(a, 0)).toBeUndefined();
  });

  it('keeps the form of a nested list of one when its member changes', () => {
    expect(replaceMember<'attribute'>({ any: [a] }, 0, b)).toEqual({ any: [b] });
  });

  it('changes the joint', () => {
    expect(setJoint<'attribute'>({ all: [a, b] }, 'any')).toEqual({ any: [a, b] });
  });

  it('turns round and back', () => {
    const turned: Condition<'attribute'> = negated(a);
    expect(turned).toEqual({ not: a });
    expect(negated(turned)).toEqual(a);
  });
});

describe('the value of a test', () => {
  const contains: Test<'property'> = { property: 'url', op: 'contains', value: ['/pricing', '/demo'] };

  it('is kept between operators on text', () => {
    expect(withOperator(contains, 'startsWith', '')).toEqual({
      property: 'url',
      op: 'startsWith',
      value: ['/pricing', '/demo'],
    });
  });

  it('goes when the operator asks for none', () => {
    expect(withOperator(contains, 'missing', '')).toEqual({ property: 'url', op: 'missing' });
  });

  it('takes what the history offers when there was none', () => {
    expect(withOperator<'attribute'>({ attribute: 'source', op: 'exists' }, 'is', 'Google')).toEqual({
      attribute: 'source',
      op: 'is',
      value: 'Google',
    });
  });

  it('becomes a number, and a range, when the operator asks for one', () => {
    expect(withOperator<'attribute'>({ attribute: 'n', op: 'is', value: '12' }, 'gte', '')).toEqual({
      attribute: 'n',
      op: 'gte',
      value: 12,
    });
    expect(withOperator<'attribute'>({ attribute: 'n', op: 'gte', value: 12 }, 'between', '')).toEqual({
      attribute: 'n',
      op: 'between',
      value: [12, 12],
    });
  });

  it('stands alone when it is one, else in a list', () => {
    expect(withValues(contains, ['/a']).value).toBe('/a');
    expect(withValues(contains, ['/a', '/b']).value).toEqual(['/a', '/b']);
  });
});
