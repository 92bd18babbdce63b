import fc from 'fast-check';
import { type Limits, type Rule, type RuleSet, STAGE_NAMES } from '../../core/rule-set/rule-set.ts';
import { randomIgnoreEntry } from './random-condition.ts';
import { pick } from './random-history.ts';
import { oneOf, RULES_BY_KIND, type RuleDraft } from './random-rule.ts';

export interface RuleSetDemands {
  /** The first rule: enabled, and its awards are read by everything that can read them. */
  readonly firstRule?: fc.Arbitrary<RuleDraft>;
  readonly firstDisqualifies?: true;
  readonly recycle?: true;
  readonly ignore?: true;
  /** Every rule stands in a group, and all groups combine so. */
  readonly combine?: 'sum' | 'best';
  readonly limits?: 'group' | 'dimension' | 'total';
  readonly minimums?: true;
  /** 33 to 40 rules. */
  readonly manyRules?: true;
}

const LIMITS: readonly number[] = [0, 10, 20, -10, 5.5, 50, -30, 100];

const seldom = fc.nat(9).map((code) => code === 9);

const anyRule: fc.Arbitrary<RuleDraft> = fc.oneof(
  { weight: 3, arbitrary: RULES_BY_KIND.activity },
  { weight: 2, arbitrary: RULES_BY_KIND.inactivity },
  RULES_BY_KIND.attribute,
  RULES_BY_KIND.bands,
  RULES_BY_KIND.counter,
);

const placed = (draft: fc.Arbitrary<RuleDraft>) =>
  fc.record({
    draft,
    dimension: fc.nat(5),
    group: fc.nat(4),
    disabled: seldom,
    disqualifies: fc.nat(14).map((code) => code === 14),
  });

/** Valid rule sets as `parseRuleSet` completes them, with every feature of REPLAY.md section 2. */
export function randomRuleSet(demands: RuleSetDemands = {}): fc.Arbitrary<RuleSet> {
  const someRules = fc.array(placed(anyRule), { maxLength: 5, size: 'max' });
  const manyRules = fc.array(placed(anyRule), { minLength: 33, maxLength: 40, size: 'max' });
  return fc
    .record({
      dimensions: fc.array(limits(demands.limits === 'dimension'), { minLength: 1, maxLength: 3, size: 'max' }),
      total: limits(demands.limits === 'total'),
      groups: fc.array(
        fc.record({
          dimension: fc.nat(5),
          combine: demands.combine ? fc.constant(demands.combine) : oneOf(['sum', 'best'] as const),
          limits: limits(demands.limits === 'group'),
        }),
        { minLength: demands.combine || demands.limits === 'group' ? 2 : 0, maxLength: 3, size: 'max' },
      ),
      ignore: fc.array(
        randomIgnoreEntry,
        demands.ignore ? { minLength: 1, maxLength: 2, size: 'max' } : { maxLength: 1 },
      ),
      first: demands.firstRule ? placed(demands.firstRule) : placed(anyRule),
      rules: demands.manyRules
        ? manyRules
        : fc.oneof({ weight: 60, arbitrary: someRules }, { weight: 1, arbitrary: manyRules }),
      levels: fc.array(
        fc.record({
          total: oneOf([5, 10, 0, 20, 12.34, 50, -20, 100]),
          minimums: fc.array(fc.option(oneOf([0, 5, 10, -5]), { freq: demands.minimums ? 2 : 1, nil: null }), {
            minLength: 3,
            maxLength: 3,
          }),
        }),
        { minLength: 1, maxLength: 3, size: 'max' },
      ),
      recycle: fc.record({ stages: fc.nat(255), clear: fc.nat(7), kind: fc.nat(3) }),
    })
    .map(({ dimensions, total, groups, ignore, first, rules, levels, recycle }): RuleSet => {
      const dimensionIds = dimensions.map((_limits, index) => pick(['fit', 'engagement', 'intent'], index));
      const placedGroups = groups.map((group, index) => ({
        id: `g${index}`,
        name: `Group ${index}`,
        dimension: pick(dimensionIds, group.dimension),
        combine: group.combine,
        ...group.limits,
      }));
      const grouped = demands.combine !== undefined || demands.limits === 'group';
      const all = [
        {
          ...first,
          disabled: first.disabled && demands.firstRule === undefined,
          disqualifies: demands.firstDisqualifies ?? first.disqualifies,
        },
        ...rules,
      ];
      const clear = dimensionIds.filter((_id, index) => ((recycle.clear >> index) & 1) === 1);
      const on = STAGE_NAMES.filter((_name, index) => ((recycle.stages >> index) & 1) === 1);
      return {
        format: 'accord.rule-set/1',
        name: 'Random',
        description: '',
        total,
        dimensions: dimensions.map((dimension, index) => ({
          id: pick(dimensionIds, index),
          name: `Dimension ${index}`,
          ...dimension,
        })),
        groups: placedGroups,
        ignore,
        rules: all.map(({ draft, dimension, group, disabled, disqualifies }, index): Rule => {
          const own = placedGroups[group % Math.max(1, placedGroups.length)];
          const ownGroup = own !== undefined && (grouped || group > 1) ? own : undefined;
          return {
            ...draft,
            id: `r${index}`,
            name: `Rule ${index}`,
            dimension: ownGroup?.dimension ?? pick(dimensionIds, dimension),
            ...(ownGroup === undefined ? {} : { group: ownGroup.id }),
            enabled: !disabled,
            disqualifies,
          };
        }),
        levels: levels.map((level, index) => ({
          id: `level${index}`,
          name: `Level ${index}`,
          total: level.total,
          dimensions: Object.fromEntries(
            dimensionIds.flatMap((id, dimension) => {
              const least = level.minimums[dimension] ?? null;
              return least === null ? [] : [[id, least]];
            }),
          ),
        })),
        ...(recycle.kind === 0 && !demands.recycle
          ? {}
          : {
              recycle: {
                on: recycle.kind === 1 && on.length > 0 ? on : ['recycled', 'rejected'],
                clear: clear.length === 0 || demands.recycle ? dimensionIds : clear,
              },
            }),
      };
    });
}

/** Both ends, one or none; `min` at most `max`. */
function limits(always: boolean): fc.Arbitrary<Limits> {
  return fc
    .tuple(oneOf(LIMITS), oneOf(LIMITS), always ? fc.integer({ min: 4, max: 7 }) : fc.nat(7))
    .map(([one, other, kind]) => {
      const min = Math.min(one, other);
      const max = Math.max(one, other);
      if (kind < 4) return {};
      if (kind === 4) return { min };
      return kind === 5 ? { max } : { min, max };
    });
}
