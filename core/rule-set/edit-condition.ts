/** Edits of a condition as the designer shows it: a list of members under "all of these" or "any of these", each perhaps turned round. */
import type { Condition, Subject } from './rule-set.ts';

export type Joint = 'all' | 'any';

export interface Joined<S extends Subject> {
  readonly joint: Joint;
  readonly members: readonly Condition<S>[];
}

/** A condition that is no list counts as a list of one. */
export const joined = <S extends Subject>(condition: Condition<S>): Joined<S> => {
  if ('all' in condition) return { joint: 'all', members: condition.all };
  if ('any' in condition) return { joint: 'any', members: condition.any };
  return { joint: 'all', members: [condition] };
};

/** A list of one is the member itself. */
const fromJoined = <S extends Subject>({ joint, members }: Joined<S>): Condition<S> => {
  const [only] = members;
  if (members.length === 1 && only !== undefined) return only;
  return joint === 'all' ? { all: members } : { any: members };
};

/** Adds a member; a lone condition becomes a list of two under `joint`, a list of the other joint becomes its first member. */
export const addMember = <S extends Subject>(
  condition: Condition<S> | undefined,
  joint: Joint,
  member: Condition<S>,
): Condition<S> => {
  if (condition === undefined) return member;
  const list = joined(condition);
  const members = list.joint === joint || list.members.length < 2 ? list.members : [condition];
  return fromJoined({ joint, members: [...members, member] });
};

/** A list keeps its form, even one of a single member. */
export const replaceMember = <S extends Subject>(
  condition: Condition<S>,
  index: number,
  member: Condition<S>,
): Condition<S> => {
  if ('all' in condition) return { all: condition.all.with(index, member) };
  if ('any' in condition) return { any: condition.any.with(index, member) };
  return member;
};

/** Undefined once the last member is gone. */
export const removeMember = <S extends Subject>(condition: Condition<S>, index: number): Condition<S> | undefined => {
  const list = joined(condition);
  const members = list.members.toSpliced(index, 1);
  return members.length === 0 ? undefined : fromJoined({ joint: list.joint, members });
};

export const setJoint = <S extends Subject>(condition: Condition<S>, joint: Joint): Condition<S> => {
  const { members } = joined(condition);
  return joint === 'all' ? { all: members } : { any: members };
};

/** Turned round, or back. */
export const negated = <S extends Subject>(condition: Condition<S>): Condition<S> =>
  'not' in condition ? condition.not : { not: condition };

/** Within brackets of its own: a list of one, to which more can be added. */
export const bracketed = <S extends Subject>(condition: Condition<S>): Condition<S> => ({ all: [condition] });

/** Out of its brackets; the same condition unless it is a list of one. */
export const unbracketed = <S extends Subject>(condition: Condition<S>): Condition<S> => {
  const members = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
  const [only] = members;
  return members.length === 1 && only !== undefined ? only : condition;
};

/** A list that asks nothing: an empty `all` always holds, an empty `any` never. */
export const emptied = <S extends Subject>(joint: Joint): Condition<S> => (joint === 'all' ? { all: [] } : { any: [] });
