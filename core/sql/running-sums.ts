/**
 * The worth of rules at a look, from sums that run over the entries of a lead. Points are summed as whole hundredths, so
 * that what came and went leaves exactly nothing; only half-lives and compound steps are sums of doubles.
 */
import { type HourDecay, hourDecay } from './decay-sql.ts';
import type { PlannedRule, SqlPlan } from './sql-plan.ts';
import { HOUR_ZERO, hundredths, numberLiteral, quotient } from './sql-text.ts';

export interface RunningSums {
  /** The worth of the dated rules of one dimension, all added up; `0e0` for none. */
  readonly worthOf: (name: string, rules: readonly PlannedRule[]) => string;
  /** How many awards of these rules stand. */
  readonly standingOf: (name: string, rules: readonly PlannedRule[]) => string;
  /** The query that computes the sums that were asked for. */
  readonly query: () => string;
}

/** From the earliest to the latest instant of a history, the latest of what is read included. */
export interface InstantSpan {
  readonly earliestMs: number;
  readonly latestMs: number;
}

export function runningSums(plan: SqlPlan, span: InstantSpan | null): RunningSums {
  const columns: string[] = [];
  const windows = new Map<string, string>();
  const ofLead = (cleared: boolean): string => (cleared ? 'lead, epoch' : 'lead');
  const over = (cleared: boolean): string => {
    const name = cleared ? 'by_epoch' : 'by_lead';
    windows.set(name, `PARTITION BY ${ofLead(cleared)} ORDER BY at_ms`);
    return name;
  };
  /** `added` says what an entry of a rule adds to the sum. */
  const sum = (
    name: string,
    rules: readonly PlannedRule[],
    added: (rule: PlannedRule) => string,
    window?: string,
  ): string => {
    const cases = rules.map((rule) => `WHEN ${rule.number} THEN ${added(rule)}`);
    const frame = window ?? over(rules.some((rule) => rule.cleared));
    columns.push(`coalesce(sum(CASE rule ${cases.join(' ')} END) OVER ${frame}, 0) AS ${name}`);
    return name;
  };
  const centsOf = ({ rule }: PlannedRule): number => ('points' in rule ? hundredths(rule.points) : 0);

  const ofHalfLife = (name: string, rules: readonly PlannedRule[], hours: number): string => {
    const grown = (base: string): string => `pow(2e0, (hour - ${base}) / ${numberLiteral(hours)})`;
    const shrunk = (base: string): string => `pow(2e0, (${base} - hour) / ${numberLiteral(hours)})`;
    const added = (base: string) => (rule: PlannedRule) =>
      `CASE WHEN sign = 1 THEN ${centsOf(rule)} * ${grown(base)} END`;
    if (span !== null && (span.latestMs - span.earliestMs) / 3_600_000 <= HALVINGS_AT_ONCE * hours) {
      const base = String(Math.floor(span.earliestMs / 3_600_000) + HOUR_ZERO);
      const total = sum(`${name}_h${hours}`, rules, added(base));
      return `${total} * ${shrunk(base)}`;
    }
    // Two to the power of an age overflows over many half-lives: then ages count from the start of a block of hours,
    // and only the block before can still weigh anything.
    const length = HALVINGS_OF_A_BLOCK * hours;
    const block = quotient(plan.dialect, 'hour', length);
    const base = `${block} * ${length}`;
    const cleared = rules.some((rule) => rule.cleared);
    const suffix = `${hours}${cleared ? '_epoch' : ''}`;
    windows.set(`block_${suffix}`, `PARTITION BY ${ofLead(cleared)}, ${block} ORDER BY at_ms`);
    windows.set(
      `before_${suffix}`,
      `PARTITION BY ${ofLead(cleared)} ORDER BY ${block} RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING`,
    );
    const now = sum(`${name}_h${hours}`, rules, added(base), `block_${suffix}`);
    const before = sum(`${name}_h${hours}_before`, rules, added(base), `before_${suffix}`);
    return `(${now} + ${before} * pow(2e0, -${HALVINGS_OF_A_BLOCK})) * ${shrunk(base)}`;
  };

  const worthOf = (name: string, rules: readonly PlannedRule[]): string => {
    const terms: string[] = [];
    const plain = decaying(rules, ['none', 'expire', 'steps']);
    if (plain.length > 0) terms.push(sum(`${name}_points`, plain, (rule) => `${centsOf(rule)} * sign`));
    for (const [index, [, same]] of grouped(decaying(rules, ['steps']), (decay) =>
      decay.kind === 'steps' ? decay.share : 0,
    ).entries()) {
      const share = shareOf(same);
      const taken = sum(`${name}_steps_${index + 1}`, same, (rule) => {
        const decay = hourDecay(rule.rule);
        const before = decay.kind === 'steps' ? decay.steps - 1 : 0;
        return `${centsOf(rule)} * CASE WHEN step > 0 THEN 1 WHEN sign = -1 THEN -${before} ELSE 0 END`;
      });
      terms.push(`-${numberLiteral(share)} * ${taken}`);
    }
    for (const [hours, same] of grouped(decaying(rules, ['linear']), hoursOf)) {
      const standing = sum(`${name}_l${hours}`, same, (rule) => `${centsOf(rule)} * sign`);
      const moments = sum(`${name}_l${hours}_hours`, same, (rule) => `${centsOf(rule)} * sign * (hour - ${HOUR_ZERO})`);
      terms.push(`(${standing} * (${hours + HOUR_ZERO} - hour) + ${moments}) / ${numberLiteral(hours)}`);
    }
    const compound = decaying(rules, ['compound']);
    if (compound.length > 0)
      terms.push(
        sum(`${name}_compound`, compound, (rule) => {
          const decay = hourDecay(rule.rule);
          const kept = decay.kind === 'compound' ? decay.kept : 1;
          return `${centsOf(rule)} * CASE WHEN step > 0 THEN pow(${numberLiteral(kept)}, step - 1) * ${numberLiteral(kept - 1)} ELSE CAST(sign AS DOUBLE) END`;
        }),
      );
    for (const [hours, same] of grouped(decaying(rules, ['half-life']), hoursOf))
      terms.push(ofHalfLife(name, same, hours));
    return terms.length === 0 ? '0e0' : `(${terms.join(' + ')}) / 100e0`;
  };

  return {
    worthOf,
    standingOf: (name, rules) => sum(`${name}_standing`, rules, () => 'sign'),
    query: () => {
      const named = [...windows].map(([name, window]) => `${name} AS (${window})`);
      return `SELECT ${['lead', 'at_ms', 'hour', 'is_look', ...columns].join(',\n    ')}
  FROM entry${named.length === 0 ? '' : `\n  WINDOW ${named.join(',\n    ')}`}`;
    },
  };
}

/** Half-lives from one base: two to that power, times all points there can be, is still a double. */
const HALVINGS_AT_ONCE = 800;
const HALVINGS_OF_A_BLOCK = 400;

const decaying = (rules: readonly PlannedRule[], kinds: readonly HourDecay['kind'][]): readonly PlannedRule[] =>
  rules.filter(({ rule }) => kinds.includes(hourDecay(rule).kind));

const hoursOf = (decay: HourDecay): number => ('hours' in decay ? decay.hours : 0);

function shareOf(rules: readonly PlannedRule[]): number {
  const [first] = rules;
  const decay = first === undefined ? undefined : hourDecay(first.rule);
  return decay?.kind === 'steps' ? decay.share : 0;
}

function grouped(
  rules: readonly PlannedRule[],
  keyOf: (decay: HourDecay) => number,
): readonly (readonly [number, readonly PlannedRule[]])[] {
  const keys = [...new Set(rules.map(({ rule }) => keyOf(hourDecay(rule))))];
  return keys.map((key) => [key, rules.filter(({ rule }) => keyOf(hourDecay(rule)) === key)]);
}
