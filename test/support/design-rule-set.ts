/** Builds a rule set as hands on the designer would: only by the edits that its screens call, from the blank rule set. */
import { changeRuleKind, newRule, type Subjects } from '../../core/rule-set/change-rule-kind.ts';
import {
  addMember,
  bracketed,
  emptied,
  type Joint,
  negated,
  replaceMember,
  setJoint,
  unbracketed,
} from '../../core/rule-set/edit-condition.ts';
import { changeId, type ThingKind } from '../../core/rule-set/edit-ids.ts';
import { addLevel, removeLevel, replaceLevel, setLevelMinimum } from '../../core/rule-set/edit-levels.ts';
import { valueShape, valuesOf, withOperator, withValues } from '../../core/rule-set/edit-operator.ts';
import { addRule, placeRule, replaceRule, setRuleEnabled } from '../../core/rule-set/edit-rules.ts';
import {
  addDimension,
  addGroup,
  removeDimension,
  replaceDimension,
  replaceGroup,
} from '../../core/rule-set/edit-structure.ts';
import { withOptional } from '../../core/rule-set/optional-key.ts';
import type {
  ActivityFilter,
  ActivityRule,
  BandsRule,
  Condition,
  Decay,
  Dimension,
  InactivityRule,
  Limits,
  Recycle,
  Rule,
  RuleSet,
  Subject,
  Test,
} from '../../core/rule-set/rule-set.ts';
import { readScalar, scalarText } from '../../core/rule-set/scalar-text.ts';
import { withBandAdded } from '../../renderer/features/rules/editor/add-band.ts';
import { withFadeKind } from '../../renderer/features/rules/editor/fade-kinds.ts';
import { withRecycle } from '../../renderer/features/rules/editor/recycle-edits.ts';
import { repeatOf, withRepeat } from '../../renderer/features/rules/editor/repeat.ts';
import { OF_ACTIVITIES, OF_LEADS, type SubjectKind } from '../../renderer/features/rules/editor/subject-kinds.ts';

const SUBJECTS: Subjects = { attribute: 'source', measure: 'employees', activityType: 'visit' };

/** Rule by rule in the order in which the designer lists them: dimension by dimension, loose rules before groups. */
export const inListOrder = (ruleSet: RuleSet): RuleSet => ({
  ...ruleSet,
  rules: ruleSet.dimensions.flatMap(({ id }) => {
    const here = ruleSet.rules.filter((rule) => rule.dimension === id);
    const groups = ruleSet.groups.filter((group) => group.dimension === id);
    return [
      ...here.filter((rule) => rule.group === undefined),
      ...groups.flatMap((group) => here.filter((rule) => rule.group === group.id)),
    ];
  }),
});

export const design = (blank: RuleSet, target: RuleSet): RuleSet =>
  [withWhole, withDimensions, withGroups, withRules, withLevels, withRecycling].reduce(
    (ruleSet, build) => build(ruleSet, target),
    blank,
  );

const withWhole = (ruleSet: RuleSet, { name, description, total, ignore }: RuleSet): RuleSet => ({
  ...ruleSet,
  name,
  description,
  total: limited(ruleSet.total, total),
  ignore: ignore.map((filter) => filtered({ if: OF_ACTIVITIES.fresh('type') }, filter)),
});

/** Those of the blank rule set go at last: it can never be without any. */
const withDimensions = (blank: RuleSet, target: RuleSet): RuleSet => {
  const built = target.dimensions.reduce((ruleSet, dimension) => {
    const added = addDimension(ruleSet, 'New dimension');
    const named = replaceDimension(added.ruleSet, added.id, {
      ...limited<Dimension>({ id: added.id, name: 'New dimension' }, dimension),
      name: dimension.name,
    });
    return changeId(named, 'dimension', added.id, `made ${dimension.id}`);
  }, blank);
  const alone = blank.dimensions.reduce((ruleSet, { id }) => removeDimension(ruleSet, id), built);
  return target.dimensions.reduce((ruleSet, { id }) => changeId(ruleSet, 'dimension', `made ${id}`, id), alone);
};

const withGroups = (start: RuleSet, target: RuleSet): RuleSet =>
  target.groups.reduce((ruleSet, group) => {
    const added = addGroup(ruleSet, 'New group', group.dimension);
    const fresh = added.ruleSet.groups.find(({ id }) => id === added.id);
    if (fresh === undefined) throw new Error('a group that was added is not there');
    const { name, combine } = group;
    return given(
      'group',
      replaceGroup(added.ruleSet, added.id, { ...limited(fresh, group), name, combine }),
      added.id,
      group.id,
    );
  }, start);

const withRules = (start: RuleSet, target: RuleSet): RuleSet =>
  target.rules.reduce((ruleSet, rule) => {
    const [first] = ruleSet.dimensions;
    if (first === undefined) throw new Error('a rule set without a dimension');
    const added = addRule(ruleSet, newRule('New rule', first.id, undefined, SUBJECTS));
    const placed = placeRule(added.ruleSet, added.id, rule.dimension, rule.group);
    const fresh = placed.rules.find(({ id }) => id === added.id);
    if (fresh === undefined) throw new Error('a rule that was added is not there');
    const shaped = shapedRule(changeRuleKind(fresh, rule.kind, SUBJECTS), rule);
    const written = replaceRule(placed, added.id, { ...shaped, name: rule.name, disqualifies: rule.disqualifies });
    return given('rule', setRuleEnabled(written, added.id, rule.enabled), added.id, rule.id);
  }, start);

const withLevels = (blank: RuleSet, target: RuleSet): RuleSet => {
  const built = target.levels.reduce((ruleSet, level) => {
    const added = addLevel(ruleSet, 'New level');
    const fresh = added.ruleSet.levels.find(({ id }) => id === added.id);
    if (fresh === undefined) throw new Error('a level that was added is not there');
    const least = Object.entries(level.dimensions).reduce(
      (one, [dimension, minimum]) => setLevelMinimum(one, dimension, minimum),
      { ...fresh, name: level.name, total: level.total },
    );
    const routed = withOptional(withOptional(least, 'route', level.route), 'followUpHours', level.followUpHours);
    return given('level', replaceLevel(added.ruleSet, added.id, routed), added.id, `made ${level.id}`);
  }, blank);
  const alone = blank.levels.reduce((ruleSet, { id }) => removeLevel(ruleSet, id), built);
  return target.levels.reduce((ruleSet, { id }) => changeId(ruleSet, 'level', `made ${id}`, id), alone);
};

/** Ticks what is asked for, then unticks what was ticked on its own. */
const withRecycling = (ruleSet: RuleSet, { recycle }: RuleSet): RuleSet => {
  if (recycle === undefined) return ruleSet;
  const tick = (before: Recycle | undefined, list: keyof Recycle, item: string, ticked: boolean) =>
    withRecycle(before, list, item, ticked, ruleSet);
  const stages = recycle.on.reduce<Recycle | undefined>((now, stage) => tick(now, 'on', stage, true), undefined);
  const own = stages?.clear.filter((id) => id !== recycle.clear[0]) ?? [];
  const [first, ...others] = recycle.clear;
  const cleared = first === undefined ? stages : tick(stages, 'clear', first, true);
  const bare = own.reduce((now, id) => tick(now, 'clear', id, false), cleared);
  return withOptional(
    ruleSet,
    'recycle',
    others.reduce((now, id) => tick(now, 'clear', id, true), bare),
  );
};

const given = (kind: ThingKind, ruleSet: RuleSet, id: string, wanted: string): RuleSet =>
  changeId(ruleSet, kind, id, wanted);

/** What the fields of each kind of rule set, one after the other. */
const shapedRule = (fresh: Rule, target: Rule): Rule => {
  if (fresh.kind === 'attribute' && target.kind === 'attribute')
    return { ...fresh, points: target.points, if: grown(OF_LEADS, fresh.if, target.if) };
  if (fresh.kind === 'bands' && target.kind === 'bands')
    return gated({ ...fresh, attribute: target.attribute, bands: banded(fresh, target) }, target);
  if (fresh.kind === 'counter' && target.kind === 'counter')
    return gated(
      withOptional({ ...fresh, attribute: target.attribute, points: target.points }, 'max', target.max),
      target,
    );
  if (fresh.kind === 'activity' && target.kind === 'activity') return gated(repeated(fresh, target), target);
  if (fresh.kind === 'inactivity' && target.kind === 'inactivity') {
    const { points, afterDays, max } = target;
    const silent: InactivityRule = { ...fresh, points, afterDays, max, on: filtered(fresh.on, target.on) };
    return gated({ ...silent, decay: faded(fresh.decay, target.decay) }, target);
  }
  throw new Error('the kind was not changed');
};

const gated = (rule: Exclude<Rule, { readonly kind: 'attribute' }>, target: Rule): Rule =>
  target.if === undefined ? rule : { ...rule, if: grown(OF_LEADS, OF_LEADS.fresh('source'), target.if) };

const repeated = (fresh: ActivityRule, target: ActivityRule): ActivityRule => {
  const counted = withOptional(
    { ...withRepeat(fresh, repeatOf(target)), every: target.every, points: target.points },
    'max',
    target.max,
  );
  const within = withOptional(counted, 'withinDays', target.withinDays);
  const apart = withOptional(within, 'cooldownDays', target.cooldownDays);
  const distinct = withOptional(apart, 'distinctBy', target.distinctBy);
  return { ...distinct, on: filtered(fresh.on, target.on), decay: faded(fresh.decay, target.decay) };
};

const banded = (fresh: BandsRule, target: BandsRule): BandsRule['bands'] => {
  const rows = target.bands.slice(1).reduce(withBandAdded, fresh.bands);
  return rows.map((row, index) => {
    const band = target.bands[index];
    if (band === undefined) throw new Error('more bands than asked for');
    return { ...withOptional(withOptional(row, 'from', band.from), 'to', band.to), points: band.points };
  });
};

const faded = (before: Decay, target: Decay): Decay => {
  const kind = withFadeKind(before, target.kind);
  if (kind.kind === 'steps' && target.kind === 'steps') {
    const { percent, everyDays, compound } = target;
    return { ...kind, percent, everyDays, compound };
  }
  return 'days' in kind && 'days' in target ? { ...kind, days: target.days } : kind;
};

const filtered = (before: ActivityFilter, target: ActivityFilter): ActivityFilter => {
  const typed = withOptional(before, 'type', target.type);
  if (target.if === undefined) return withOptional(typed, 'if', undefined);
  const start = before.if ?? addMember<'property'>(undefined, 'all', OF_ACTIVITIES.fresh('type'));
  return { ...typed, if: grown(OF_ACTIVITIES, start, target.if) };
};

const limited = <L extends Limits>(before: L, { min, max }: Limits): L => ({
  ...before,
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});

/** From one condition to another as the rows of the condition editor do it, each change handed up by its list. */
const grown = <S extends Subject>(kind: SubjectKind<S>, start: Condition<S>, target: Condition<S>): Condition<S> => {
  const plain = 'not' in start || 'all' in start || 'any' in start ? kind.fresh('type') : start;
  if ('not' in target) {
    const inner = grown(kind, plain, target.not);
    // A condition that is turned round already can be turned once more in brackets only.
    if (!('not' in inner)) return negated(inner);
    const turned = negated(bracketed(inner));
    return 'not' in turned ? { not: unbracketed(turned.not) } : turned;
  }
  if ('all' in target) return listed(kind, 'all', target.all);
  if ('any' in target) return listed(kind, 'any', target.any);
  return tested(kind, plain, target);
};

const listed = <S extends Subject>(
  kind: SubjectKind<S>,
  joint: Joint,
  members: readonly Condition<S>[],
): Condition<S> => {
  const fresh = kind.fresh('type');
  if (members.length === 0) return emptied(joint);
  const rows = members.slice(1).reduce<Condition<S>>((list) => addMember(list, 'all', fresh), bracketed<S>(fresh));
  return members.reduce<Condition<S>>(
    (list, member, index) => replaceMember(list, index, grown(kind, fresh, member)),
    setJoint(rows, joint),
  );
};

const tested = <S extends Subject>(kind: SubjectKind<S>, start: Test<S>, target: Test<S>): Test<S> => {
  const test = withOperator(kind.write(start, kind.read(target)), target.op, 'x');
  const values = valuesOf(target);
  switch (valueShape(target.op)) {
    case 'none':
      return test;
    case 'texts':
      return withValues(test, values.map(scalarText).map(readScalar));
    case 'number':
    case 'date': {
      const [value] = values;
      return value === undefined ? test : { ...test, value };
    }
    case 'range':
      return { ...test, value: values };
  }
};
