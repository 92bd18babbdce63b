/** Sums that run over the entries of a lead as window functions. */
import type { PlannedRule, SqlPlan } from './sql-plan.ts';
import { HOUR_ZERO, type NamedQuery, numberLiteral, quotient } from './sql-text.ts';
import type { AddedByRule, Sums } from './worth-sql.ts';

/** From the earliest to the latest instant of a history, the latest of what is read included. */
export interface InstantSpan {
  readonly earliestMs: number;
  readonly latestMs: number;
}

export interface RunningSums extends Sums {
  /** `running_sum`: a row an entry, with the sums that were asked for before. */
  readonly query: () => NamedQuery;
}

export function runningSums(plan: SqlPlan, span: InstantSpan | null): RunningSums {
  const columns = new Map<string, string>();
  const windows = new Map<string, string>();
  const sum = (name: string, rules: readonly PlannedRule[], added: AddedByRule, window?: string): string => {
    const cases = rules.map((rule) => `WHEN ${rule.number} THEN ${added(rule)}`);
    const cleared = isCleared(rules);
    const usual = cleared ? 'by_epoch' : 'by_lead';
    if (window === undefined) windows.set(usual, `PARTITION BY ${ofLead(cleared)} ORDER BY at_ms`);
    columns.set(name, `coalesce(sum(CASE rule ${cases.join(' ')} END) OVER ${window ?? usual}, 0) AS ${name}`);
    return name;
  };

  const ofHalving: Sums['ofHalving'] = (name, rules, hours, hundredthsOf) => {
    const grown = (base: string): string => `pow(2e0, (hour - ${base}) / ${numberLiteral(hours)})`;
    const shrunk = (base: string): string => `pow(2e0, (${base} - hour) / ${numberLiteral(hours)})`;
    const added = (base: string) => (rule: PlannedRule) =>
      `CASE WHEN sign = 1 THEN ${hundredthsOf(rule)} * ${grown(base)} END`;
    if (span !== null && (span.latestMs - span.earliestMs) / 3_600_000 <= HALVINGS_AT_ONCE * hours) {
      const base = String(Math.floor(span.earliestMs / 3_600_000) + HOUR_ZERO);
      const total = sum(name, rules, added(base));
      return { worth: `${total} * ${shrunk(base)}`, isAny: `${total} <> 0` };
    }
    // Two to the power of an age overflows over many half-lives: then ages count from the start of a block of hours,
    // and only the block before can still weigh anything.
    const length = HALVINGS_OF_A_BLOCK * hours;
    const block = quotient(plan.dialect, 'hour', length);
    const base = `${block} * ${length}`;
    const cleared = isCleared(rules);
    const suffix = `${hours}${cleared ? '_epoch' : ''}`;
    windows.set(`block_${suffix}`, `PARTITION BY ${ofLead(cleared)}, ${block} ORDER BY at_ms`);
    windows.set(
      `before_${suffix}`,
      `PARTITION BY ${ofLead(cleared)} ORDER BY ${block} RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING`,
    );
    const now = sum(name, rules, added(base), `block_${suffix}`);
    const before = sum(`${name}_before`, rules, added(base), `before_${suffix}`);
    return { worth: `(${now} + ${before} * pow(2e0, -${HALVINGS_OF_A_BLOCK})) * ${shrunk(base)}`, isAny: null };
  };

  return {
    entry: (column) => column,
    lookHour: 'hour',
    ofWhole: sum,
    ofReal: sum,
    ofHalving,
    query: () => {
      const named = [...windows].map(([name, window]) => `${name} AS (${window})`);
      return {
        name: 'running_sum',
        sql: `SELECT ${['lead', 'at_ms', 'hour', 'is_look', ...columns.values()].join(',\n    ')}
  FROM entry${named.length === 0 ? '' : `\n  WINDOW ${named.join(',\n    ')}`}`,
      };
    },
  };
}

/** Half-lives from one base: two to that power, times all points there can be, is still a double. */
const HALVINGS_AT_ONCE = 800;
const HALVINGS_OF_A_BLOCK = 400;

const isCleared = (rules: readonly PlannedRule[]): boolean => rules.some((rule) => rule.cleared);

const ofLead = (cleared: boolean): string => (cleared ? 'lead, epoch' : 'lead');
