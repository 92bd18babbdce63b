/** Why a lead has its score, in few words: what of its ledger weighs the most, and where it is active. */
import { numberAt } from '../at.ts';
import { type Column, type History, MISSING } from '../history/history.ts';
import { plainHeading } from '../history/naming.ts';
import type { CompiledReplay } from '../replay/compile.ts';
import { openLedgers } from '../replay/explain.ts';
import type { Ledger } from '../replay/ledger.ts';
import type { RuleSet } from '../rule-set/rule-set.ts';

/** All standing awards of one rule. */
export interface ListReason {
  readonly ruleId: string;
  readonly rule: string;
  /** What they are worth now. */
  readonly points: number;
  readonly awards: number;
  readonly newestAtMs: number;
}

const MOST_REASONS = 3;
/** So many leads are read between two reports. */
const LEADS_AT_ONCE = 4_000;

/** Of every lead asked for, read in the order of the history whatever theirs is. */
export function reasonsOf(
  compiled: CompiledReplay,
  ruleSet: RuleSet,
  leads: readonly number[],
  onLeads: (done: number) => void = () => {},
): ReadonlyMap<number, readonly ListReason[]> {
  const ledgerOf = openLedgers(compiled, ruleSet);
  const found = new Map<number, readonly ListReason[]>();
  for (const lead of Int32Array.from(leads).sort()) {
    found.set(lead, largestReasons(ledgerOf(lead)));
    if (found.size % LEADS_AT_ONCE === 0) onLeads(found.size);
  }
  return found;
}

/** The rules that give the most, largest first; before the limits of groups and dimensions. */
export function largestReasons({ entries }: Ledger): readonly ListReason[] {
  const byRule = Map.groupBy(
    entries.filter(({ standing }) => standing),
    ({ ruleId }) => ruleId,
  );
  return [...byRule]
    .map(
      ([ruleId, awards]): ListReason => ({
        ruleId,
        rule: awards[0]?.ruleName ?? ruleId,
        points: awards.reduce((sum, { points, weight }) => sum + points * weight, 0),
        awards: awards.length,
        newestAtMs: Math.max(...awards.map(({ atMs }) => atMs)),
      }),
    )
    .filter(({ points }) => points > 0)
    .sort((left, right) => right.points - left.points)
    .slice(0, MOST_REASONS);
}

/** Headings of a property that says by which channel somebody acted; without one the type of the activity says it. */
const CHANNELS = ['channel', 'medium', 'utmmedium'];

/** By lead: the channel of most of its activities up to `asOfMs`, of equally many the newest; null without any. */
export function channelOf({ activities }: History, asOfMs: number): (lead: number) => string | null {
  const { offsets, atMs, type, properties } = activities;
  const column: Column = properties.find(({ name }) => CHANNELS.includes(plainHeading(name))) ?? type;
  return (lead) => {
    const counts = new Map<number, number>();
    let best = MISSING;
    for (let row = numberAt(offsets, lead); row < numberAt(offsets, lead + 1); row += 1) {
      if (numberAt(atMs, row) > asOfMs) break;
      const code = numberAt(column.codes, row);
      if (code === MISSING) continue;
      const count = (counts.get(code) ?? 0) + 1;
      counts.set(code, count);
      if (count >= (counts.get(best) ?? 0)) best = code;
    }
    return column.cells[best] ?? null;
  };
}

const OWNERS = ['owner', 'leadowner', 'salesowner', 'contactowner', 'accountowner', 'assignedto', 'salesrep'];

/** The attribute that says whose lead it is; undefined where no heading is one of the usual. */
export const ownerColumn = ({ leads }: History): Column | undefined =>
  leads.attributes.find(({ name }) => OWNERS.includes(plainHeading(name)));
