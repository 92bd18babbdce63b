import type { RuleSet } from '../../api/core-types.ts';
import type { Messages } from '../i18n/messages.tsx';
import { isEcho } from './fading-levers.ts';
import { isMoved, isSwitched, type Lever } from './lever.ts';
import { leversOf } from './levers-of.ts';
import { remembered } from './remembered.ts';
import type { Rule } from './rule-set-edits.ts';

/** What a rule set changes against its baseline, in words, one line a change. */
export const changesOf = remembered((ruleSet: RuleSet, baseline: RuleSet, messages: Messages): readonly string[] => {
  const { t } = messages;
  const levers = new Map<string, Lever>();
  for (const level of ruleSet.levels) {
    for (const lever of leversOf(ruleSet, baseline, level.id, messages).flatMap((group) => group.levers))
      levers.set(lever.id, lever);
  }
  return [
    ...[...levers.values()]
      .filter((lever) => !isEcho(lever, levers.values()))
      .flatMap((lever) => leverChanges(lever, messages)),
    ...added(ruleSet.rules, baseline.rules).map((rule) => t('changes.ruleAdded', { rule: rule.name })),
    ...added(baseline.rules, ruleSet.rules).map((rule) => t('changes.ruleRemoved', { rule: rule.name })),
    ...ruleSet.rules
      .filter((rule) =>
        isReshaped(
          rule,
          baseline.rules.find((other) => other.id === rule.id),
        ),
      )
      .map((rule) => t('changes.ruleReshaped', { rule: rule.name })),
    ...added(ruleSet.levels, baseline.levels).map((level) => t('changes.levelAdded', { level: level.name })),
    ...added(baseline.levels, ruleSet.levels).map((level) => t('changes.levelRemoved', { level: level.name })),
    ...(frameOf(ruleSet, baseline) === frameOf(baseline, ruleSet) ? [] : [t('changes.frame')]),
  ];
});

const leverChanges = (lever: Lever, { t, format }: Messages): readonly string[] => {
  const words = (value: number | null | undefined) =>
    typeof value === 'number' ? format.points(value) : t('levers.none');
  return [
    ...(isMoved(lever)
      ? [t('changes.moved', { lever: lever.fullLabel, from: words(lever.baseline), to: words(lever.value) })]
      : []),
    ...(isSwitched(lever)
      ? [t(lever.toggle?.on === true ? 'changes.on' : 'changes.off', { lever: lever.fullLabel })]
      : []),
  ];
};

const added = <T extends { readonly id: string }>(list: readonly T[], former: readonly T[]): readonly T[] =>
  list.filter((item) => !former.some((other) => other.id === item.id));

const isReshaped = remembered((rule: Rule, before: Rule | undefined): boolean => {
  if (before === undefined) return false;
  const fades = fadesAlways(before) && fadesAlways(rule);
  return shapeOf(before, fades) !== shapeOf(rule, fades);
});

/** From "none" and back is the fading lever's own move. */
const fadesAlways = (rule: Rule): boolean => !('decay' in rule) || rule.decay.kind !== 'none';

/** A rule without what its levers move. */
const shapeOf = (rule: Rule, withFading: boolean): string =>
  JSON.stringify({
    ...rule,
    enabled: true,
    points: 0,
    max: 0,
    ...('afterDays' in rule ? { afterDays: 0 } : {}),
    decay: withFading && 'decay' in rule ? { ...rule.decay, days: 0, everyDays: 0 } : null,
    ...(rule.kind === 'bands' ? { bands: rule.bands.map(({ from, to }) => [from, to]) } : {}),
  });

/** What neither levers nor rules show: names and floors of dimensions, how groups combine, what is ignored, recycling. */
const frameOf = (ruleSet: RuleSet, other: RuleSet): string =>
  JSON.stringify([
    ruleSet.total,
    ruleSet.ignore,
    ruleSet.recycle,
    ruleSet.dimensions.map(({ id, name, min }) => [id, name, min]),
    ruleSet.groups.map(({ id, name, min, combine, dimension }) => [id, name, min, combine, dimension]),
    ruleSet.levels
      .filter(({ id }) => other.levels.some((level) => level.id === id))
      .map(({ id, name, route, followUpHours }) => [id, name, route, followUpHours]),
  ]);
