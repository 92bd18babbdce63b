/**
 * Cells: a number for each thing that can happen to a score, by rule, by ordinal and by phase of the decay. What a cell
 * gives is a figure of the levers; which cell an entry has is not, so a lever's move rewrites a small table and leaves the
 * history as it is.
 */
import type { RuleSet } from '../../rule-set/rule-set.ts';
import { decayHours, lifetimeHours, weightAt } from '../decay.ts';
import { CELL_MASK, FIRST_RULE_CELL } from './kernel-memory.ts';
import { isTimed, type TimedRule } from './kernel-shape.ts';

export interface CellPlan {
  /** By slot. */
  readonly slots: readonly SlotCells[];
  readonly count: number;
}

export interface SlotCells {
  readonly rule: TimedRule;
  readonly firstCell: number;
  /** Ordinals below this have cells of their own; all later ones share the one after them. */
  readonly ordinals: number;
  /** 1 for an award that keeps its value or halves it; else each change after it is a phase of its own. */
  readonly phases: number;
  /** Hours from one phase to the next. */
  readonly phaseHours: number;
}

/**
 * The cells of a rule set's timed rules in the order of their slots; null when they are too many for an entry's bits.
 * `longestHours`: no award of the history gets older.
 */
export function planCells(ruleSet: RuleSet, longestHours: number): CellPlan | null {
  let count = FIRST_RULE_CELL;
  const slots = ruleSet.rules.filter(isTimed).map((rule): SlotCells => {
    const { phases, phaseHours } = phasesOf(rule, longestHours);
    const ordinals = ordinalCells(rule);
    const firstCell = count;
    count += (ordinals + 1) * phases;
    return { rule, firstCell, ordinals, phases, phaseHours };
  });
  return count > CELL_MASK + 1 ? null : { slots, count };
}

/** What the packed entries depend on beside the compiled rules. */
export const cellPlanKey = (plan: CellPlan): string =>
  JSON.stringify(plan.slots.map(({ ordinals, phases, phaseHours }) => [ordinals, phases, phaseHours]));

/** Phases of ordinal o: cells `firstCell + o × phases` up to the next. */
export const cellOf = (slot: SlotCells, ordinal: number): number =>
  slot.firstCell + (ordinal < slot.ordinals ? ordinal : slot.ordinals) * slot.phases;

/** How much of the points a phase adds (the award itself is phase 0) or takes away. */
export function phaseShare({ rule: { decay }, phaseHours }: SlotCells, phase: number): number {
  if (phase === 0) return 1;
  // A linear award loses its value by its slope; the end of its life only ends the slope.
  if (decay.kind === 'linear') return 0;
  return weightAt(decay, phase * phaseHours) - weightAt(decay, (phase - 1) * phaseHours);
}

/** A lever of `max` up to twice what it is, and up to 32, needs no new packing. */
const FEWEST_ORDINALS = 32;
/** A `max` beyond needs no cells of its own where no lead gets that many awards; where one does, nothing is packed. */
const MOST_ORDINALS = 1024;

function ordinalCells({ max }: TimedRule): number {
  const needed = Math.min(max ?? 0, MOST_ORDINALS);
  let ordinals = FEWEST_ORDINALS;
  while (ordinals < needed) ordinals *= 2;
  return ordinals;
}

function phasesOf(
  { decay }: TimedRule,
  longestHours: number,
): { readonly phases: number; readonly phaseHours: number } {
  const lifetime = lifetimeHours(decay);
  switch (decay.kind) {
    case 'none':
    case 'half-life':
      return { phases: 1, phaseHours: 0 };
    case 'expire':
    case 'linear':
      return { phases: 2, phaseHours: lifetime };
    case 'steps': {
      const phaseHours = decayHours(decay.everyDays);
      const steps = Number.isFinite(lifetime) ? lifetime / phaseHours : stepsToNothing(decay.percent);
      return { phases: 1 + Math.min(steps, Math.floor(longestHours / phaseHours)), phaseHours };
    }
  }
}

/** Steps after which the most points that a rule may give (a million) have less weight than a rounding error. */
const stepsToNothing = (percent: number): number => Math.ceil(Math.log(1e-18) / Math.log(1 - percent / 100));
