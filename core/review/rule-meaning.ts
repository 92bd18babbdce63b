/** Rules that no longer tell good leads from others as they did, or that nobody meets any more. */
import { cellOf, countLead, IMMATURE, outcomeCounts } from '../measures/cell.ts';
import type { Cell } from '../measures/frame.ts';
import { LEAST_KNOWN } from '../measures/least-counts.ts';
import type { CompiledReplay } from '../replay/compile.ts';
import { type RuleTouches, ruleTouches } from '../rule-effects/rule-touches.ts';
import type { Rule, RuleSet } from '../rule-set/rule-set.ts';
import { holm } from '../statistics/holm.ts';
import { type RateDifference, rateDifference } from '../statistics/newcombe.ts';
import { twoSidedP, Z_95 } from '../statistics/normal.ts';
import { AFTER, BEFORE, periodOf, type TwoPeriods } from './two-periods.ts';

export interface RuleMeaning {
  readonly ruleId: string;
  readonly rule: string;
  readonly before: RuleInPeriod;
  readonly after: RuleInPeriod;
  /** A lead of the later period, too young for an outcome or not, meets it. */
  readonly isMet: boolean;
  /**
   * By how much the difference between touched and other leads has changed; independent periods, intervals joined by squares as
   * Newcombe joins those of two rates (STATISTICS.md 1.2). Null where either difference is not known.
   */
  readonly change: RateDifference | null;
  /** Of no change, by Holm's test over all rules, so that many rules do not make a find of what chance does. */
  readonly p: number | null;
  readonly meaning: Meaning;
}

export interface RuleInPeriod {
  readonly touched: Cell;
  readonly others: Cell;
  /** Conversion of the touched less that of the others; null with fewer than `LEAST_KNOWN` known outcomes in either. */
  readonly difference: RateDifference | null;
}

/**
 * `holds`: it tells leads apart as its points say, as far as the numbers can tell. `silent`: nobody meets it any more, though at
 * least five leads would. `lost`: it told leads apart, and chance alone does not explain that it no longer does. `reversed`: the
 * same, and now it tells the other way round. `unknown`: too few outcomes then or now, or it never told any apart.
 */
export type Meaning = 'holds' | 'silent' | 'lost' | 'reversed' | 'unknown';

/** So many would have to meet a rule by its share before, for nobody to say something. */
const LEAST_EXPECTED = 5;

/** In the order of the rule set; only rules that are on. Leads too young for an outcome had less time, and are left out of all figures. */
export function ruleMeanings(
  compiled: CompiledReplay,
  ruleSet: RuleSet,
  periods: TwoPeriods,
  onLeads?: (read: number) => void,
): readonly RuleMeaning[] {
  const touches = ruleTouches(compiled, ruleSet, onLeads);
  const periodByLead = Int8Array.from({ length: compiled.history.leads.count }, (_, lead) =>
    periodOf(compiled.history, compiled.facts, periods, lead),
  );
  const found = ruleSet.rules
    .filter(({ enabled }) => enabled)
    .map((rule) => inBothPeriods(compiled, touches, rule, periodByLead));
  const ps = holm(found.map(({ change }) => (change === null ? null : pOf(change))));
  return found.map((one, index): RuleMeaning => {
    const p = ps[index] ?? null;
    return { ...one, p, meaning: meaningOf(one, p) };
  });
}

function inBothPeriods(
  { facts }: CompiledReplay,
  { byRule }: RuleTouches,
  rule: Rule,
  periodByLead: Int8Array,
): Omit<RuleMeaning, 'p' | 'meaning'> {
  const set = byRule.get(rule.id)?.set;
  const touched = outcomeCounts(2);
  const others = outcomeCounts(2);
  let isMet = false;
  for (let lead = 0; lead < periodByLead.length; lead += 1) {
    const period = periodByLead[lead] ?? -1;
    if (period === -1) continue;
    const isTouched = (((set?.[lead >> 5] ?? 0) >> (lead & 31)) & 1) === 1;
    if (isTouched && period === AFTER) isMet = true;
    if (facts.outcome[lead] === IMMATURE) continue;
    countLead(isTouched ? touched : others, period, facts.outcome[lead] ?? 0);
  }
  const inPeriod = (period: typeof BEFORE | typeof AFTER): RuleInPeriod => {
    const own = cellOf(touched, period);
    const rest = cellOf(others, period);
    const isKnown = own.observed >= LEAST_KNOWN && rest.observed >= LEAST_KNOWN;
    return { touched: own, others: rest, difference: isKnown ? rateDifference(own, rest) : null };
  };
  const before = inPeriod(BEFORE);
  const after = inPeriod(AFTER);
  return {
    ruleId: rule.id,
    rule: rule.name,
    isMet,
    before,
    after,
    change: changeOf(after.difference, before.difference),
  };
}

function isSilent({ isMet, before, after }: Pick<RuleMeaning, 'isMet' | 'before' | 'after'>): boolean {
  const share = before.touched.leads / (before.touched.leads + before.others.leads);
  return !isMet && share * after.others.leads >= LEAST_EXPECTED;
}

function changeOf(after: RateDifference | null, before: RateDifference | null): RateDifference | null {
  if (after === null || before === null) return null;
  const difference = after.difference - before.difference;
  return {
    difference,
    interval: [
      difference - Math.hypot(after.difference - after.interval[0], before.interval[1] - before.difference),
      difference + Math.hypot(after.interval[1] - after.difference, before.difference - before.interval[0]),
    ],
  };
}

/** Normal, its error read off the side of the interval that looks at 0. */
function pOf({ difference, interval: [low, high] }: RateDifference): number {
  const reach = difference > 0 ? difference - low : high - difference;
  return reach === 0 ? 1 : twoSidedP((difference * Z_95) / reach);
}

/** −1, 0 or 1: on which side of 0 the whole interval lies. */
const side = ({ interval: [low, high] }: RateDifference): number => Number(low > 0) - Number(high < 0);

function meaningOf(found: Omit<RuleMeaning, 'p' | 'meaning'>, p: number | null): Meaning {
  const { before, after, change } = found;
  if (isSilent(found)) return 'silent';
  if (before.difference === null || after.difference === null || change === null || p === null) return 'unknown';
  const then = side(before.difference);
  if (then === 0) return 'unknown';
  if (p >= 0.05 || Math.sign(change.difference) === then) return 'holds';
  const now = side(after.difference);
  if (now === -then) return 'reversed';
  return now === 0 ? 'lost' : 'holds';
}
