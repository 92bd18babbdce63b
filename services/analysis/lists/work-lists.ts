/** The working lists of an agreed definition, page by page, or one of them whole. */
import type { ListedLead, SinceGiven, WorkedList } from '../../../api/lists.ts';
import { itemAt, numberAt } from '../../../core/at.ts';
import { cellOf } from '../../../core/history/naming.ts';
import type { ListName } from '../../../core/lists/list-name.ts';
import { type NextLevel, nextLevels } from '../../../core/lists/next-level.ts';
import { type GivenList, type ListChange, sinceLast } from '../../../core/lists/since-last.ts';
import { channelOf, ownerColumn, reasonsOf } from '../../../core/lists/why-listed.ts';
import {
  type ListsFrom,
  latestActivity,
  placeOf,
  type WorkingLists,
  workingLists,
} from '../../../core/lists/working-lists.ts';
import { isDateless } from '../../../core/replay/facts.ts';
import type { RuleSet } from '../../../core/rule-set/rule-set.ts';
import { workingClock } from '../../../core/working-time/working-clock.ts';
import type { WorkingHours } from '../../../core/working-time/working-hours.ts';
import { numberOrNull } from '../../replay/or-null.ts';
import type { AnalysedHistory } from '../analysed-history.ts';

export interface ListsQuestion {
  readonly ruleSet: RuleSet;
  /** Id of the level at which leads are handed over. */
  readonly level: string;
  readonly workingHours: WorkingHours;
  /** Working hours by level id; of several for one the last holds. */
  readonly promisedHours: readonly (readonly [level: string, hours: number])[];
  readonly list: ListName;
  readonly offset: number;
  /** Null: to the end. */
  readonly limit: number | null;
  readonly given: readonly GivenList[];
}

const MOST_GONE_TOLD = 100;

export function workLists(analysed: AnalysedHistory, question: ListsQuestion): WorkedList {
  const { ruleSet, level, list, offset, limit } = question;
  const from: ListsFrom = {
    ...analysed.scored(ruleSet),
    hasDates: !isDateless(analysed.history),
    ruleSet,
    level,
    clock: workingClock(question.workingHours),
    promisedHours: new Map(question.promisedHours),
  };
  const lists = workingLists(from);
  const { ids } = analysed.history.leads;
  const since = sinceLast(list, lists, question.given, ids);
  const shown = [...lists.leads[list].subarray(offset, limit === null ? undefined : offset + limit)];
  return {
    asOfMs: analysed.facts.asOfMs,
    counts: countsOf(lists),
    leftOut: lists.leftOut,
    since: since === null ? null : sinceGiven(analysed, since),
    offset,
    rows: rowsOf(analysed, from, list, shown, since?.changes ?? new Map()),
  };
}

const countsOf = ({ leads }: WorkingLists): WorkedList['counts'] => ({
  'sales-urgent': leads['sales-urgent'].length,
  sales: leads.sales.length,
  nurture: leads.nurture.length,
  recycle: leads.recycle.length,
});

function sinceGiven(
  { history, naming }: AnalysedHistory,
  { atMs, changes, gone }: NonNullable<ReturnType<typeof sinceLast>>,
): SinceGiven {
  const moved = [...changes.values()].filter(({ kind }) => kind === 'moved').length;
  const told = gone.slice(0, MOST_GONE_TOLD);
  const places = placesOf(
    history.leads.ids,
    told.map(({ lead }) => lead),
  );
  const nameOf = (id: string): string => {
    const lead = places.get(id);
    return lead === undefined ? id : naming().nameOf(lead);
  };
  return {
    atMs,
    added: changes.size - moved,
    moved,
    gone: gone.length,
    goneLeads: told.map((one) => ({ ...one, name: nameOf(one.lead) })),
  };
}

function placesOf(ids: readonly string[], wanted: readonly string[]): ReadonlyMap<string, number> {
  const names = new Set(wanted);
  const places = new Map<string, number>();
  for (const [lead, id] of ids.entries()) if (names.has(id)) places.set(id, lead);
  return places;
}

function rowsOf(
  { history, naming, facts, report }: AnalysedHistory,
  from: ListsFrom,
  list: ListName,
  leads: readonly number[],
  changes: ReadonlyMap<number, ListChange>,
): readonly ListedLead[] {
  const { compiled, result, ruleSet } = from;
  const latest = latestActivity(history.activities, facts.asOfMs);
  const channel = channelOf(history, facts.asOfMs);
  const owner = ownerColumn(history);
  const names = naming();
  const aims = list === 'nurture';
  const steps = (aims ? 2 : 1) * leads.length;
  const reasons = reasonsOf(compiled, ruleSet, leads, (done) => report(done, steps));
  const next = aims ? nextLevels(from, ruleSet, leads, (done) => report(leads.length + done, steps)) : NO_LEVELS;
  return leads.map((lead): ListedLead => {
    const place = placeOf(from, lead);
    const lastMs = numberAt(latest, lead);
    return {
      lead: itemAt(history.leads.ids, lead),
      name: names.nameOf(lead),
      owner: cellOf(owner, lead),
      score: numberAt(result.now, lead),
      level: place.level === null ? null : { id: place.level.id, name: place.level.name },
      isFaded: place.isFaded,
      reachedAtMs: place.reachedAtMs,
      dueAtMs: place.dueAtMs !== null && Number.isFinite(place.dueAtMs) ? place.dueAtMs : null,
      lastActivityAtMs: from.hasDates && Number.isFinite(lastMs) ? numberOrNull(lastMs) : null,
      channel: channel(lead),
      reasons: reasons.get(lead) ?? [],
      next: next.get(lead) ?? null,
      change: changes.get(lead) ?? null,
    };
  });
}

const NO_LEVELS: ReadonlyMap<number, NextLevel | null> = new Map();
