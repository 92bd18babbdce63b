/** One lead: what happened, what the rules gave for it, and when each level was reached. */
import type { LeadDetail, TimelineEntry } from '../../api/leads.ts';
import type { History } from '../../core/history/history.ts';
import { cellOf, type LeadNaming } from '../../core/history/naming.ts';
import type { CompiledReplay } from '../../core/replay/compile.ts';
import { ledgerOf } from '../../core/replay/explain.ts';
import { replayLead } from '../../core/replay/replay.ts';
import { OUTCOMES } from '../../core/replay/replay-result.ts';
import { type RuleSet, STAGE_NAMES } from '../../core/rule-set/rule-set.ts';
import { numberOrNull } from './or-null.ts';

/** Null when the history has no such lead. */
export function leadDetail(
  compiled: CompiledReplay,
  ruleSet: RuleSet,
  naming: LeadNaming,
  id: string,
): LeadDetail | null {
  const { history, facts } = compiled;
  const lead = history.leads.ids.indexOf(id);
  if (lead < 0) return null;
  const replayed = replayLead(compiled, ruleSet, lead);
  const levels = ruleSet.levels.map((level, index) => ({
    id: level.id,
    name: level.name,
    total: level.total,
    reachedAtMs: numberOrNull(replayed.levels[index]?.reachedAtMs),
    peak: numberOrNull(replayed.levels[index]?.peak),
  }));
  const createdAtMs = history.leads.createdAtMs[lead] ?? 0;
  const timeline: TimelineEntry[] = [
    { kind: 'created', atMs: createdAtMs },
    ...activitiesOf(history, lead),
    ...stagesOf(history, lead),
    ...levels.flatMap((level): TimelineEntry[] =>
      level.reachedAtMs === null
        ? []
        : [{ kind: 'level', atMs: level.reachedAtMs, level: level.name, total: level.total }],
    ),
  ];
  return {
    lead: id,
    name: naming.nameOf(lead),
    createdAtMs,
    outcome: OUTCOMES[facts.outcome[lead] ?? 0] ?? 'unobserved',
    attributes: history.leads.attributes.map((column) => ({ name: column.name, value: cellOf(column, lead) })),
    timeline: timeline.sort((left, right) => left.atMs - right.atMs),
    looks: replayed.looks,
    ledger: ledgerOf(compiled, ruleSet, lead),
    levels,
    horizonMs: numberOrNull(facts.horizonMs[lead]),
  };
}

function activitiesOf(history: History, lead: number): readonly TimelineEntry[] {
  const { offsets, atMs, type, properties } = history.activities;
  return rowsOf(offsets, lead).map((row) => ({
    kind: 'activity',
    atMs: atMs[row] ?? 0,
    type: cellOf(type, row) ?? '',
    properties: properties.flatMap((column) => {
      const value = cellOf(column, row);
      return value === null ? [] : [{ name: column.name, value }];
    }),
  }));
}

function stagesOf(history: History, lead: number): readonly TimelineEntry[] {
  const { offsets, atMs, stage, amount, reason } = history.stages;
  return rowsOf(offsets, lead).map((row) => ({
    kind: 'stage',
    atMs: atMs[row] ?? 0,
    stage: STAGE_NAMES[stage[row] ?? 0] ?? 'mql',
    amount: numberOrNull(amount[row]),
    reason: cellOf(reason, row),
  }));
}

const rowsOf = (offsets: Int32Array, lead: number): readonly number[] => {
  const first = offsets[lead] ?? 0;
  return Array.from({ length: (offsets[lead + 1] ?? 0) - first }, (_, index) => first + index);
};
