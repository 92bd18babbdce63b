/**
 * The worth of rules at a look, from sums over the entries of a lead up to it. Points are summed as whole hundredths, so
 * that what came and went leaves exactly nothing; only half-lives and compound steps are sums of doubles.
 */
import { type HourDecay, hourDecay } from './decay-sql.ts';
import type { PlannedRule } from './sql-plan.ts';
import { HOUR_ZERO, hundredths, numberLiteral } from './sql-text.ts';

/** What an entry of a rule adds to a sum. */
export type AddedByRule = (rule: PlannedRule) => string;

/** Where sums are kept: each function asks for one and returns what to read it by; the same name is the same sum. */
export interface Sums {
  /** The column of an entry as `AddedByRule` is to write it. */
  readonly entry: (column: 'hour' | 'sign' | 'step') => string;
  /** The hour of the look. */
  readonly lookHour: string;
  readonly ofWhole: (name: string, rules: readonly PlannedRule[], added: AddedByRule) => string;
  readonly ofReal: (name: string, rules: readonly PlannedRule[], added: AddedByRule) => string;
  /** Of hundredths of points that halve every `hours`. */
  readonly ofHalving: (
    name: string,
    rules: readonly PlannedRule[],
    hours: number,
    hundredthsOf: (rule: PlannedRule) => number,
  ) => Halving;
}

export interface Halving {
  /** As it is at the look. */
  readonly worth: string;
  /** Whether there has been any, by the sums of `worth`; null where they do not tell. */
  readonly isAny: string | null;
}

/** The worth of dated rules of one dimension, all added up; a double. */
export function worthSql(name: string, rules: readonly PlannedRule[], sums: Sums): string {
  const sign = sums.entry('sign');
  const step = sums.entry('step');
  const terms: string[] = [];
  const plain = decaying(rules, ['none', 'expire', 'steps']);
  if (plain.length > 0) terms.push(sums.ofWhole(`${name}_points`, plain, (rule) => `${centsOf(rule)} * ${sign}`));
  for (const [index, [share, same]] of grouped(decaying(rules, ['steps']), (decay) =>
    decay.kind === 'steps' ? decay.share : 0,
  ).entries()) {
    const taken = sums.ofWhole(`${name}_steps_${index + 1}`, same, (rule) => {
      const decay = hourDecay(rule.rule);
      const before = decay.kind === 'steps' ? decay.steps - 1 : 0;
      return `${centsOf(rule)} * CASE WHEN ${step} > 0 THEN 1 WHEN ${sign} = -1 THEN -${before} ELSE 0 END`;
    });
    terms.push(`-${numberLiteral(share)} * ${taken}`);
  }
  for (const [hours, same] of grouped(decaying(rules, ['linear']), hoursOf)) {
    const standing = sums.ofWhole(`${name}_l${hours}`, same, (rule) => `${centsOf(rule)} * ${sign}`);
    const moments = sums.ofWhole(
      `${name}_l${hours}_hours`,
      same,
      (rule) => `${centsOf(rule)} * ${sign} * (${sums.entry('hour')} - ${HOUR_ZERO})`,
    );
    terms.push(`(${standing} * (${hours + HOUR_ZERO} - ${sums.lookHour}) + ${moments}) / ${numberLiteral(hours)}`);
  }
  const compound = decaying(rules, ['compound']);
  if (compound.length > 0)
    terms.push(
      sums.ofReal(`${name}_compound`, compound, (rule) => {
        const decay = hourDecay(rule.rule);
        const kept = decay.kind === 'compound' ? decay.kept : 1;
        const taken = `pow(${numberLiteral(kept)}, ${step} - 1) * ${numberLiteral(kept - 1)}`;
        return `${centsOf(rule)} * CASE WHEN ${step} > 0 THEN ${taken} ELSE CAST(${sign} AS DOUBLE) END`;
      }),
    );
  for (const [hours, same] of grouped(decaying(rules, ['half-life']), hoursOf))
    terms.push(sums.ofHalving(`${name}_h${hours}`, same, hours, centsOf).worth);
  return terms.length === 0 ? '0e0' : `(${terms.join(' + ')}) / 100e0`;
}

/** Whether awards of any of these rules stand. */
export const standsSql = (name: string, rules: readonly PlannedRule[], sums: Sums): string =>
  `${sums.ofWhole(`${name}_standing`, rules, () => sums.entry('sign'))} > 0`;

/** Whether awards of the rule stand, told by the sums of its worth where they can: a window costs much. */
export function ruleStandsSql(planned: PlannedRule, sums: Sums): string {
  const { name, rule } = planned;
  const decay = hourDecay(rule);
  const points = (suffix: string): string =>
    `${sums.ofWhole(`${name}_${suffix}`, [planned], (one) => `${centsOf(one)} * ${sums.entry('sign')}`)} <> 0`;
  if (centsOf(planned) === 0 || decay.kind === 'compound') return standsSql(name, [planned], sums);
  if (decay.kind === 'linear') return points(`l${decay.hours}`);
  if (decay.kind !== 'half-life') return points('points');
  const { isAny } = sums.ofHalving(`${name}_h${decay.hours}`, [planned], decay.hours, centsOf);
  return isAny ?? standsSql(name, [planned], sums);
}

const centsOf = ({ rule }: PlannedRule): number => ('points' in rule ? hundredths(rule.points) : 0);

const decaying = (rules: readonly PlannedRule[], kinds: readonly HourDecay['kind'][]): readonly PlannedRule[] =>
  rules.filter(({ rule }) => kinds.includes(hourDecay(rule).kind));

const hoursOf = (decay: HourDecay): number => ('hours' in decay ? decay.hours : 0);

function grouped(
  rules: readonly PlannedRule[],
  keyOf: (decay: HourDecay) => number,
): readonly (readonly [number, readonly PlannedRule[]])[] {
  const keys = [...new Set(rules.map(({ rule }) => keyOf(hourDecay(rule))))];
  return keys.map((key) => [key, rules.filter(({ rule }) => keyOf(hourDecay(rule)) === key)]);
}
