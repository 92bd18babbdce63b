import type { RuleSet } from '../../api/core-types.ts';

/** One number of a rule set that can be moved, with the way back to the baseline's. Null stands for "none". */
export interface Lever {
  /** Stable over edits; the key under which the steps of one drag become one. */
  readonly id: string;
  /** Beside the slider. */
  readonly label: string;
  /** Where it stands alone: in the list of changes, in undo, for a screen reader. */
  readonly fullLabel: string;
  readonly value: number | null;
  /** Undefined: the baseline has nothing to compare with. */
  readonly baseline: number | null | undefined;
  readonly low: number;
  readonly high: number;
  readonly step: number;
  /** The end of the slider that means "none"; null when there must be a number. */
  readonly noneAt: 'low' | 'high' | null;
  /** Smallest number that can be typed. */
  readonly least: number;
  readonly whole: boolean;
  /** Counts and fading: folded away unless changed. */
  readonly isDetail: boolean;
  readonly apply: (ruleSet: RuleSet, value: number | null) => RuleSet;
  readonly toggle?: LeverToggle;
}

export interface LeverToggle {
  readonly on: boolean;
  readonly baselineOn: boolean | undefined;
  readonly apply: (ruleSet: RuleSet, on: boolean) => RuleSet;
}

export interface LeverGroup {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly levers: readonly Lever[];
}

export const isMoved = (lever: Lever): boolean => lever.baseline !== undefined && lever.value !== lever.baseline;
export const isSwitched = (lever: Lever): boolean =>
  lever.toggle?.baselineOn !== undefined && lever.toggle.on !== lever.toggle.baselineOn;
export const isChanged = (lever: Lever): boolean => isMoved(lever) || isSwitched(lever);

export const backToBaseline = (lever: Lever, ruleSet: RuleSet): RuleSet => {
  const moved = isMoved(lever) && lever.baseline !== undefined ? lever.apply(ruleSet, lever.baseline) : ruleSet;
  const on = lever.toggle?.baselineOn;
  return on !== undefined && isSwitched(lever) ? (lever.toggle?.apply(moved, on) ?? moved) : moved;
};

/** A slider's scale that holds all the given figures: ends at 1, 2, 2.5 or 5 times a power of ten. */
export const scaleFor = (
  figures: readonly (number | null | undefined)[],
  least: number,
): Pick<Lever, 'low' | 'high' | 'step'> => {
  const present = figures.filter((figure): figure is number => typeof figure === 'number');
  const top = Math.max(0, ...present);
  const bottom = Math.min(0, ...present);
  const high = top > 0 || bottom === 0 ? niceAbove(Math.max(top, least)) : 0;
  const low = bottom < 0 ? -niceAbove(Math.max(-bottom, least)) : 0;
  return { low, high, step: stepFor(high - low) };
};

const stepFor = (span: number): number => (span <= 250 ? 1 : niceAbove(span / 250));

const niceAbove = (figure: number): number => {
  const power = 10 ** Math.floor(Math.log10(figure));
  return ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= figure) ?? 10) * power;
};
