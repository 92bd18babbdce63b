/**
 * From awards to entries: all that changes a score, each at its instant. An entry adds `sign` awards of its rule (1: the
 * award, −1: its end) and, for decay by steps, a step; at those with `is_look` the lead is looked at.
 */
import { hourDecay, lifetimeHours } from './decay-sql.ts';
import type { PlannedRule, SqlPlan } from './sql-plan.ts';
import { epochAt, isDated } from './sql-plan.ts';
import { hourOf, instantOfHour, least, type NamedQuery, quotient } from './sql-text.ts';

export function entryQueries(plan: SqlPlan): readonly NamedQuery[] {
  const dated = plan.rules.filter(({ rule }) => isDated(rule));
  return [...(dated.length === 0 ? [] : [awardsOf(dated, plan), ...stepsOf(dated, plan)]), entriesOf(dated, plan)];
}

const withRecycles = (plan: SqlPlan): boolean => plan.recycleStages !== null;

/** The awards of all rules, with the hour that holds them and their lifetime. */
function awardsOf(dated: readonly PlannedRule[], plan: SqlPlan): NamedQuery {
  const rows = dated.map(({ rule, number, name, cleared }) => {
    const lifetime = lifetimeHours(hourDecay(rule));
    const recycle = withRecycles(plan)
      ? `, epoch, ${cleared ? 'cleared_at_ms' : 'CAST(NULL AS BIGINT)'} AS cleared_at_ms`
      : '';
    return `SELECT ${number} AS rule, lead, at_ms, created_ms, read_to_ms${recycle}, ${hourOf(plan.dialect, 'at_ms')} AS award_hour, ${lifetime ?? 'CAST(NULL AS BIGINT)'} AS lifetime_hours FROM award_${name}`;
  });
  return { name: 'award', isShared: true, sql: rows.join('\n  UNION ALL ') };
}

/** The steps by which awards lose points, before the last; `step` counts them from 1. */
function stepsOf(dated: readonly PlannedRule[], plan: SqlPlan): readonly NamedQuery[] {
  const epoch = withRecycles(plan) ? ', epoch' : '';
  return dated.flatMap(({ rule, number, name }): readonly NamedQuery[] => {
    const decay = hourDecay(rule);
    if (decay.kind !== 'steps' && decay.kind !== 'compound') return [];
    const { hours } = decay;
    const most = decay.kind === 'steps' ? decay.steps - 1 : decay.steps;
    const at = instantOfHour(`award_hour + step * ${hours}`);
    const source = `FROM award WHERE rule = ${number}`;
    if (plan.dialect === 'duckdb') {
      const times = least(
        plan.dialect,
        String(most),
        quotient(plan.dialect, `${hourOf(plan.dialect, 'read_to_ms')} - award_hour`, hours),
      );
      return [
        {
          name: `step_${name}`,
          sql: `SELECT rule, lead, ${at} AS at_ms${epoch}, award_hour, step
  FROM (SELECT *, unnest(range(1, ${times} + 1)) AS step ${source}) AS stepped`,
        },
      ];
    }
    return [
      {
        name: `each_step_${name}`,
        recursive: true,
        sql: `SELECT rule, lead, read_to_ms${epoch}, award_hour, 1 AS step ${source} AND ${most} >= 1
  UNION ALL
  SELECT rule, lead, read_to_ms${epoch}, award_hour, step + 1 FROM each_step_${name}
  WHERE step < ${most} AND ${instantOfHour(`award_hour + (step + 1) * ${hours}`)} <= read_to_ms`,
      },
      {
        name: `step_${name}`,
        sql: `SELECT rule, lead, ${at} AS at_ms${epoch}, award_hour, step FROM each_step_${name}`,
      },
    ];
  });
}

function entriesOf(dated: readonly PlannedRule[], plan: SqlPlan): NamedQuery {
  const epoch = withRecycles(plan) ? ', epoch' : '';
  const created = `SELECT 0 AS rule, replayed.lead, replayed.created_ms AS at_ms${
    withRecycles(plan) ? `, ${epochAt(plan, 'replayed.created_ms')} AS epoch` : ''
  }, ${hourOf(plan.dialect, 'replayed.created_ms')} AS hour, 0 AS sign, 0 AS step, TRUE AS is_look FROM replayed_lead AS replayed`;
  if (dated.length === 0) return { name: 'entry', sql: created };
  const end = instantOfHour('award_hour + lifetime_hours');
  const rows = [
    created,
    `SELECT rule, lead, at_ms${epoch}, award_hour, 1, 0, at_ms >= created_ms FROM award`,
    `SELECT rule, lead, ${end}${epoch}, award_hour, -1, 0, FALSE FROM award WHERE lifetime_hours IS NOT NULL AND ${end} <= read_to_ms`,
    ...dated
      .filter(({ rule }) => ['steps', 'compound'].includes(hourDecay(rule).kind))
      .map(({ name }) => `SELECT rule, lead, at_ms${epoch}, award_hour, 0, step, FALSE FROM step_${name}`),
    ...(withRecycles(plan) ? [recycleLooks(plan)] : []),
  ];
  return { name: 'entry', sql: rows.join('\n  UNION ALL ') };
}

/** A lead is looked at where a recycle ends an award that still weighs something. */
function recycleLooks(plan: SqlPlan): string {
  const hour = hourOf(plan.dialect, 'award.cleared_at_ms');
  return `SELECT 0, award.lead, award.cleared_at_ms, ${epochAt(plan, 'award.cleared_at_ms')}, ${hour}, 0, 0, TRUE
    FROM award
    JOIN replayed_lead AS replayed ON replayed.lead = award.lead
    WHERE award.cleared_at_ms >= award.created_ms
      AND (award.lifetime_hours IS NULL OR ${hour} - award.award_hour < award.lifetime_hours)`;
}
