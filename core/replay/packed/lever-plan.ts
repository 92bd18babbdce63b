/** All that the packed kernel and the reading of levels need to know of a rule set, beside the packed history itself. */
import type { RuleSet } from '../../rule-set/rule-set.ts';
import { type CellPlan, cellPlanKey, planCells } from './cells.ts';
import { cellRowBytes, limitPlaces } from './kernel-memory.ts';
import { isTimed, type KernelShape, kernelShape, shapeKey } from './kernel-shape.ts';
import { type LevelFigures, leastsOf, levelFigures, MOST_LEVELS } from './level-reading.ts';
import { cellTable, limitTable } from './lever-tables.ts';
import { MOST_LIMITS, type PackedStore } from './packed-store.ts';
import { isStatic, type RulePoints } from './rule-points.ts';
import { type SignatureTables, signatureTables } from './signature-tables.ts';

export interface LeverPlan {
  readonly shape: KernelShape;
  readonly shapeKey: string;
  readonly cells: Float64Array;
  readonly bases: Float64Array;
  readonly figures: LevelFigures;
  /** Most rule sets need one; each fills the records anew. */
  readonly replays: readonly PlannedReplay[];
}

export interface PlannedReplay {
  readonly limits: Float64Array;
  /** Levels that are read off its records. */
  readonly levels: readonly number[];
}

/** What a rule set asks of a packed history: null where it asks too much, and only the plain kernel can replay it. */
export interface PackDemand {
  readonly shape: KernelShape;
  readonly cells: CellPlan;
}

export function packDemand(ruleSet: RuleSet, longestHours: number): PackDemand | null {
  const shape = kernelShape(ruleSet);
  const cells = planCells(ruleSet, longestHours);
  if (cells === null || shape.accumulators.length > MOST_ACCUMULATORS) return null;
  if (ruleSet.levels.length > MOST_LEVELS) return null;
  if (2 * limitPlaces(shape) + shape.dimensions.length > MOST_LIMITS) return null;
  return { shape, cells };
}

/** Beyond, the sums of two leads are far more than a processor has registers, and the kernel gains nothing. */
const MOST_ACCUMULATORS = 64;

/** Whether a rule set can be replayed on this store as it is. */
export const fitsStore = ({ shape, cells }: PackDemand, store: PackedStore): boolean =>
  cellPlanKey(cells) === store.cellsKey &&
  cellRowBytes(shape) <= store.sizes.cellRowBytes &&
  shape.bases <= store.sizes.bases &&
  shape.halfLivesHours.length <= store.sizes.halfLives;

/** A `max` above the ordinals that are told apart can only be kept where no lead gets so far. */
export const isTooFine = ({ cells }: PackDemand, store: PackedStore): boolean =>
  cells.slots.some(
    ({ rule, ordinals }, slot) => rule.max !== undefined && rule.max > ordinals && store.hasLater[slot] === 1,
  );

export type PlanLevers = (ruleSet: RuleSet, demand: PackDemand) => LeverPlan;

/**
 * Plans for one store. A lever leaves most of a plan as it was: what it does not touch is the same object as before, so
 * that whoever has used it need not look at it again.
 */
export function createLeverPlanner(
  { setMembers, sizes }: Pick<PackedStore, 'setMembers' | 'sizes'>,
  rulePoints: RulePoints,
): PlanLevers {
  const tablesOf = latest<SignatureTables>();
  const cellsOf = latest<Float64Array>();
  const figuresOf = latest<LevelFigures>();
  return (ruleSet, { shape, cells }) => {
    const key = shapeKey(shape);
    const tablesKey = JSON.stringify([key, ruleSet.rules.filter(isStatic), ruleSet.dimensions, ruleSet.groups]);
    const cellsKey = JSON.stringify([key, ruleSet.rules.filter(isTimed), ruleSet.recycle?.clear]);
    const figuresKey = JSON.stringify([tablesKey, ruleSet.total, ruleSet.levels]);
    const tables = tablesOf(tablesKey, () => signatureTables(ruleSet, shape, rulePoints, sizes.signatures));
    const byLeasts = Map.groupBy(
      leastsOf(ruleSet, shape).map((leasts, level) => ({ leasts, level })),
      ({ leasts }) => leasts.join(' '),
    );
    return {
      shape,
      shapeKey: key,
      cells: cellsOf(cellsKey, () => cellTable(shape, cells, setMembers, ruleSet)),
      bases: tables.bases,
      figures: figuresOf(figuresKey, () => levelFigures(ruleSet, shape, tables)),
      replays: [...byLeasts.values()].map((group) => ({
        limits: limitTable(shape, ruleSet, group[0]?.leasts ?? []),
        levels: group.map(({ level }) => level),
      })),
    };
  };
}

/** Made anew only when the key is another than at the call before. */
function latest<T>(): (key: string, make: () => T) => T {
  let known: { readonly key: string; readonly value: T } | undefined;
  return (key, make) => {
    if (known?.key === key) return known.value;
    known = { key, value: make() };
    return known.value;
  };
}
