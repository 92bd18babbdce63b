import type { ComparedSide } from '../../../api/compared.ts';
import type { ReplayOptions } from '../../../api/core-types.ts';

/** Hue says whose; the baseline and what really happened are grey. */
export type Whose = 'both' | 'marketing' | 'sales' | 'baseline';

export interface NamedSide {
  readonly side: ComparedSide;
  readonly name: string;
  readonly whose: Whose;
}

/** What every view of the comparison speaks of: two sides, `b` told against `a`, at one level. */
export interface CompareFocus {
  readonly level: string;
  readonly levelName: string;
  readonly options: ReplayOptions;
  readonly a: NamedSide;
  readonly b: NamedSide;
}

/** Fit to tell sides apart: the same for the same side. */
export const sideKey = (side: ComparedSide): string => (side.kind === 'scenario' ? `scenario ${side.id}` : side.kind);

/** Whether somebody chose the same side twice. */
export const isOneSide = ({ a, b }: CompareFocus): boolean => sideKey(a.side) === sideKey(b.side);
