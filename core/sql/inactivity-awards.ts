/** The awards of one inactivity rule. */
import type { InactivityRule } from '../rule-set/rule-set.ts';
import { matchingSql, wholeMs } from './activity-awards.ts';
import type { PlannedRule, SqlPlan } from './sql-plan.ts';
import { carried, isRecycle, recycleColumns } from './sql-plan.ts';
import { least, type NamedQuery, quotient } from './sql-text.ts';

/**
 * The clock starts at `created`, at each later matching activity and, where they clear the rule, at recycles. It is
 * quiet from there to the next start or the end of reading; each `afterDays` of that, up to `max`, is an award.
 */
export function inactivityAwards(planned: PlannedRule, rule: InactivityRule, plan: SqlPlan): readonly NamedQuery[] {
  const { name, cleared } = planned;
  const { dialect } = plan;
  const gate = rule.if === undefined ? '' : ` WHERE may_${name}`;
  const starts = [
    `SELECT lead, created_ms, read_to_ms, created_ms AS started_ms FROM replayed_lead${gate}`,
    `SELECT lead, created_ms, read_to_ms, at_ms FROM kept_activity WHERE at_ms > created_ms AND ${matchingSql(planned, rule, plan)}`,
    ...(cleared ? [recycleStarts(plan, gate)] : []),
  ];
  const next = 'coalesce(lead(started_ms) OVER (PARTITION BY lead ORDER BY started_ms), read_to_ms + 1)';
  const afterMs = wholeMs(rule.afterDays);
  const times = least(dialect, String(rule.max), quotient(dialect, 'quiet_to_ms - started_ms', afterMs));
  const quiet: NamedQuery = {
    name: `quiet_${name}`,
    sql: `SELECT lead, created_ms, read_to_ms, started_ms, ${times} AS times
  FROM (SELECT lead, created_ms, read_to_ms, started_ms, ${least(dialect, `${next} - 1`, 'read_to_ms')} AS quiet_to_ms
    FROM (${starts.join('\n      UNION ALL ')}) AS clock) AS quiet
  WHERE quiet_to_ms - started_ms >= ${afterMs}`,
  };
  const columns = ['lead', 'created_ms', 'read_to_ms'];
  const runs: NamedQuery =
    dialect === 'duckdb'
      ? {
          name: `run_${name}`,
          sql: `SELECT ${columns.join(', ')}, started_ms + ${afterMs} * unnest(range(1, times + 1)) AS at_ms FROM quiet_${name}`,
        }
      : {
          name: `run_${name}`,
          recursive: true,
          sql: `SELECT ${columns.join(', ')}, started_ms + ${afterMs} AS at_ms, times FROM quiet_${name}
  UNION ALL
  SELECT ${columns.join(', ')}, at_ms + ${afterMs}, times - 1 FROM run_${name} WHERE times > 1`,
        };
  const award: NamedQuery = {
    name: `award_${name}`,
    sql:
      plan.recycleStages === null
        ? `SELECT ${carried(plan).join(', ')} FROM run_${name}`
        : `SELECT ${['run.lead', 'run.at_ms', 'run.created_ms', 'run.read_to_ms', ...recycleColumns(plan, 'run.at_ms')].join(', ')}
  FROM run_${name} AS run
  JOIN replayed_lead AS replayed ON replayed.lead = run.lead`,
  };
  return [quiet, runs, award];
}

function recycleStarts(plan: SqlPlan, gate: string): string {
  const at = 'CASE WHEN r_ms < created_ms THEN created_ms ELSE r_ms END';
  const recycles =
    plan.dialect === 'duckdb'
      ? 'SELECT *, unnest(recycles) AS r_ms FROM replayed_lead'
      : `SELECT replayed_lead.*, r.at_ms AS r_ms FROM replayed_lead JOIN stages AS r ON r.lead = replayed_lead.lead WHERE r.at_ms <= read_to_ms AND ${isRecycle(plan)}`;
  return `SELECT lead, created_ms, read_to_ms, ${at} FROM (${recycles}) AS recycled${gate}`;
}
