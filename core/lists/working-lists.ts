/** Who is on which working list today, in which order, and until when sales has to follow up. */
import { numberAt } from '../at.ts';
import { HOUR_MS } from '../history/history.ts';
import { OUTCOMES } from '../replay/replay-result.ts';
import type { Level, RuleSet } from '../rule-set/rule-set.ts';
import type { WorkingClock } from '../working-time/working-clock.ts';
import { LIST_NAMES, type ListName, listOfLevel } from './list-name.ts';
import { standingWithSales } from './sales-state.ts';
import { disqualifiedNow, type ScoredHistory, standsAt } from './stands-at.ts';

export interface ListsFrom extends ScoredHistory {
  /** False where all instants of the history are equal: then nothing is due at any. */
  readonly hasDates: boolean;
  readonly ruleSet: RuleSet;
  /** Id of the level at which leads are handed over. */
  readonly level: string;
  /** Follow-up times count in it. */
  readonly clock: WorkingClock;
  /** Working hours by level id; leads of other levels have no deadline. */
  readonly promisedHours: ReadonlyMap<string, number>;
}

export interface WorkingLists {
  /** Best first: by score now, within a score by the newest activity, then in the order of the history. Indexes of leads. */
  readonly leads: Readonly<Record<ListName, Int32Array>>;
  /** By lead: index in `LIST_NAMES`; −1: on none. */
  readonly listOf: Int8Array;
  /** Leads that are on no list, by why. */
  readonly leftOut: LeftOut;
}

export type LeftOutReason = 'withSales' | 'closed' | 'customer' | 'disqualified';
export type LeftOut = Readonly<Record<LeftOutReason, number>>;

/** One lead on its list. */
export interface Place {
  /** Where it stands, or stood when it was handed over; null: at no level. */
  readonly level: Level | null;
  /** The score is below the level again, and the deadline of the hand-over has not passed. */
  readonly isFaded: boolean;
  /** When the level was reached, or the lead handed over anew; null: not seen. */
  readonly reachedAtMs: number | null;
  /** Null: the level has no follow-up time, or it is not known when it was reached. */
  readonly dueAtMs: number | null;
}

export function workingLists(from: ListsFrom): WorkingLists {
  const { compiled } = from;
  const { leads } = compiled.history;
  const isDisqualified = disqualifiedNow(compiled, from.ruleSet);
  const listOf = new Int8Array(leads.count).fill(-1);
  const leftOut: Record<LeftOutReason, number> = { withSales: 0, closed: 0, customer: 0, disqualified: 0 };
  for (let lead = 0; lead < leads.count; lead += 1) {
    if (compiled.facts.exists[lead] !== 1) continue;
    const found = listOrReason(from, lead, isDisqualified[lead] === 1);
    if (found === 'withSales' || found === 'closed' || found === 'customer' || found === 'disqualified')
      leftOut[found] += 1;
    else listOf[lead] = LIST_NAMES.indexOf(found);
  }
  return { leads: ranked(from, listOf), listOf, leftOut };
}

const CUSTOMER = OUTCOMES.indexOf('customer');

function listOrReason(from: ListsFrom, lead: number, isDisqualified: boolean): ListName | LeftOutReason {
  const { history, facts } = from.compiled;
  if (facts.outcome[lead] === CUSTOMER) return 'customer';
  const { state } = standingWithSales(history, lead, facts.asOfMs);
  if (state === 'withSales' || state === 'closed') return state;
  if (isDisqualified) return 'disqualified';
  if (state === 'givenBack') return 'recycle';
  const { level } = placeOf(from, lead);
  return level === null ? 'nurture' : listOfLevel(level, agreedTotal(from));
}

/** Of a lead that is on a list. Of several levels the most urgent holds, then the highest. */
export function placeOf(from: ListsFrom, lead: number): Place {
  const { ruleSet, result, compiled } = from;
  const { state, handedMs } = standingWithSales(compiled.history, lead, compiled.facts.asOfMs);
  const places = ruleSet.levels.flatMap((level, index): Place[] => {
    const firstMs = result.levels[index]?.reachedAtMs[lead] ?? Number.NaN;
    const reachedMs = Number.isNaN(firstMs) || firstMs < handedMs ? handedMs : firstMs;
    const hours = from.promisedHours.get(level.id);
    const isSeen = from.hasDates && !Number.isNaN(reachedMs) && state !== 'givenBack';
    const reachedAtMs = isSeen ? reachedMs : null;
    const dueAtMs =
      hours === undefined || reachedAtMs === null ? null : from.clock.instantAfter(reachedAtMs, hours * HOUR_MS);
    const isStanding = standsAt(result, ruleSet, level, lead);
    const isAwaited = !Number.isNaN(firstMs) && dueAtMs !== null && dueAtMs >= compiled.facts.asOfMs;
    return isStanding || isAwaited ? [{ level, isFaded: !isStanding, reachedAtMs, dueAtMs }] : [];
  });
  const agreed = agreedTotal(from);
  const urgency = ({ level }: Place): number => (level === null ? 9 : LIST_NAMES.indexOf(listOfLevel(level, agreed)));
  places.sort((left, right) => urgency(left) - urgency(right) || (right.level?.total ?? 0) - (left.level?.total ?? 0));
  return places[0] ?? { level: null, isFaded: false, reachedAtMs: null, dueAtMs: null };
}

const agreedTotal = ({ ruleSet, level }: ListsFrom): number =>
  ruleSet.levels.find(({ id }) => id === level)?.total ?? Number.NEGATIVE_INFINITY;

function ranked({ compiled, result }: ListsFrom, listOf: Int8Array): WorkingLists['leads'] {
  const latest = latestActivity(compiled.history.activities, compiled.facts.asOfMs);
  const of = (list: ListName): Int32Array => {
    const index = LIST_NAMES.indexOf(list);
    const leads: number[] = [];
    for (let lead = 0; lead < listOf.length; lead += 1) if (listOf[lead] === index) leads.push(lead);
    const newest = (lead: number): number => latest[lead] ?? Number.NEGATIVE_INFINITY;
    return Int32Array.from(leads).sort((left, right) => {
      const byScore = numberAt(result.now, right) - numberAt(result.now, left);
      if (byScore !== 0) return byScore;
      const [ofLeft, ofRight] = [newest(left), newest(right)];
      return ofLeft === ofRight ? left - right : ofRight - ofLeft;
    });
  };
  return { 'sales-urgent': of('sales-urgent'), sales: of('sales'), nurture: of('nurture'), recycle: of('recycle') };
}

/** By lead: its newest activity up to and with `asOfMs`; −Infinity: none. */
export function latestActivity(
  { offsets, atMs }: { readonly offsets: Int32Array; readonly atMs: Float64Array },
  asOfMs: number,
): Float64Array {
  const latest = new Float64Array(offsets.length - 1).fill(Number.NEGATIVE_INFINITY);
  for (let lead = 0; lead < latest.length; lead += 1) {
    let row = numberAt(offsets, lead + 1) - 1;
    while (row >= numberAt(offsets, lead) && numberAt(atMs, row) > asOfMs) row -= 1;
    if (row >= numberAt(offsets, lead)) latest[lead] = numberAt(atMs, row);
  }
  return latest;
}
