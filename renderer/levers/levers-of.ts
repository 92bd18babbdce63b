import type { RuleSet } from '../../api/core-types.ts';
import type { Messages } from '../i18n/messages.tsx';
import { sharedFading } from './fading-levers.ts';
import { backToBaseline, isChanged, type Lever, type LeverGroup, scaleFor } from './lever.ts';
import { remembered } from './remembered.ts';
import { leversOfRule } from './rule-levers.ts';
import {
  type Dimension,
  type Group,
  type Level,
  withDimension,
  withGroup,
  withLevel,
  withMaximum,
  withMinimumOf,
} from './rule-set-edits.ts';

/** All levers of a rule set for one of its levels: the level first, then a group of levers for each dimension. */
export const leversOf = (
  ruleSet: RuleSet,
  baseline: RuleSet,
  levelId: string,
  messages: Messages,
): readonly LeverGroup[] => {
  const level = ruleSet.levels.find((other) => other.id === levelId);
  return [
    ...(level === undefined ? [] : [levelGroup(level, ruleSet, baseline, messages)]),
    ...ruleSet.dimensions.map((dimension) => dimensionGroup(dimension, ruleSet, baseline, messages)),
  ];
};

/** Every lever of every level where the baseline has it; rules that the baseline lacks stay as they are. */
export const allToBaseline = (ruleSet: RuleSet, baseline: RuleSet, messages: Messages): RuleSet =>
  leversOfAllLevels(ruleSet, baseline, messages).reduce((changed, lever) => backToBaseline(lever, changed), ruleSet);

/** Whether `allToBaseline` would change anything. */
export const isAnyLeverChanged = (ruleSet: RuleSet, baseline: RuleSet, messages: Messages): boolean =>
  leversOfAllLevels(ruleSet, baseline, messages).some(isChanged);

const leversOfAllLevels = (ruleSet: RuleSet, baseline: RuleSet, messages: Messages): readonly Lever[] =>
  ruleSet.levels.flatMap((level) => leversOf(ruleSet, baseline, level.id, messages)).flatMap((group) => group.levers);

const levelGroup = (level: Level, ruleSet: RuleSet, baseline: RuleSet, { t }: Messages): LeverGroup => {
  const before = baseline.levels.find((other) => other.id === level.id);
  return {
    id: `level:${level.id}`,
    title: t('levers.level'),
    hint: level.name,
    levers: [
      {
        id: `level:${level.id}:total`,
        label: t('levers.levelAt', { level: level.name }),
        fullLabel: t('levers.levelAt', { level: level.name }),
        value: level.total,
        baseline: before?.total,
        ...scaleFor([level.total, before?.total], 100),
        noneAt: null,
        least: Number.NEGATIVE_INFINITY,
        whole: false,
        isDetail: false,
        apply: (set, value) =>
          value === null ? set : withLevel(set, level.id, (other) => ({ ...other, total: value })),
      },
      ...ruleSet.dimensions.map((dimension) => minimumLever(level, before, dimension, t)),
    ],
  };
};

const minimumLever = (level: Level, before: Level | undefined, dimension: Dimension, t: Messages['t']): Lever => {
  const value = level.dimensions[dimension.id] ?? null;
  const baseline = before === undefined ? undefined : (before.dimensions[dimension.id] ?? null);
  return {
    id: `level:${level.id}:minimum:${dimension.id}`,
    label: t('levers.atLeast', { dimension: dimension.name }),
    fullLabel: t('levers.levelAtLeast', { level: level.name, dimension: dimension.name }),
    value,
    baseline,
    ...scaleFor([value, baseline], 50),
    noneAt: 'low',
    least: Number.NEGATIVE_INFINITY,
    whole: false,
    isDetail: false,
    apply: (set, next) => withLevel(set, level.id, (other) => withMinimumOf(other, dimension.id, next)),
  };
};

/** The same for every level: the panel asks for one level, the list of changes for each. */
const dimensionGroup = remembered(
  (dimension: Dimension, ruleSet: RuleSet, baseline: RuleSet, messages: Messages): LeverGroup => {
    const { t } = messages;
    const rules = ruleSet.rules.filter((rule) => rule.dimension === dimension.id);
    const before = baseline.dimensions.find((other) => other.id === dimension.id);
    const groups = ruleSet.groups.filter((group) => group.dimension === dimension.id);
    return {
      id: `dimension:${dimension.id}`,
      title: dimension.name,
      hint: t('levers.rules', { count: rules.length }),
      levers: [
        maximumLever(
          `dimension:${dimension.id}`,
          dimension.name,
          dimension,
          before,
          t('levers.limit'),
          t,
          (set, value) => withDimension(set, dimension.id, (other) => withMaximum(other, value)),
        ),
        ...sharedFading(dimension, rules, baseline, messages),
        ...groups.map((group) => groupLever(group, baseline, t)),
        ...rules.flatMap((rule) =>
          leversOfRule(
            rule,
            baseline.rules.find((other) => other.id === rule.id),
            messages,
          ),
        ),
      ],
    };
  },
);

const groupLever = (group: Group, baseline: RuleSet, t: Messages['t']): Lever => {
  const before = baseline.groups.find((other) => other.id === group.id);
  return maximumLever(
    `group:${group.id}`,
    group.name,
    group,
    before,
    t('levers.groupLimit', { group: group.name }),
    t,
    (set, value) => withGroup(set, group.id, (other) => withMaximum(other, value)),
  );
};

const maximumLever = (
  id: string,
  name: string,
  limits: { readonly max?: number },
  before: { readonly max?: number } | undefined,
  label: string,
  t: Messages['t'],
  apply: Lever['apply'],
): Lever => {
  const value = limits.max ?? null;
  const baseline = before === undefined ? undefined : (before.max ?? null);
  return {
    id: `${id}:max`,
    label,
    fullLabel: t('levers.groupLimit', { group: name }),
    value,
    baseline,
    ...scaleFor([value, baseline], 100),
    noneAt: 'high',
    least: Number.NEGATIVE_INFINITY,
    whole: false,
    // A group that nobody limits is no question of the day.
    isDetail: id.startsWith('group:') && value === null && (baseline ?? null) === null,
    apply,
  };
};
