/** What one replay shows on the What-if screen; the shapes are the core's, which works them out. */
export type { Frame, SweepPoint } from '../core/measures/frame.ts';
export type { SwapName } from '../core/measures/swap-set.ts';

export type LevelName = string;
