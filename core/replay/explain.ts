/** Why a lead has the score it has: its awards and the limits that held them, from the same compiled store as the replay. */
import type { Limits, Rule, RuleSet } from '../rule-set/rule-set.ts';
import type { AwardSource } from './award-source.ts';
import { RECYCLE } from './award-stream.ts';
import type { CompiledReplay } from './compile.ts';
import { hourOf, lifetimeHours, weightAt } from './decay.ts';
import type { Ledger, LedgerEntry, LimitEntry } from './ledger.ts';

/** Score now (at `asOf`, no horizon) of one lead that exists at `asOf`, award by award. */
export const ledgerOf = (compiled: CompiledReplay, ruleSet: RuleSet, lead: number): Ledger =>
  openLedgers(compiled, ruleSet)(lead);

/** The same of one lead after the other; those that follow one another in the history are read the soonest. */
export function openLedgers(compiled: CompiledReplay, ruleSet: RuleSet): (lead: number) => Ledger {
  const source = compiled.openAwards();
  return (lead) => ledgerFrom(compiled, ruleSet, lead, readAwards(source, lead));
}

function ledgerFrom(compiled: CompiledReplay, ruleSet: RuleSet, lead: number, awards: readonly Award[]): Ledger {
  const atMs = compiled.facts.asOfMs;
  const entries = ruleSet.rules
    .filter((rule) => rule.enabled)
    .flatMap((rule) => entriesOf(compiled, ruleSet, rule, lead, awards))
    .sort((left, right) => left.atMs - right.atMs);
  const limits: LimitEntry[] = [];
  const byDimension = ruleSet.dimensions.map((dimension) => {
    const inDimension = entries.filter((entry) => entry.dimension === dimension.id);
    let value = sumOf(inDimension.filter((entry) => entry.group === null));
    for (const group of ruleSet.groups.filter((one) => one.dimension === dimension.id)) {
      const inGroup = inDimension.filter((entry) => entry.group === group.id);
      const sum = sumOf(inGroup);
      const combined = group.combine === 'best' ? bestOf(inGroup) : sum;
      if (combined !== sum) limits.push({ kind: 'best', id: group.id, name: group.name, adjustment: combined - sum });
      value += held(combined, group, { kind: 'group', id: group.id, name: group.name }, limits);
    }
    return {
      id: dimension.id,
      name: dimension.name,
      value: held(value, dimension, { kind: 'dimension', id: dimension.id, name: dimension.name }, limits),
    };
  });
  const sum = byDimension.reduce((total, dimension) => total + dimension.value, 0);
  const total = held(sum, ruleSet.total, { kind: 'total', id: 'total', name: '' }, limits);
  return { atMs, entries, limits, byDimension, total };
}

const worthOf = (entry: LedgerEntry): number => (entry.standing ? entry.points * entry.weight : 0);
const sumOf = (entries: readonly LedgerEntry[]): number => entries.reduce((sum, entry) => sum + worthOf(entry), 0);

/** The largest value among the rules that have a standing award; 0 when none has. */
function bestOf(entries: readonly LedgerEntry[]): number {
  const standing = entries.filter((entry) => entry.standing);
  const byRule = Map.groupBy(standing, (entry) => entry.ruleId);
  return byRule.size === 0 ? 0 : Math.max(...[...byRule.values()].map(sumOf));
}

function held(
  value: number,
  limit: Limits,
  named: Pick<LimitEntry, 'kind' | 'id' | 'name'>,
  limits: LimitEntry[],
): number {
  const kept = Math.max(limit.min ?? Number.NEGATIVE_INFINITY, Math.min(limit.max ?? Number.POSITIVE_INFINITY, value));
  if (kept !== value) limits.push({ ...named, adjustment: kept - value });
  return kept;
}

interface Award {
  readonly atMs: number;
  /** The rule's slot, or `RECYCLE`. */
  readonly slot: number;
  readonly ordinal: number;
}

function readAwards(source: AwardSource, lead: number): readonly Award[] {
  const count = source.read(lead);
  const { atMs, slot, ordinal } = source.entries;
  return Array.from({ length: count }, (_, entry) => ({
    atMs: atMs[entry] ?? 0,
    slot: slot[entry] ?? RECYCLE,
    ordinal: ordinal[entry] ?? 0,
  }));
}

function entriesOf(
  compiled: CompiledReplay,
  ruleSet: RuleSet,
  rule: Rule,
  lead: number,
  awards: readonly Award[],
): readonly LedgerEntry[] {
  const named = { ruleId: rule.id, ruleName: rule.name, dimension: rule.dimension, group: rule.group ?? null };
  if (rule.kind === 'activity' || rule.kind === 'inactivity') {
    const asOfHour = hourOf(compiled.facts.asOfMs);
    const isCleared = ruleSet.recycle?.clear.includes(rule.dimension) === true;
    const max = rule.max ?? Number.POSITIVE_INFINITY;
    return awardsOf(compiled.slotByRule.get(rule.id), max, isCleared, awards).map((award) => {
      const age = asOfHour - hourOf(award.atMs);
      const standing = award.clearedAtMs === null && age < lifetimeHours(rule.decay);
      return { ...named, ...award, points: rule.points, weight: standing ? weightAt(rule.decay, age) : 0, standing };
    });
  }
  const signature = compiled.signatures.ofLead[lead] ?? 0;
  const found = compiled.signatures.valuesByRule.get(rule.id)?.[signature] ?? Number.NaN;
  if (Number.isNaN(found)) return [];
  const count = rule.kind === 'counter' ? Math.min(found, rule.max ?? Number.POSITIVE_INFINITY) : 1;
  if (count <= 0) return [];
  const points = rule.kind === 'bands' ? (rule.bands[found]?.points ?? 0) : rule.points * count;
  return [
    {
      ...named,
      atMs: compiled.history.leads.createdAtMs[lead] ?? 0,
      points,
      weight: 1,
      standing: true,
      clearedAtMs: null,
    },
  ];
}

function awardsOf(slot: number | undefined, max: number, isCleared: boolean, awards: readonly Award[]) {
  const found: { readonly atMs: number; clearedAtMs: number | null }[] = [];
  let standing = 0;
  for (const award of awards) {
    if (award.slot === slot && award.ordinal < max) found.push({ atMs: award.atMs, clearedAtMs: null });
    if (award.slot !== RECYCLE || !isCleared) continue;
    for (const one of found.slice(standing)) one.clearedAtMs = award.atMs;
    standing = found.length;
  }
  return found;
}
